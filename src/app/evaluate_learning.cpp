#include "longhand/app/evaluate_learning.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <random>
#include <span>
#include <utility>

#include <QTemporaryDir>

#include "app/line_set_writer.h"
#include "app/lines_table.h"
#include "app/normal_form.h"
#include "app/rows_to_learn.h"
#include "longhand/app/evaluation.h"
#include "longhand/app/learning.h"
#include "longhand/app/profile_chooser.h"
#include "longhand/app/teaching_order.h"
#include "longhand/base/files.h"
#include "longhand/feedback/feedback_store.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::app
{

namespace
{

constexpr int kStoredHeightPx = 96;       ///< what the store keeps of a line
constexpr std::ptrdiff_t kPageLines = 12; ///< that a proposal is made from
constexpr const char* kWriter = "this hand";

struct Rates {
    double own = -1, guard = -1, guardIgnoringCase = -1;
};

Result<text::ErrorCounts> measure(recognition::Recognizer& recognizer, const std::filesystem::path& folder,
                                  const EvaluateLearningRequest& request, const std::stop_token& stop)
{
    const auto evaluation = evaluateLines(recognizer, folder, {request.split, request.limit}, stop);
    if (!evaluation)
        return evaluation.error();
    return evaluation->errors;
}

Result<Rates> measure(const std::filesystem::path& model, const std::filesystem::path& profile,
                      const EvaluateLearningRequest& request, const std::stop_token& stop)
{
    recognition::Options reading = request.reading;
    reading.profile = profile;
    auto recognizer = recognition::Recognizer::open(model, reading);
    if (!recognizer)
        return recognizer.error();
    const auto own = measure(**recognizer, request.folder, request, stop);
    if (!own)
        return own.error();
    Rates rates{.own = own->cer()};
    if (!request.guard.empty()) {
        const auto guard = measure(**recognizer, request.guard, request, stop);
        if (!guard)
            return guard.error();
        rates.guard = guard->cer();
        rates.guardIgnoringCase = guard->cerIgnoringCase();
    }
    return rates;
}

/// Reads the lines page by page with what their proposal says.
Result<ProposedReading> readAsProposed(std::span<const ProfileReader> readers, const std::filesystem::path& folder,
                                       const EvaluateLearningRequest& request, const std::stop_token& stop)
{
    const auto rows = readLinesTable(folder, request.split, request.limit);
    if (!rows)
        return rows.error();
    std::map<std::string, std::unique_ptr<recognition::Recognizer>> recognizers; // by writer
    for (const ProfileReader& reader : readers) {
        recognition::Options reading = request.reading;
        reading.profile = reader.choice.profile;
        auto recognizer = recognition::Recognizer::open(reader.choice.model, reading);
        if (!recognizer)
            return recognizer.error();
        recognizers[reader.writer] = std::move(recognizer).value();
    }
    ProposedReading proposed;
    text::ErrorCounts errors;
    for (auto first = rows->begin(), end = first; first != rows->end(); first = end) {
        std::vector<GrayImage> pictures;
        std::vector<const LinesTableRow*> references;
        for (; end != rows->end() && end->writer == first->writer && end - first < kPageLines; ++end)
            if (auto picture = imaging::readGray(end->picture)) { // what cannot be read, evaluateLines leaves out too
                pictures.push_back(std::move(picture).value());
                references.push_back(&*end);
            }
        const auto proposal = proposeProfile(readers, tellingLines(pictures), stop);
        if (!proposal)
            return proposal.error();
        recognition::Recognizer& recognizer = *recognizers.at(proposal->writer);
        for (GrayImage& picture : pictures)
            picture = imaging::normalizeLine(picture, recognizer.lineHeightPx());
        const auto readings = recognizer.read(pictures, stop);
        if (!readings)
            return readings.error();
        for (std::size_t i = 0; i < references.size(); ++i)
            errors.add(toNfc(references[i]->text), toNfc((*readings)[i].text));
        ++proposed.pages;
        proposed.withProfile += proposal->writer.empty() ? 0 : 1;
    }
    proposed.cer = errors.cer();
    return proposed;
}

/// What the program reads when nobody says whose hand a page is in.
Result<void> measureProposals(LearningMeasurement& measurement, const LibraryEntry& profile,
                              const EvaluateLearningRequest& request, const std::stop_token& stop)
{
    const std::vector<ProfileReader> readers{
        {{}, {request.model, {}, {}, {}}, 0},
        {kWriter, {request.model, profile.file, {}, {}}, profile.card.certaintyGain}};
    const auto own = readAsProposed(readers, request.folder, request, stop);
    if (!own)
        return own.error();
    measurement.ownProposed = *own;
    if (request.guard.empty())
        return {};
    const auto guard = readAsProposed(readers, request.guard, request, stop);
    if (!guard)
        return guard.error();
    measurement.guardProposed = *guard;
    return {};
}

/// The most instructive rows, `count` of them, of rows in reading order.
Result<std::vector<LinesTableRow>> inTeachingOrder(const std::vector<LinesTableRow>& rows, std::size_t count,
                                                   const EvaluateLearningRequest& request, const std::stop_token& stop)
{
    auto recognizer = recognition::Recognizer::open(request.model, request.reading);
    if (!recognizer)
        return recognizer.error();
    std::vector<GrayImage> pictures;
    for (const LinesTableRow& row : rows) {
        const auto picture = imaging::readGray(row.picture);
        if (!picture)
            return picture.error();
        pictures.push_back(imaging::normalizeLine(*picture, (*recognizer)->lineHeightPx()));
    }
    const auto readings = (*recognizer)->read(pictures, stop);
    if (!readings)
        return readings.error();
    std::vector<ReadCharacters> lines;
    for (const auto& reading : *readings)
        lines.push_back(charactersOf(reading));
    std::vector<LinesTableRow> ordered;
    for (const std::size_t line : teachingOrder(lines, count))
        ordered.push_back(rows[line]);
    return ordered;
}

/// Puts lines into a new store as if a person had corrected them.
Result<void> correctLines(const std::filesystem::path& store, std::vector<LinesTableRow> rows,
                          const EvaluateLearningRequest& request, const std::stop_token& stop)
{
    std::vector<feedback::Correction> corrections;
    std::vector<GrayImage> pictures;
    auto recognizer = recognition::Recognizer::open(request.model, request.reading);
    if (!recognizer)
        return recognizer.error();
    if (request.shuffledLabels) {
        std::mt19937_64 random(request.seed + 1);
        for (std::size_t i = rows.size(); i > 1; --i) // Sattolo: nobody keeps their own
            std::swap(rows[i - 1].text, rows[random() % (i - 1)].text);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto picture = imaging::readGray(rows[i].picture);
        if (!picture)
            return picture.error();
        pictures.push_back(imaging::normalizeLine(*picture, (*recognizer)->lineHeightPx()));
        feedback::Correction correction;
        correction.picture =
            picture->height > kStoredHeightPx ? imaging::normalizeLine(*picture, kStoredHeightPx) : std::move(*picture);
        correction.humanText = rows[i].text;
        correction.language = rows[i].language;
        if (request.asProfile)
            correction.writer = kWriter;
        correction.pageKey = rows[i].picture.string();
        correction.pageName = rows[i].picture.filename().string();
        correction.lineId = std::to_string(i);
        correction.model = (*recognizer)->modelName();
        corrections.push_back(std::move(correction));
    }
    auto readings = (*recognizer)->read(pictures, stop);
    if (!readings)
        return readings.error();
    for (std::size_t i = 0; i < corrections.size(); ++i) {
        corrections[i].machineText = (*readings)[i].text;
        corrections[i].confidence = (*readings)[i].confidence;
    }
    auto opened = feedback::FeedbackStore::open(store);
    if (!opened)
        return opened.error();
    auto recorded = (*opened)->recordAll(corrections);
    if (!recorded)
        return recorded.error();
    return {};
}

/// Their texts stay behind.
Result<void> copyUncorrected(const std::vector<LinesTableRow>& rows, const std::filesystem::path& folder)
{
    auto writer = LineSetWriter::create(folder);
    if (!writer)
        return writer.error();
    for (const LinesTableRow& row : rows) {
        const auto picture = imaging::readGray(row.picture);
        if (!picture)
            return picture.error();
        if (auto added = writer->add(*picture, {"train", kWriter, row.language, {}}); !added)
            return added;
    }
    return writer->finish();
}

Result<LearningMeasurement> learnFrom(std::vector<LinesTableRow> rows, const std::vector<LinesTableRow>& uncorrected,
                                      const Rates& before, const EvaluateLearningRequest& request,
                                      const std::stop_token& stop)
{
    const QTemporaryDir temporary;
    if (!temporary.isValid())
        return Error{ErrorCode::Io, "Cannot make a temporary folder: " + temporary.errorString().toStdString() + "."};
    const std::filesystem::path folder = temporary.path().toStdString();
    LearningMeasurement measurement;
    measurement.count = rows.size();
    if (auto corrected = correctLines(folder / "feedback.sqlite", std::move(rows), request, stop); !corrected)
        return corrected.error();

    LearningRequest learning;
    if (request.asProfile)
        learning.writer = kWriter;
    learning.minutes = request.minutes;
    learning.seed = request.seed;
    learning.lowPriority = false;
    learning.base = request.model;
    learning.store = folder / "feedback.sqlite";
    learning.library = folder / "models";
    if (!uncorrected.empty()) {
        learning.uncorrected = folder / "uncorrected";
        if (const auto copied = copyUncorrected(uncorrected, learning.uncorrected); !copied)
            return copied.error();
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto learnt = learn(learning, folder / "work", stop);
    measurement.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (!learnt) {
        if (learnt.error().code != ErrorCode::InvalidInput)
            return learnt.error();
        measurement.reason = learnt.error().detail;
        return measurement;
    }
    measurement.offered = learnt->card.verdict == Verdict::Offered;
    measurement.reason = learnt->card.reason;
    const auto entry = ModelLibrary(learning.library).find(learnt->card.id);
    if (!entry)
        return entry.error();
    const auto after = request.asProfile ? measure(request.model, entry->file, request, stop)
                                         : measure(entry->file, {}, request, stop);
    if (!after)
        return after.error();
    measurement.cer = after->own;
    measurement.change = before.own > 0 ? after->own / before.own - 1 : 0;
    measurement.guardCer = after->guard;
    measurement.guardChange = after->guard - before.guard;
    measurement.guardCerIgnoringCase = after->guardIgnoringCase;
    measurement.guardChangeIgnoringCase = after->guardIgnoringCase - before.guardIgnoringCase;
    if (request.asProfile)
        if (const auto proposed = measureProposals(measurement, *entry, request, stop); !proposed)
            return proposed.error();
    return measurement;
}

} // namespace

Result<std::vector<LearningMeasurement>> evaluateLearning(const EvaluateLearningRequest& request, std::stop_token stop,
                                                          const std::function<void(const LearningMeasurement&)>& done)
{
    auto table = readLinesTable(request.folder);
    if (!table)
        return table.error();
    Result<std::vector<LinesTableRow>> rows = rowsToLearn(std::move(table).value(), request.order, request.seed);
    const std::size_t most =
        request.counts.empty() ? 0 : *std::max_element(request.counts.begin(), request.counts.end());
    if (rows->size() < most + request.uncorrected)
        return Error{ErrorCode::InvalidInput, quoted(request.folder / "lines.tsv") + " has " +
                                                  std::to_string(rows->size()) + " lines to learn from, not " +
                                                  std::to_string(most + request.uncorrected) +
                                                  ". Ask for fewer with --counts."};
    if (request.order == LineOrder::Teaching) {
        rows = inTeachingOrder(*rows, most + request.uncorrected, request, stop);
        if (!rows)
            return rows.error();
    }
    const auto before = measure(request.model, {}, request, stop);
    if (!before)
        return before.error();
    std::vector<LearningMeasurement> measurements;
    const auto report = [&](LearningMeasurement measurement) {
        if (done)
            done(measurement);
        measurements.push_back(std::move(measurement));
    };
    report(
        {.count = 0, .cer = before->own, .guardCer = before->guard, .guardCerIgnoringCase = before->guardIgnoringCase});
    for (const std::size_t count : request.counts) {
        if (count == 0)
            continue;
        const auto part = [&](std::size_t first, std::size_t size) {
            const auto begin = rows->begin() + static_cast<std::ptrdiff_t>(first);
            return std::vector<LinesTableRow>(begin, begin + static_cast<std::ptrdiff_t>(size));
        };
        auto measurement = learnFrom(part(0, count), part(most, request.uncorrected), *before, request, stop);
        if (!measurement)
            return measurement.error();
        report(std::move(*measurement));
    }
    return measurements;
}

} // namespace longhand::app
