#include "app/model_card.h"

#include <nlohmann/json.hpp>

#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

constexpr int kVersion = 1;
constexpr const char* kProfile = "profile";
constexpr const char* kModel = "model";
constexpr const char* kOffered = "offered";
constexpr const char* kKeptAside = "kept aside";
constexpr std::uintmax_t kMostBytes = 16 << 20;

} // namespace

nlohmann::ordered_json toJson(const ModelCard& card)
{
    return {{"version", kVersion},
            {"id", card.id},
            {"run", card.run},
            {"name", card.name},
            {"kind", card.kind == LearntKind::Profile ? kProfile : kModel},
            {"writer", card.writer},
            {"base", card.base},
            {"base_id", card.baseId},
            {"base_sha256", card.baseChecksum},
            {"created", card.created},
            {"lines_learnt", card.linesLearnt},
            {"lines_uncorrected", card.linesUncorrected},
            {"lines_held_out", card.linesHeldOut},
            {"cross_validated", card.crossValidated},
            {"learnt_ids", card.learntIds},
            {"seconds", card.seconds},
            {"own_cer_before", card.ownCerBefore},
            {"own_cer_after", card.ownCerAfter},
            {"rehearsal_cer_before", card.rehearsalCerBefore},
            {"rehearsal_cer_after", card.rehearsalCerAfter},
            {"certainty_gain", card.certaintyGain},
            {"verdict", card.verdict == Verdict::Offered ? kOffered : kKeptAside},
            {"reason", card.reason},
            {"sha256", card.checksum}};
}

Result<nlohmann::json> readJsonObject(const std::filesystem::path& file)
{
    const auto bytes = readFile(file, kMostBytes);
    if (!bytes)
        return bytes.error();
    nlohmann::json object = nlohmann::json::parse(*bytes, nullptr, false);
    if (!object.is_object())
        return Error{ErrorCode::Damaged,
                     "The file " + quoted(file) + " is damaged. Delete it, or get it from a backup."};
    return object;
}

ModelCard cardOf(const nlohmann::json& object)
{
    ModelCard card;
    card.id = object.value("id", "");
    card.run = object.value("run", "");
    card.name = object.value("name", card.id);
    card.kind = object.value("kind", "") == kProfile ? LearntKind::Profile : LearntKind::Model;
    card.writer = object.value("writer", "");
    card.base = object.value("base", "");
    card.baseId = object.value("base_id", "");
    card.baseChecksum = object.value("base_sha256", "");
    card.created = object.value("created", "");
    card.linesLearnt = object.value("lines_learnt", 0);
    card.linesUncorrected = object.value("lines_uncorrected", 0);
    card.linesHeldOut = object.value("lines_held_out", 0);
    card.crossValidated = object.value("cross_validated", false);
    card.learntIds = object.value("learnt_ids", std::vector<std::int64_t>());
    card.seconds = object.value("seconds", 0.0);
    card.ownCerBefore = object.value("own_cer_before", -1.0);
    card.ownCerAfter = object.value("own_cer_after", -1.0);
    card.rehearsalCerBefore = object.value("rehearsal_cer_before", -1.0);
    card.rehearsalCerAfter = object.value("rehearsal_cer_after", -1.0);
    card.certaintyGain = object.value("certainty_gain", 0.0);
    card.verdict = object.value("verdict", "") == kOffered ? Verdict::Offered : Verdict::KeptAside;
    card.reason = object.value("reason", "");
    card.checksum = object.value("sha256", "");
    return card;
}

Result<ModelCard> readCard(const std::filesystem::path& file)
try {
    const auto object = readJsonObject(file);
    if (!object)
        return object.error();
    ModelCard card = cardOf(*object);
    card.id = file.parent_path().filename().string(); // whatever became of the folder's name
    return card;
} catch (const nlohmann::json::exception&) {
    return Error{ErrorCode::Damaged,
                 "The model card " + quoted(file) + " is damaged. Delete the model, or learn it again."};
}

Result<void> writeCard(const std::filesystem::path& file, const ModelCard& card)
{
    return writeFileAtomically(
        file, toJson(card).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
}

} // namespace longhand::app
