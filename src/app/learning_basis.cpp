#include "app/learning_basis.h"

#include <system_error>
#include <utility>
#include <vector>

#include <QDateTime>

#include "app/checksum.h"
#include "longhand/app/models.h"

namespace longhand::app
{

namespace
{

/// "longhand, learnt 2026-01-31" was learnt from longhand too.
std::string rootName(const std::string& name)
{
    return name.substr(0, name.find(", learnt "));
}

} // namespace

Result<LearningBasis> findBasis(const LearningRequest& request, const ModelLibrary& library)
{
    const auto choice = request.base.empty() ? modelInUse(library) : Result<ModelChoice>({request.base, {}, {}, {}});
    if (!choice)
        return choice.error();
    LearningBasis basis;
    basis.model = choice->model;
    basis.id = choice->id;
    std::vector<std::string> ids = {choice->id};
    if (const std::string writer = request.writer.value_or(""); !writer.empty()) {
        // A profile on another base than today's is no part of what reads today.
        const auto profile = profileInUse(library, writer);
        if (profile && profile->model == basis.model) {
            basis.profile = profile->profile;
            ids.push_back(profile->id);
        }
    }
    for (const std::string& id : ids) {
        if (id.empty())
            continue;
        if (const auto entry = library.find(id))
            basis.learnt.insert(entry->card.learntIds.begin(), entry->card.learntIds.end());
    }
    auto checksum = sha256Of(basis.model);
    if (!checksum)
        return checksum.error();
    basis.checksum = std::move(*checksum);
    return basis;
}

std::string nameOfLearnt(const LearningBasis& basis, const std::string& writer)
{
    return rootName(basis.name) + ", learnt " +
           QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate).toStdString() +
           (writer.empty() ? "" : " from " + writer);
}

std::vector<std::filesystem::path> rehearsalPacks()
{
    std::vector<std::filesystem::path> packs;
    for (const std::filesystem::path& models : modelFolders()) {
        const std::filesystem::path pack = models.parent_path() / "data" / "rehearsal.pack";
        std::error_code ignored;
        if (packs.empty() && std::filesystem::is_regular_file(pack, ignored))
            packs.push_back(pack);
    }
    return packs;
}

} // namespace longhand::app
