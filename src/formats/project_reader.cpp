#include <algorithm>
#include <atomic>
#include <exception>
#include <optional>
#include <string>
#include <thread>

#include "formats/json_slices.h"
#include "formats/project_migration.h"
#include "formats/project_pages.h"
#include "longhand/base/files.h"

namespace longhand::formats
{

namespace
{

constexpr const char* kRemedy = " Open an older copy of it.";

/// "line 3, column 14" of the byte `offset`.
std::string place(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lastBreak = before.rfind('\n');
    const std::size_t column = before.size() - (lastBreak == std::string_view::npos ? 0 : lastBreak + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

Error damagedAt(const std::filesystem::path& file, std::string_view text, std::size_t offset)
{
    return {ErrorCode::Damaged, quoted(file) + " is damaged at " + place(text, offset) + "." + kRemedy};
}

Error notAsExpected(const std::filesystem::path& file, const std::string& where, const std::exception& error)
{
    return {ErrorCode::Damaged, quoted(file) + " is damaged in " + where + ": " + error.what() + "." + kRemedy};
}

Error noProject(const std::filesystem::path& file)
{
    return {ErrorCode::Unsupported, quoted(file) + " is not a Longhand project. Choose a file that ends in .longhand."};
}

/// Parses and converts; the element is a part of `text`.
Result<ProjectPage> parsePage(std::string_view element, std::string_view text, const std::filesystem::path& file,
                              const std::string& where)
{
    const auto begin = static_cast<std::size_t>(element.data() - text.data());
    try {
        return pageFromJson(ProjectJson::parse(element), file.parent_path());
    } catch (const ProjectJson::parse_error& error) {
        return damagedAt(file, text, begin + std::max<std::size_t>(error.byte, 1) - 1);
    } catch (const std::exception& error) {
        return notAsExpected(file, where + ", which begins at " + place(text, begin), error);
    }
}

/// On all processors: what takes time in a large project are its million glyphs.
Result<std::vector<ProjectPage>> parsePages(const std::vector<std::string_view>& elements, std::string_view text,
                                            const std::filesystem::path& file)
{
    std::vector<ProjectPage> pages(elements.size());
    std::vector<std::optional<Error>> errors(elements.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < elements.size(); i = next++) {
            auto page = parsePage(elements[i], text, file, "page " + std::to_string(i + 1));
            if (page)
                pages[i] = std::move(*page);
            else
                errors[i] = page.error();
        }
    };
    {
        constexpr std::size_t kPagesPerThread = 8;
        const std::size_t useful = std::min<std::size_t>(std::thread::hardware_concurrency(), 8);
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < useful && i * kPagesPerThread < elements.size(); ++i)
            helpers.emplace_back(work);
        work();
    }
    for (const auto& error : errors)
        if (error)
            return *error;
    return pages;
}

void readHead(const ProjectJson& head, Project& project)
{
    project.creator = head.at("creator").get<std::string>();
    project.modelName = head.at("model").get<std::string>();
    project.language = head.at("language").get<std::string>();
    project.writer = head.at("writer").get<std::string>();
    project.settings = head.at("settings").dump();
}

/// The version of a project this program can read.
Result<int> versionOf(const ProjectJson& head, const std::filesystem::path& file)
{
    if (!head.is_object() || head.value("format", "") != "longhand-project" || !head.contains("version") ||
        !head["version"].is_number_integer())
        return noProject(file);
    const int version = head["version"].get<int>();
    if (version > kProjectVersion)
        return Error{ErrorCode::Unsupported, quoted(file) + " was written by a newer Longhand (project version " +
                                                 std::to_string(version) + "; this one reads up to " +
                                                 std::to_string(kProjectVersion) + "). Install the newer Longhand."};
    if (version < 1)
        return noProject(file);
    return version;
}

Result<Project> parseOlder(std::string_view bytes, const std::filesystem::path& file)
{
    ProjectJson json = ProjectJson::parse(bytes);
    const int version = json.at("version").get<int>();
    try {
        migrateProject(json);
        Project project;
        readHead(json, project);
        for (const ProjectJson& page : json.at("pages"))
            project.pages.push_back(pageFromJson(page, file.parent_path()));
        return project;
    } catch (const std::exception& error) {
        return notAsExpected(file, "its version " + std::to_string(version), error);
    }
}

} // namespace

Result<Project> parseProject(std::string_view bytes, const std::filesystem::path& file)
try {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || bytes[first] != '{')
        return noProject(file);
    const std::optional<JsonSlices> slices = sliceJsonArray(bytes, "pages");
    if (!slices) {
        const ProjectJson whole = ProjectJson::parse(bytes); // throws, with the place, when a part does not close
        const auto version = versionOf(whole, file);
        return version ? noProject(file) : version.error();
    }
    // Damage outside the pages has its place in the whole, so it is that which is parsed then, and throws.
    const bool whole = !ProjectJson::accept(slices->rest);
    const ProjectJson head = ProjectJson::parse(whole ? bytes : std::string_view(slices->rest));
    const auto version = versionOf(head, file);
    if (!version)
        return version.error();
    if (*version < kProjectVersion)
        return parseOlder(bytes, file);
    Project project;
    readHead(head, project);
    auto pages = parsePages(slices->elements, bytes, file);
    if (!pages)
        return pages.error();
    project.pages = std::move(*pages);
    return project;
} catch (const ProjectJson::parse_error& error) {
    return damagedAt(file, bytes, std::max<std::size_t>(error.byte, 1) - 1);
} catch (const std::exception& error) {
    return notAsExpected(file, "its beginning", error);
}

Result<ProjectPage> parseProjectPage(std::string_view bytes, const std::filesystem::path& file)
{
    return parsePage(bytes, bytes, file, "its page");
}

} // namespace longhand::formats
