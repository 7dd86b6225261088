#include "longhand/app/models.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <system_error>

#include "longhand/app/page_transcriber.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

/// The first that is there is taken.
#ifdef LONGHAND_OPEN_MODEL_ONLY
constexpr std::array kDefaultModels{"longhand-open.safetensors"};
#else
constexpr std::array kDefaultModels{"longhand.safetensors", "longhand-open.safetensors"};
#endif
constexpr const char* kModelSuffix = ".safetensors";

std::optional<fs::path> modelFromEnvironment()
{
    const char* name = std::getenv("LONGHAND_MODEL");
    if (name == nullptr || *name == '\0')
        return std::nullopt;
    return fs::path(name);
}

fs::path programFolder()
{
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path(error) : program.parent_path();
}

} // namespace

std::vector<fs::path> modelFolders()
{
    // build/bin/longhand stands two folders below the models of its source tree, an installed bin/longhand one below
    // share.
    const fs::path beside = programFolder();
    const fs::path above = beside.parent_path();
    return {beside / "models", above / "models", above.parent_path() / "models", above / "share/longhand/models"};
}

std::vector<fs::path> listModels()
{
    std::vector<fs::path> models;
    const auto add = [&](const fs::path& model) {
        const auto isSame = [&](const fs::path& other) {
            std::error_code ignored;
            return fs::equivalent(model, other, ignored);
        };
        if (std::none_of(models.begin(), models.end(), isSame))
            models.push_back(model);
    };
    std::error_code ignored;
    if (const auto named = modelFromEnvironment(); named && fs::is_regular_file(*named, ignored))
        add(*named);
    for (const fs::path& folder : modelFolders()) {
        std::vector<fs::path> inFolder;
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
            if (it->path().extension() == kModelSuffix)
                inFolder.push_back(it->path());
        }
        std::sort(inFolder.begin(), inFolder.end());
        std::for_each(inFolder.begin(), inFolder.end(), add);
    }
    return models;
}

Result<std::string> describeModel(const fs::path& model)
{
    return recognition::describeModel(model);
}

Result<fs::path> findDefaultModel()
{
    std::error_code ignored;
    if (auto named = modelFromEnvironment()) {
        if (fs::is_regular_file(*named, ignored))
            return *std::move(named);
        return Error{ErrorCode::NotFound, "There is no model file " + quoted(*named) +
                                              ", which LONGHAND_MODEL names. Correct the variable or unset it."};
    }
    for (const char* name : kDefaultModels)
        for (const fs::path& folder : modelFolders())
            if (fs::is_regular_file(folder / name, ignored))
                return folder / name;
    std::string searched;
    for (const fs::path& folder : modelFolders())
        searched += (searched.empty() ? "" : ", ") + quoted(folder);
    return Error{ErrorCode::NotFound, std::string("There is no model ") + kDefaultModels.front() + " in " + searched +
                                          ". Put one there, or name one with --model or LONGHAND_MODEL."};
}

} // namespace longhand::app
