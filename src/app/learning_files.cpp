#include "app/learning_files.h"

#include <nlohmann/json.hpp>

#include "app/model_card.h"
#include "longhand/base/files.h"

namespace longhand::app
{

// Found by the library through the namespace of the enums, so not in an anonymous one.
NLOHMANN_JSON_SERIALIZE_ENUM(JobState, {{JobState::None, "none"},
                                        {JobState::Starting, "starting"},
                                        {JobState::Running, "running"},
                                        {JobState::Paused, "paused"},
                                        {JobState::Interrupted, "interrupted"},
                                        {JobState::Finished, "finished"},
                                        {JobState::Failed, "failed"},
                                        {JobState::Cancelled, "cancelled"}})

NLOHMANN_JSON_SERIALIZE_ENUM(LearningPhase, {{LearningPhase::Checking, "checking"},
                                             {LearningPhase::Trying, "trying"},
                                             {LearningPhase::Learning, "learning"},
                                             {LearningPhase::Measuring, "measuring"},
                                             {LearningPhase::Reading, "reading"}})

namespace
{

using nlohmann::json;
namespace fs = std::filesystem;

constexpr int kVersion = 1;

Result<void> write(const fs::path& file, const json& object)
{
    return writeFileAtomically(file, object.dump(1, ' ', false, json::error_handler_t::replace) + '\n');
}

Error damaged(const fs::path& file)
{
    return {ErrorCode::Damaged, "The file " + quoted(file) +
                                    " of the learning run is damaged. Clear the run away and "
                                    "start it again."};
}

/// Reads a file written by `write` with a function that may throw json's exceptions.
template <class T, class Parse>
Result<T> read(const fs::path& file, const Parse& parse)
try {
    const auto object = readJsonObject(file);
    if (!object)
        return object.error();
    return parse(*object);
} catch (const json::exception&) {
    return damaged(file);
}

json toJson(const LearningProgress& progress)
{
    return {{"phase", progress.phase},
            {"round", progress.round},
            {"rounds", progress.rounds},
            {"step", progress.step},
            {"steps", progress.steps},
            {"loss", progress.loss},
            {"own_cer", progress.ownCer},
            {"rehearsal_cer", progress.rehearsalCer},
            {"share", progress.share},
            {"seconds_left", progress.secondsLeft},
            {"measured_lines", progress.measured.lines},
            {"measured_before", progress.measured.errorsBefore},
            {"measured_after", progress.measured.errorsAfter}};
}

LearningProgress progressOf(const json& from)
{
    LearningProgress progress;
    progress.phase = from.at("phase").get<LearningPhase>();
    progress.round = from.at("round").get<int>();
    progress.rounds = from.at("rounds").get<int>();
    progress.step = from.at("step").get<std::int64_t>();
    progress.steps = from.at("steps").get<std::int64_t>();
    progress.loss = from.at("loss").get<double>();
    progress.ownCer = from.at("own_cer").get<double>();
    progress.rehearsalCer = from.at("rehearsal_cer").get<double>();
    progress.share = from.at("share").get<double>();
    progress.secondsLeft = from.at("seconds_left").get<double>();
    progress.measured.lines = from.value("measured_lines", std::size_t{0});
    progress.measured.errorsBefore = from.value("measured_before", 0.0);
    progress.measured.errorsAfter = from.value("measured_after", 0.0);
    return progress;
}

json toJson(const std::vector<LineChange>& changes)
{
    json list = json::array();
    for (const LineChange& change : changes)
        list.push_back(app::toJson(change));
    return list;
}

std::vector<LineChange> changesOf(const json& list)
{
    std::vector<LineChange> changes;
    for (const json& change : list)
        changes.push_back(changeOf(change));
    return changes;
}

} // namespace

json toJson(const LineChange& change)
{
    return {{"id", change.id},
            {"text", change.text},
            {"before", change.before},
            {"after", change.after},
            {"edits_before", change.editsBefore},
            {"edits_after", change.editsAfter}};
}

LineChange changeOf(const json& from)
{
    LineChange change;
    change.id = from.at("id").get<std::int64_t>();
    change.text = from.at("text").get<std::string>();
    change.before = from.at("before").get<std::string>();
    change.after = from.at("after").get<std::string>();
    change.editsBefore = from.at("edits_before").get<std::size_t>();
    change.editsAfter = from.at("edits_after").get<std::size_t>();
    return change;
}

Result<void> writeRequest(const fs::path& file, const LearningRequest& request)
{
    json packs = json::array();
    for (const fs::path& pack : request.rehearsalPacks)
        packs.push_back(pack.string());
    return write(file, {{"version", kVersion},
                        {"writer", request.writer ? json(*request.writer) : json()},
                        {"minutes", request.minutes},
                        {"cores", request.cores},
                        {"seed", request.seed},
                        {"low_priority", request.lowPriority},
                        {"uncorrected", request.uncorrected.string()},
                        {"base", request.base.string()},
                        {"store", request.store.string()},
                        {"library", request.library.string()},
                        {"rehearsal", std::move(packs)}});
}

Result<LearningRequest> readRequest(const fs::path& file)
{
    return read<LearningRequest>(file, [](const json& from) {
        LearningRequest request;
        if (!from.at("writer").is_null())
            request.writer = from.at("writer").get<std::string>();
        request.minutes = from.at("minutes").get<double>();
        request.cores = from.at("cores").get<int>();
        request.seed = from.at("seed").get<std::uint64_t>();
        request.lowPriority = from.at("low_priority").get<bool>();
        request.uncorrected = from.value("uncorrected", std::string());
        request.base = from.at("base").get<std::string>();
        request.store = from.at("store").get<std::string>();
        request.library = from.at("library").get<std::string>();
        for (const json& pack : from.at("rehearsal"))
            request.rehearsalPacks.emplace_back(pack.get<std::string>());
        return request;
    });
}

Result<void> writeResult(const fs::path& file, const LearningResult& result)
{
    const GateFigures& figures = result.figures;
    return write(file, {{"version", kVersion},
                        {"card", json(toJson(result.card))},
                        {"edits_before", figures.editsBefore},
                        {"edits_after", figures.editsAfter},
                        {"characters", figures.characters},
                        {"expected_edits_before", figures.expectedEditsBefore},
                        {"expected_edits_after", figures.expectedEditsAfter},
                        {"surprisal_before", figures.surprisalBefore},
                        {"surprisal_after", figures.surprisalAfter},
                        {"lines", figures.lines},
                        {"cross_validated", figures.crossValidated},
                        {"rehearsal_cer_before", figures.rehearsalCerBefore},
                        {"rehearsal_cer_after", figures.rehearsalCerAfter},
                        {"better", toJson(result.better)},
                        {"worse", toJson(result.worse)},
                        {"questioned", result.questioned},
                        {"new_characters", result.newCharacters},
                        {"warnings", result.warnings},
                        {"stopped", result.stopped}});
}

Result<LearningResult> readResult(const fs::path& file)
{
    return read<LearningResult>(file, [](const json& from) {
        LearningResult result;
        result.card = cardOf(from.at("card"));
        result.figures.editsBefore = from.at("edits_before").get<std::size_t>();
        result.figures.editsAfter = from.at("edits_after").get<std::size_t>();
        result.figures.characters = from.at("characters").get<std::size_t>();
        result.figures.expectedEditsBefore =
            from.value("expected_edits_before", static_cast<double>(result.figures.editsBefore));
        result.figures.expectedEditsAfter =
            from.value("expected_edits_after", static_cast<double>(result.figures.editsAfter));
        result.figures.surprisalBefore = from.value("surprisal_before", 0.0);
        result.figures.surprisalAfter = from.value("surprisal_after", 0.0);
        result.figures.lines = from.at("lines").get<std::size_t>();
        result.figures.crossValidated = from.at("cross_validated").get<bool>();
        result.figures.rehearsalCerBefore = from.at("rehearsal_cer_before").get<double>();
        result.figures.rehearsalCerAfter = from.at("rehearsal_cer_after").get<double>();
        result.better = changesOf(from.at("better"));
        result.worse = changesOf(from.at("worse"));
        result.questioned = from.at("questioned").get<std::vector<std::int64_t>>();
        result.newCharacters = from.at("new_characters").get<std::string>();
        result.warnings = from.at("warnings").get<std::vector<std::string>>();
        result.stopped = from.at("stopped").get<bool>();
        return result;
    });
}

Result<void> writeStatus(const fs::path& file, const JobStatus& status)
{
    json curve = json::array();
    for (const CurvePoint& point : status.curve)
        curve.push_back({point.round, point.step, point.loss, point.ownCer, point.rehearsalCer});
    return write(file, {{"version", kVersion},
                        {"state", status.state},
                        {"progress", toJson(status.progress)},
                        {"curve", std::move(curve)},
                        {"message", status.message},
                        {"started", status.started},
                        {"pid", status.pid}});
}

Result<JobStatus> readStatus(const fs::path& file)
{
    return read<JobStatus>(file, [](const json& from) {
        JobStatus status;
        status.state = from.at("state").get<JobState>();
        status.progress = progressOf(from.at("progress"));
        for (const json& point : from.at("curve"))
            status.curve.push_back({point.at(0).get<int>(), point.at(1).get<double>(), point.at(2).get<double>(),
                                    point.at(3).get<double>(), point.at(4).get<double>()});
        status.message = from.at("message").get<std::string>();
        status.started = from.at("started").get<std::string>();
        status.pid = from.at("pid").get<int>();
        return status;
    });
}

} // namespace longhand::app
