#include "cli/inputs.h"

#include <system_error>

#include "longhand/app/pictures.h"
#include "longhand/base/files.h"

namespace longhand::cli
{

namespace
{

bool isFolder(const std::filesystem::path& path)
{
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

} // namespace

Inputs findInputs(const std::vector<std::string>& arguments)
{
    Inputs inputs;
    for (const std::filesystem::path path : arguments) {
        if (!isFolder(path)) {
            inputs.files.push_back({path, {}});
            continue;
        }
        const auto pictures = app::picturesIn(path, app::Subfolders::Include);
        if (!pictures) {
            inputs.problems.push_back(pictures.error());
            continue;
        }
        if (pictures->empty())
            inputs.problems.push_back({ErrorCode::InvalidInput, "There is no picture in the folder " + quoted(path) +
                                                                    ". Name a folder with JPEG, PNG, TIFF, WebP or "
                                                                    "BMP files."});
        for (const auto& picture : *pictures)
            inputs.files.push_back({picture, picture.parent_path().lexically_relative(path)});
    }
    return inputs;
}

bool isSingleFile(const std::vector<std::string>& arguments)
{
    return arguments.size() == 1 && !isFolder(arguments.front());
}

} // namespace longhand::cli
