#include "formats/project_pages.h"

namespace longhand::formats
{

namespace
{

std::string dump(const ProjectJson& json)
{
    return json.dump(-1, ' ', false, ProjectJson::error_handler_t::replace);
}

} // namespace

std::string writeProject(const Project& project, const std::filesystem::path& folder)
{
    ProjectJson head = {{"format", "longhand-project"}, {"version", kProjectVersion},   {"creator", project.creator},
                        {"model", project.modelName},   {"language", project.language}, {"writer", project.writer}};
    head["settings"] = ProjectJson::parse(project.settings, nullptr, false);
    if (!head["settings"].is_object())
        head["settings"] = ProjectJson::object();
    std::string bytes = dump(head);
    bytes.back() = ','; // the object goes on with its pages, one at a time, as all of them take much memory
    bytes += "\"pages\":[";
    for (const ProjectPage& page : project.pages) {
        if (bytes.back() != '[')
            bytes += ',';
        bytes += '\n';
        bytes += writeProjectPage(page, folder);
    }
    bytes += "\n]}\n";
    return bytes;
}

std::string writeProjectPage(const ProjectPage& page, const std::filesystem::path& folder)
{
    return dump(toJson(page, folder));
}

} // namespace longhand::formats
