#include "app/learning_rounds.h"

#include <random>
#include <system_error>

#include <QCryptographicHash>
#include <QDateTime>

#include <nlohmann/json.hpp>

#include "app/line_changes.h"
#include "app/model_card.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kPlan = "plan.json";
constexpr const char* kRound = "round.json";

/// No text of a line is written down: forgetting a line must forget it everywhere.
std::string signatureOf(const std::string& baseChecksum, const std::vector<LearningLine>& lines,
                        const std::string& uncorrectedChecksum)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const std::string& part) {
        hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
        hash.addData(QByteArrayView("\0", 1));
    };
    add(baseChecksum);
    for (const LearningLine& line : lines) {
        add(std::to_string(line.id));
        add(line.text);
    }
    if (!uncorrectedChecksum.empty())
        add(uncorrectedChecksum);
    return hash.result().toHex().toStdString();
}

Result<void> write(const fs::path& file, const json& object)
{
    return writeFileAtomically(file, object.dump(1, ' ', false, json::error_handler_t::replace) + '\n');
}

} // namespace

MeasuredLines measureLines(const std::vector<LearningLine>& lines, const std::vector<FinishedRound>& rounds)
{
    MeasuredLines measured;
    GateFigures& figures = measured.figures;
    LineChanges changes;
    for (const FinishedRound& round : rounds)
        for (std::size_t i = 0; i < round.heldOut.size(); ++i) {
            const LearningLine& line = lines[round.heldOut[i]];
            changes.add({line.id, line.text, round.before[i].text, round.after[i].text, 0, 0});
            figures.expectedEditsBefore += round.before[i].expectedEdits;
            figures.expectedEditsAfter += round.after[i].expectedEdits;
            if (round.before[i].surprisal < 0 || round.after[i].surprisal < 0)
                continue; // a character that one of them lacks
            figures.surprisalBefore += round.before[i].surprisal;
            figures.surprisalAfter += round.after[i].surprisal;
        }
    changes.sort();
    figures.editsBefore = changes.before.charEdits;
    figures.editsAfter = changes.after.charEdits;
    figures.characters = changes.before.chars;
    figures.lines = changes.lines;
    measured.better = std::move(changes.better);
    measured.worse = std::move(changes.worse);
    return measured;
}

Result<RunIdentity> beginRounds(const fs::path& folder, const std::string& baseChecksum,
                                const std::vector<LearningLine>& lines, const std::string& uncorrectedChecksum)
{
    RunIdentity run;
    const std::string signature = signatureOf(baseChecksum, lines, uncorrectedChecksum);
    if (const auto plan = readJsonObject(folder / kPlan)) {
        const auto text = [&](const char* key) {
            const auto found = plan->find(key);
            return found != plan->end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        run.name = text("run");
        if (text("signature") == signature && !run.name.empty())
            return run;
        run.startedAgain = true;
    }
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    fs::create_directories(folder, ignored); // what is wrong with it, writing says
    run.name = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString() + '-' +
               std::to_string(std::random_device()());
    if (const auto written = write(folder / kPlan, {{"run", run.name}, {"signature", signature}}); !written)
        return written.error();
    return run;
}

std::optional<FinishedRound> readFinishedRound(const fs::path& folder)
try {
    const auto object = readJsonObject(folder / kRound);
    if (!object)
        return std::nullopt;
    FinishedRound round;
    round.heldOut = object->at("held_out").get<std::vector<std::size_t>>();
    for (const json& reading : object->at("readings"))
        round.after.push_back({reading.at("text").get<std::string>(), reading.at("expected_edits").get<double>(),
                               reading.at("surprisal").get<double>(), reading.at("confidence").get<double>(),
                               reading.at("length").get<std::size_t>()});
    round.report.rehearsalCerBefore = object->at("rehearsal_cer_before").get<double>();
    round.report.rehearsalCerAfter = object->at("rehearsal_cer_after").get<double>();
    round.report.rehearsalCheckSeconds = object->at("rehearsal_check_seconds").get<double>();
    round.report.stepsDone = object->at("steps").get<std::int64_t>();
    round.report.readLines = object->value("read_lines", std::size_t{0});
    round.report.seconds = object->at("seconds").get<double>();
    round.readingSeconds = object->at("reading_seconds").get<double>();
    return round.after.size() == round.heldOut.size() ? std::optional(std::move(round)) : std::nullopt;
} catch (const json::exception&) {
    return std::nullopt; // it is done again
}

Result<void> writeFinishedRound(const fs::path& folder, const FinishedRound& round)
{
    json readings = json::array();
    for (const HeldOutReading& reading : round.after)
        readings.push_back({{"text", reading.text},
                            {"expected_edits", reading.expectedEdits},
                            {"surprisal", reading.surprisal},
                            {"confidence", reading.confidence},
                            {"length", reading.length}});
    return write(folder / kRound, {{"held_out", round.heldOut},
                                   {"readings", readings},
                                   {"rehearsal_cer_before", round.report.rehearsalCerBefore},
                                   {"rehearsal_cer_after", round.report.rehearsalCerAfter},
                                   {"rehearsal_check_seconds", round.report.rehearsalCheckSeconds},
                                   {"steps", round.report.stepsDone},
                                   {"read_lines", round.report.readLines},
                                   {"seconds", round.report.seconds},
                                   {"reading_seconds", round.readingSeconds}});
}

} // namespace longhand::app
