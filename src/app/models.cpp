#include "longhand/app/models.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <system_error>

#include <nlohmann/json.hpp>

#include "app/checksum.h"
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

Result<fs::path> findShippedModel()
{
    std::error_code ignored;
    for (const char* name : kDefaultModels)
        for (const fs::path& folder : modelFolders())
            if (fs::is_regular_file(folder / name, ignored))
                return folder / name;
    std::string searched;
    for (const fs::path& folder : modelFolders())
        searched += (searched.empty() ? "" : ", ") + quoted(folder);
    return Error{ErrorCode::NotFound, std::string("There is no model ") + kDefaultModels.front() + " in " + searched +
                                          ". Install Longhand again, or name one in LONGHAND_MODEL."};
}

Result<ModelChoice> modelInUse(const ModelLibrary& library)
{
    if (auto named = modelFromEnvironment()) {
        std::error_code ignored;
        if (fs::is_regular_file(*named, ignored))
            return ModelChoice{*std::move(named), {}, {}, {}};
        return Error{ErrorCode::NotFound, "There is no model file " + quoted(*named) +
                                              ", which LONGHAND_MODEL names. Correct the variable or unset it."};
    }
    InUse learnt = library.inUse();
    if (!learnt.id.empty())
        return ModelChoice{std::move(learnt.file), {}, std::move(learnt.id), std::move(learnt.warning)};
    auto shipped = findShippedModel();
    if (!shipped)
        return shipped.error();
    return ModelChoice{std::move(*shipped), {}, {}, std::move(learnt.warning)};
}

Result<ModelChoice> learntChoice(const ModelLibrary& library, const std::string& id)
{
    const auto entry = library.find(id);
    if (!entry)
        return entry.error();
    if (entry->card.kind == LearntKind::Model)
        return ModelChoice{entry->file, {}, id, {}};
    // The model it builds on may lie in the library, may be in use, or may ship.
    std::vector<fs::path> candidates;
    if (const auto learnt = library.find(entry->card.baseId))
        candidates.push_back(learnt->file);
    if (const auto today = modelInUse(library))
        candidates.push_back(today->model);
    for (fs::path& model : listModels())
        candidates.push_back(std::move(model));
    for (fs::path& candidate : candidates) {
        const auto checksum = sha256Of(candidate);
        if (checksum && *checksum == entry->card.baseChecksum)
            return ModelChoice{std::move(candidate), entry->file, id, {}};
    }
    return Error{ErrorCode::NotFound, "The model '" + entry->card.base + "' that the profile '" + id +
                                          "' builds on is gone. Learn the hand again."};
}

Result<ModelChoice> profileInUse(const ModelLibrary& library, const std::string& writer)
{
    const InUse profile = library.inUse(writer);
    if (writer.empty() || profile.id.empty())
        return Error{ErrorCode::NotFound, !profile.warning.empty()
                                              ? profile.warning
                                              : "There is no profile of '" + writer + "'. Learn one first."};
    auto choice = learntChoice(library, profile.id);
    if (choice)
        choice->warning = profile.warning;
    return choice;
}

Result<ModelChoice> modelFor(const ModelLibrary& library, const std::string& writer)
{
    const InUse profile = writer.empty() ? InUse{} : library.inUse(writer);
    std::string problem = profile.warning;
    if (!profile.id.empty()) {
        auto choice = profileInUse(library, writer);
        if (choice)
            return choice;
        problem = choice.error().detail;
    }
    auto choice = modelInUse(library);
    if (choice && !problem.empty())
        choice->warning = std::move(problem);
    return choice;
}

Result<std::string> modelName(const fs::path& model)
{
    const auto description = describeModel(model);
    if (!description)
        return description.error();
    const auto object = nlohmann::json::parse(*description, nullptr, false);
    return object.is_object() ? object.value("name", model.stem().string()) : model.stem().string();
}

Result<fs::path> findDefaultModel()
{
    auto choice = modelInUse();
    if (!choice)
        return choice.error();
    return std::move(choice->model);
}

} // namespace longhand::app
