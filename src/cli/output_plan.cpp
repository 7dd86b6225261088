#include "cli/output_plan.h"

#include <algorithm>
#include <string_view>
#include <system_error>

#include "cli/terminal.h"
#include "longhand/base/files.h"

namespace longhand::cli
{

namespace
{

namespace fs = std::filesystem;
using formats::Format;

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::optional<Format> formatFromSuffix(const fs::path& path)
{
    const std::string name = lowerCase(path.filename().string());
    for (const Format format : formats::allFormats()) {
        if (name.ends_with(formats::fileSuffix(format)))
            return format;
    }
    if (name.ends_with(".html") || name.ends_with(".htm"))
        return Format::Hocr;
    return std::nullopt;
}

bool isBinary(Format format)
{
    return format == Format::Pdf || format == Format::Odt || format == Format::Docx;
}

bool holdsOnePage(Format format)
{
    return format == Format::Alto || format == Format::PageXml;
}

OutputPlan::Target chooseTarget(const OutputRequest& request)
{
    if (request.path.empty())
        return OutputPlan::Target::Stdout;
    const fs::path path(request.path);
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    if (fs::is_directory(status) || request.path.ends_with('/'))
        return OutputPlan::Target::Folder;
    // Several pictures into a new name without the suffix of a document: a new folder for their files.
    if (request.manyInputs && !fs::exists(status) && !formatFromSuffix(path))
        return OutputPlan::Target::Folder;
    return OutputPlan::Target::File;
}

Result<Format> chooseFormat(const OutputRequest& request, OutputPlan::Target target)
{
    if (!request.format.empty()) {
        const auto format = formats::formatFromName(request.format);
        if (!format)
            return Error{ErrorCode::InvalidInput,
                         "There is no format '" + request.format + "'. Choose one of " + formatNames() + "."};
        return *format;
    }
    const fs::path path(request.path);
    std::error_code ignored;
    const bool mayHaveSuffix = target == OutputPlan::Target::File && path.has_extension() &&
                               !fs::is_character_file(path, ignored) && !fs::is_fifo(path, ignored);
    if (!mayHaveSuffix)
        return Format::Txt;
    if (const auto format = formatFromSuffix(path))
        return *format;
    return Error{ErrorCode::InvalidInput, "The suffix of " + quoted(path) +
                                              " does not tell the format. Name it with "
                                              "-f: " +
                                              formatNames() + "."};
}

} // namespace

std::string formatNames()
{
    std::string names;
    for (const Format format : formats::allFormats())
        names += (names.empty() ? "" : ", ") + std::string(formats::formatName(format));
    return names;
}

Result<OutputPlan> planOutput(const OutputRequest& request)
{
    const OutputPlan::Target target = chooseTarget(request);
    const auto format = chooseFormat(request, target);
    if (!format)
        return format.error();
    const std::string name(formats::formatName(*format));
    if (target == OutputPlan::Target::Stdout && isBinary(*format) && stdoutIsTerminal())
        return Error{ErrorCode::InvalidInput, "A terminal cannot show " + name + ". Name a file with -o."};
    if (target != OutputPlan::Target::Folder && holdsOnePage(*format) && request.manyInputs)
        return Error{ErrorCode::InvalidInput,
                     "A file in the format " + name + " holds one page. Name a folder with -o, ending in '/'."};
    return OutputPlan{target, *format, request.path};
}

} // namespace longhand::cli
