#include "longhand/app/learning.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "app/learning_basis.h"
#include "app/learning_lines.h"
#include "app/learning_rounds.h"
#include "app/machine_texts.h"
#include "longhand/app/models.h"
#include "longhand/app/user_data.h"
#include "longhand/base/files.h"
#include "longhand/recognition/recognizer.h"
#include "longhand/text/unicode.h"
#include "longhand/training/fine_tuner.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;
using ProgressOfLearning = std::function<void(const LearningProgress&)>;

constexpr const char* kModel = "model.safetensors";
constexpr const char* kProfile = "profile.safetensors";
constexpr const char* kFirstModel = "first.safetensors"; ///< that reads what nobody has corrected
constexpr const char* kMachineTexts = "machine-texts.json";
constexpr const char* kFinal = "final"; ///< the folder of the model itself
/// Of the model that is to be used; a round of cross-validation is 1. Shorter rounds leave it more of the time, but too
/// short ones hardly show its gain, and few held-out lines show it coarsely.
constexpr double kFinalEffort = 3, kFinalEffortWithFewLines = 1.5;
constexpr std::size_t kFewLines = 32;
constexpr std::size_t kReadLinesWorthACorrectedOne = 4; ///< where it is about how long and how far to learn
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

class LearningRun
{
public:
    LearningRun(const LearningRequest& request, fs::path folder, std::stop_token stop,
                const ProgressOfLearning& progress)
        : m_request(request), m_folder(std::move(folder)),
          m_library(request.library.empty() ? userModelFolder() : request.library), m_stop(std::move(stop)),
          m_progress(progress)
    {
    }

    Result<LearningResult> run();

private:
    /// Of the work of the whole run: a share, and what comes before it.
    struct Part {
        double before = 0, share = 1;
    };

    Result<void> prepare();
    Result<FinishedRound> finishRound(std::size_t round);
    Result<training::FineTuneReport> tune(const std::vector<std::size_t>& heldOut, const std::string& name,
                                          bool decides);
    [[nodiscard]] training::FineTuneRequest tuningRequest(const std::vector<std::size_t>& heldOut,
                                                          const std::string& name, bool decides) const;
    Result<training::FineTuneReport> learnToReadUncorrected(training::FineTuneRequest& request, const Part& part);
    Result<training::FineTuneReport> fineTune(training::FineTuneRequest& request, const Part& part);
    void takeAccount(const training::FineTuneReport& report);
    /// Of those granted.
    [[nodiscard]] double minutesFor(const Part& part) const;
    /// Confidences, for a profile, with another one: a page's proposal compares with the model alone.
    Result<std::vector<HeldOutReading>> read(const fs::path& model, const fs::path& profile,
                                             const fs::path& profileForConfidences,
                                             const std::vector<std::size_t>& numbers);
    Result<void> readHeldOutBefore();
    /// What reads the lines afterwards: the model, or its base with the profile made of it.
    Result<std::vector<HeldOutReading>> readLearnt(const fs::path& folder, const std::vector<std::size_t>& lines);
    Result<LearningResult> conclude(const training::FineTuneReport& report, const std::string& name,
                                    const std::vector<FinishedRound>& rounds, bool isPart);
    void report(LearningPhase phase);
    [[nodiscard]] bool isProfile() const { return !m_request.writer.value_or("").empty(); }
    [[nodiscard]] double finalEffort() const
    {
        return m_lines.lines.size() < kFewLines ? kFinalEffortWithFewLines : kFinalEffort;
    }
    /// Of all rounds together, a round of cross-validation being 1.
    [[nodiscard]] double effort() const
    {
        return m_plan.crossValidated ? static_cast<double>(m_plan.heldOut.size()) + finalEffort() : finalEffort();
    }

    const LearningRequest& m_request;
    fs::path m_folder;
    ModelLibrary m_library;
    std::stop_token m_stop;
    const ProgressOfLearning& m_progress;
    LearningProgress m_now;
    LearningBasis m_basis;
    LearningLines m_lines;
    UncorrectedLines m_uncorrected;
    LearningPlan m_plan;
    std::size_t m_tuning = 0;       ///< the round at work
    std::int64_t m_stepsBefore = 0; ///< in this round, by the corrected lines alone
    std::string m_run;              ///< names the run in the library: added once, however often it is resumed
    double m_seconds = 0;           ///< of learning
    double m_besides = 0;           ///< seconds of the minutes granted that went into reading and checking lines
    std::optional<training::RehearsalCheck> m_baseCheck;
    std::map<std::size_t, HeldOutReading> m_before; ///< of held-out lines, by what is used today
};

void LearningRun::report(LearningPhase phase)
{
    m_now.phase = phase;
    if (m_progress)
        m_progress(m_now);
}

Result<void> LearningRun::prepare()
{
    if (!isProfile() && !m_request.uncorrected.empty())
        return Error{ErrorCode::InvalidInput, "Lines that nobody has corrected teach the profile of one writer only. "
                                              "Say whose hand they are in."};
    report(LearningPhase::Checking);
    auto basis = findBasis(m_request, m_library);
    if (!basis)
        return basis.error();
    m_basis = std::move(*basis);
    recognition::Options options;
    options.threads = m_request.cores;
    auto recognizer = recognition::Recognizer::open(m_basis.model, options);
    if (!recognizer)
        return recognizer.error();
    m_basis.name = (*recognizer)->modelName();
    auto lines = collectLines(m_request, m_basis.learnt, **recognizer, m_stop);
    if (!lines)
        return lines.error();
    m_lines = std::move(*lines);
    m_plan = planRounds(m_lines.lines, m_request.seed);
    m_now.rounds = m_plan.crossValidated ? static_cast<int>(m_plan.heldOut.size()) : 0;
    auto uncorrected = openUncorrectedLines(m_request.uncorrected, (*recognizer)->lineHeightPx(), m_lines.lines);
    if (!uncorrected)
        return uncorrected.error();
    m_uncorrected = std::move(*uncorrected);
    if (m_uncorrected.pictures.empty() && !m_request.uncorrected.empty())
        m_lines.warnings.push_back(
            "No further line that nobody has corrected could be read from its picture, so only the "
            "corrected ones were learnt.");
    auto run = beginRounds(m_folder, m_basis.checksum, m_lines.lines, m_uncorrected.checksum);
    if (!run)
        return run.error();
    if (run->startedAgain)
        m_lines.warnings.push_back("The corrections or the model in use changed since the run was broken off, so it "
                                   "began from the start.");
    m_run = run->name;
    return {};
}

Result<std::vector<HeldOutReading>> LearningRun::read(const fs::path& model, const fs::path& profile,
                                                      const fs::path& profileForConfidences,
                                                      const std::vector<std::size_t>& numbers)
{
    std::vector<const LearningLine*> lines;
    for (const std::size_t number : numbers)
        lines.push_back(&m_lines.lines[number]);
    auto readings = readHeldOut({model, profile, m_request.cores}, lines);
    if (readings && isProfile())
        if (const auto added = addConfidences({model, profileForConfidences, m_request.cores}, lines, *readings);
            !added)
            return added.error();
    return readings;
}

Result<void> LearningRun::readHeldOutBefore()
{
    std::vector<std::size_t> lines;
    for (const auto& round : m_plan.heldOut)
        lines.insert(lines.end(), round.begin(), round.end());
    const auto readings = read(m_basis.model, m_basis.profile, {}, lines);
    if (!readings)
        return readings.error();
    for (std::size_t i = 0; i < lines.size(); ++i)
        m_before[lines[i]] = (*readings)[i];
    return {};
}

Result<std::vector<HeldOutReading>> LearningRun::readLearnt(const fs::path& folder,
                                                            const std::vector<std::size_t>& lines)
{
    report(LearningPhase::Measuring);
    if (!isProfile())
        return read(folder / kModel, {}, {}, lines);
    if (const auto made = recognition::writeProfile(folder / kProfile, m_basis.model, folder / kModel); !made)
        return made.error();
    return read(m_basis.model, folder / kProfile, folder / kProfile, lines);
}

training::FineTuneRequest LearningRun::tuningRequest(const std::vector<std::size_t>& heldOut, const std::string& name,
                                                     bool decides) const
{
    training::FineTuneRequest request;
    request.base = m_basis.model;
    std::vector<bool> isOut(m_lines.lines.size(), false);
    for (const std::size_t line : heldOut)
        isOut[line] = true;
    for (std::size_t i = 0; i < m_lines.lines.size(); ++i) {
        const LearningLine& line = m_lines.lines[i];
        if (!isOut[i])
            request.learn.push_back({line.picture, line.text});
        else if (decides)
            request.heldOut.push_back({line.picture, line.text});
    }
    request.rehearsalPacks = m_request.rehearsalPacks.empty() ? rehearsalPacks() : m_request.rehearsalPacks;
    request.workFolder = m_folder / name;
    request.output = m_folder / name / kModel;
    request.checksHalfway = name == kFinal;
    if (m_request.cores > 0)
        request.threads = m_request.cores;
    request.seed = m_request.seed;
    request.modelName = nameOfLearnt(m_basis, m_request.writer.value_or(""));
    return request;
}

Result<training::FineTuneReport> LearningRun::fineTune(training::FineTuneRequest& request, const Part& part)
{
    const bool isFinal = request.checksHalfway;
    request.recipe =
        training::recipeFor(request.learn.size() + request.read.size() / kReadLinesWorthACorrectedOne, isProfile());
    if (!isFinal)
        request.recipe.steps = static_cast<std::int64_t>(static_cast<double>(request.recipe.steps) / finalEffort());
    request.minutes = minutesFor(part);
    request.baseCheck = m_baseCheck;
    const auto begin = Clock::now();
    m_now.ownCer = m_now.rehearsalCer = -1;
    const LearningPhase phase = isFinal ? LearningPhase::Learning : LearningPhase::Trying;
    const auto report = training::fineTune(request, m_stop, [&](const training::FineTuneProgress& progress) {
        m_now.step = m_stepsBefore + progress.step;
        m_now.steps = m_stepsBefore + progress.steps;
        m_now.loss = progress.loss;
        m_now.ownCer = progress.ownCer;
        m_now.rehearsalCer = progress.rehearsalCer;
        const double spent = secondsSince(begin);
        const double done = spent / std::max(1e-3, spent + progress.secondsLeft);
        m_now.share = part.before + part.share * done;
        m_now.secondsLeft =
            progress.secondsLeft + (1 - part.before - part.share) / part.share * (spent + progress.secondsLeft);
        this->report(phase);
    });
    if (report)
        takeAccount(*report);
    return report;
}

Result<training::FineTuneReport> LearningRun::tune(const std::vector<std::size_t>& heldOut, const std::string& name,
                                                   bool decides)
{
    Part part{static_cast<double>(m_tuning) / effort(), (name == kFinal ? finalEffort() : 1.0) / effort()};
    m_now.round = static_cast<int>(m_tuning++);
    m_stepsBefore = 0;
    training::FineTuneRequest request = tuningRequest(heldOut, name, decides);
    if (m_uncorrected.pictures.empty())
        return fineTune(request, part);
    part.share /= 2;
    const fs::path model = std::exchange(request.output, request.workFolder / kFirstModel);
    auto first = learnToReadUncorrected(request, part);
    if (!first)
        return first;
    bool stopped = first->stopped;
    if (!stopped && !request.read.empty()) {
        request.output = model;
        part.before += part.share;
        auto report = fineTune(request, part);
        if (!report)
            return report;
        report->seconds += first->seconds;
        stopped = report->stopped;
        if (!stopped)
            return report;
    }
    // The best so far: a second run that was broken off has hardly left the base model.
    std::error_code error;
    fs::copy_file(request.workFolder / kFirstModel, model, fs::copy_options::overwrite_existing, error);
    if (error)
        return Error{ErrorCode::Io, "Cannot write the file " + quoted(model) + ": " + error.message() + '.'};
    first->stopped = stopped;
    return first;
}

/// Gives `request` the lines that nobody corrected, as the corrected ones alone teach to read them.
Result<training::FineTuneReport> LearningRun::learnToReadUncorrected(training::FineTuneRequest& request,
                                                                     const Part& part)
{
    const fs::path file = request.workFolder / kMachineTexts;
    auto known = restoreTexts(file, m_uncorrected.pictures.size());
    if (known) {
        takeAccount(known->reader);
    } else {
        auto reader = fineTune(request, part);
        if (!reader || reader->stopped)
            return reader;
        const auto begin = Clock::now();
        auto texts = readUncorrectedLines({request.output, {}, m_request.cores}, m_uncorrected.pictures, m_stop);
        if (!texts && texts.error().code != ErrorCode::Stopped)
            return texts.error();
        reader->stopped = !texts.ok();
        if (!texts)
            return reader;
        known = {*std::move(texts), *reader, secondsSince(begin)};
        if (const auto kept = keepTexts(file, *known); !kept)
            return kept.error();
    }
    m_besides += known->readingSeconds;
    m_stepsBefore = known->reader.stepsDone;
    for (std::size_t i = 0; i < m_uncorrected.pictures.size(); ++i)
        if (!known->texts[i].empty())
            request.read.push_back({m_uncorrected.pictures[i], known->texts[i]});
    if (request.read.empty())
        known->reader.warnings.push_back("None of the lines that nobody has corrected could be read surely enough, so "
                                         "only the corrected ones were learnt.");
    return known->reader;
}

void LearningRun::takeAccount(const training::FineTuneReport& report)
{
    m_seconds += report.seconds;
    m_baseCheck = {report.rehearsalCerBefore, report.rehearsalCheckSeconds};
}

double LearningRun::minutesFor(const Part& part) const
{
    if (m_request.minutes <= 0)
        return 0;
    // What earlier rounds took too long, the later ones make up for, but not all of it.
    constexpr double kLeast = 0.5;
    const double left = m_request.minutes - (m_seconds + m_besides) / 60;
    return std::max(kLeast * part.share * m_request.minutes, left * part.share / (1 - part.before));
}

/// One round of cross-validation, or what is left on disk of it from before.
Result<FinishedRound> LearningRun::finishRound(std::size_t round)
{
    const std::string name = "round-" + std::to_string(round);
    if (auto finished = readFinishedRound(m_folder / name)) {
        ++m_tuning;
        takeAccount(finished->report);
        m_besides += finished->readingSeconds;
        return std::move(*finished);
    }
    const auto& heldOut = m_plan.heldOut[round];
    const auto report = tune(heldOut, name, false);
    if (!report)
        return report.error();
    const auto begin = Clock::now();
    const auto readings = readLearnt(m_folder / name, heldOut);
    if (!readings)
        return readings.error();
    FinishedRound finished{heldOut, *readings, *report, secondsSince(begin), {}};
    m_besides += finished.readingSeconds;
    if (report->stopped)
        return finished;
    if (auto written = writeFinishedRound(m_folder / name, finished); !written)
        return written.error();
    return finished;
}

Result<LearningResult> LearningRun::conclude(const training::FineTuneReport& tuned, const std::string& name,
                                             const std::vector<FinishedRound>& rounds, bool isPart)
{
    report(LearningPhase::Measuring);
    LearningResult result;
    std::vector<FinishedRound> measured = rounds;
    for (FinishedRound& round : measured)
        for (const std::size_t line : round.heldOut)
            round.before.push_back(m_before.at(line));
    std::vector<HeldOutReading> before, after;
    for (const FinishedRound& round : measured) {
        before.insert(before.end(), round.before.begin(), round.before.end());
        after.insert(after.end(), round.after.begin(), round.after.end());
    }
    MeasuredLines lines = measureLines(m_lines.lines, measured);
    result.figures = lines.figures;
    result.better = std::move(lines.better);
    result.worse = std::move(lines.worse);
    result.figures.crossValidated = m_plan.crossValidated && !isPart;
    result.figures.rehearsalCerBefore = tuned.rehearsalCerBefore;
    result.figures.rehearsalCerAfter = tuned.rehearsalCerAfter;
    result.questioned = m_lines.questioned;
    result.newCharacters = text::toUtf8(tuned.newCharacters);
    result.warnings = m_lines.warnings;
    result.warnings.insert(result.warnings.end(), tuned.warnings.begin(), tuned.warnings.end());
    result.stopped = tuned.stopped || isPart;

    const GateVerdict verdict = judge(result.figures);
    ModelCard card;
    card.run = m_run;
    card.kind = isProfile() ? LearntKind::Profile : LearntKind::Model;
    card.writer = m_request.writer.value_or("");
    card.base = m_basis.name;
    card.baseId = m_basis.id;
    card.baseChecksum = m_basis.checksum;
    card.seconds = m_seconds;
    const auto characters = static_cast<double>(std::max<std::size_t>(1, result.figures.characters));
    card.ownCerBefore = result.figures.errorsBefore() / characters;
    card.ownCerAfter = result.figures.errorsAfter() / characters;
    card.rehearsalCerBefore = tuned.rehearsalCerBefore;
    card.rehearsalCerAfter = tuned.rehearsalCerAfter;
    if (isProfile())
        card.certaintyGain = certaintyGain(before, after);
    card.crossValidated = result.figures.crossValidated;
    card.linesHeldOut = static_cast<int>(result.figures.lines);
    card.verdict = verdict.verdict;
    card.reason = verdict.reason;
    std::set<std::int64_t> learnt = m_basis.learnt;
    std::set<std::size_t> out;
    if (!result.figures.crossValidated)
        out.insert(rounds.front().heldOut.begin(), rounds.front().heldOut.end());
    for (std::size_t i = 0; i < m_lines.lines.size(); ++i)
        if (!out.contains(i))
            learnt.insert(m_lines.lines[i].id);
    card.linesLearnt = static_cast<int>(m_lines.lines.size() - out.size());
    card.linesUncorrected = static_cast<int>(tuned.readLines);
    card.learntIds.assign(learnt.begin(), learnt.end());
    auto modelsName = modelName(m_folder / name / kModel);
    if (!modelsName)
        return modelsName.error();
    card.name = std::move(*modelsName);
    auto added = m_library.add(m_folder / name / (isProfile() ? kProfile : kModel), std::move(card));
    if (!added)
        return added.error();
    result.card = std::move(*added);
    return result;
}

Result<LearningResult> LearningRun::run()
{
    const auto begin = Clock::now();
    if (auto prepared = prepare(); !prepared)
        return prepared.error();
    const auto beginReading = Clock::now();
    if (auto read = readHeldOutBefore(); !read)
        return read.error();
    m_besides = secondsSince(begin);
    if (m_stop.stop_requested())
        return Error{ErrorCode::Stopped, "Learning was stopped before it had begun."};
    if (!m_plan.crossValidated) {
        m_besides += secondsSince(beginReading); // the same lines once more, afterwards
        const auto& heldOut = m_plan.heldOut.front();
        const auto report = tune(heldOut, kFinal, true);
        if (!report)
            return report.error();
        const auto readings = readLearnt(m_folder / kFinal, heldOut);
        if (!readings)
            return readings.error();
        return conclude(*report, kFinal, {{heldOut, *readings, *report, 0, {}}}, false);
    }
    std::vector<FinishedRound> rounds;
    // On a stop the first round's model is what is kept: it was measured on lines it had not seen, as it is.
    const auto keepFirst = [&] { return conclude(rounds.front().report, "round-0", {rounds.front()}, true); };
    for (std::size_t round = 0; round < m_plan.heldOut.size(); ++round) {
        auto finished = finishRound(round);
        if (!finished)
            return finished.error();
        rounds.push_back(std::move(*finished));
        if (m_stop.stop_requested())
            return keepFirst();
    }
    const auto report = tune({}, kFinal, false);
    if (!report)
        return report.error();
    if (report->stopped)
        return keepFirst();
    if (isProfile()) {
        const auto made =
            recognition::writeProfile(m_folder / kFinal / kProfile, m_basis.model, m_folder / kFinal / kModel);
        if (!made)
            return made.error();
    }
    return conclude(*report, kFinal, rounds, false);
}

} // namespace

Result<LearningResult> learn(const LearningRequest& request, const fs::path& workFolder, std::stop_token stop,
                             const std::function<void(const LearningProgress&)>& progress)
{
    return LearningRun(request, workFolder, std::move(stop), progress).run();
}

Result<void> acceptLearnt(ModelLibrary& library, const ModelCard& card)
{
    return library.use(card.id, card.kind == LearntKind::Profile ? card.writer : std::string());
}

} // namespace longhand::app
