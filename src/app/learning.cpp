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
#include "app/round_tuner.h"
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

constexpr const char* kProfile = "profile.safetensors";
constexpr const char* kLast = "final"; ///< the folder of the round whose model is to be used
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
    Result<void> prepare();
    Result<FinishedRound> finishRound(std::size_t round);
    [[nodiscard]] MeasuredSoFar measuredBy(const std::vector<FinishedRound>& rounds) const;
    /// Confidences, for a profile, with another one: a page's proposal compares with the model alone.
    Result<std::vector<HeldOutReading>> read(const fs::path& model, const fs::path& profile,
                                             const fs::path& profileForConfidences,
                                             const std::vector<std::size_t>& numbers);
    Result<void> readHeldOutBefore();
    /// What reads the lines afterwards: the model, or its base with the profile made of it.
    Result<std::vector<HeldOutReading>> readLearnt(const fs::path& folder, const std::vector<std::size_t>& lines);
    [[nodiscard]] ModelCard cardOf(const GateFigures& figures, const training::FineTuneReport& tuned,
                                   const std::vector<FinishedRound>& rounds) const;
    /// Puts the model in `folder` into the library.
    Result<LearningResult> conclude(const training::FineTuneReport& report, const fs::path& folder,
                                    const std::vector<FinishedRound>& rounds, bool isPart);
    [[nodiscard]] bool isProfile() const { return !m_request.writer.value_or("").empty(); }

    const LearningRequest& m_request;
    fs::path m_folder;
    ModelLibrary m_library;
    std::stop_token m_stop;
    const ProgressOfLearning& m_progress;
    LearningBasis m_basis;
    LearningLines m_lines;
    UncorrectedLines m_uncorrected;
    LearningPlan m_plan;
    std::optional<RoundTuner> m_tuner; ///< as soon as there is a plan
    std::string m_run;                 ///< names the run in the library: added once, however often it is resumed
    std::map<std::size_t, HeldOutReading> m_before; ///< of held-out lines, by what is used today
};

Result<void> LearningRun::prepare()
{
    if (!isProfile() && !m_request.uncorrected.empty())
        return Error{ErrorCode::InvalidInput, "Lines that nobody has corrected teach the profile of one writer only. "
                                              "Say whose hand they are in."};
    if (m_progress)
        m_progress({});
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
    m_tuner.emplace(RoundTuner::Materials{m_request, m_basis, m_lines.lines, m_uncorrected}, m_plan, m_stop,
                    m_progress);
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
    m_tuner->report(LearningPhase::Measuring);
    if (!isProfile())
        return read(folder / kLearntModel, {}, {}, lines);
    if (const auto made = recognition::writeProfile(folder / kProfile, m_basis.model, folder / kLearntModel); !made)
        return made.error();
    return read(m_basis.model, folder / kProfile, folder / kProfile, lines);
}

/// One round of cross-validation, or what is left on disk of it from before.
Result<FinishedRound> LearningRun::finishRound(std::size_t round)
{
    const fs::path folder = m_folder / ("round-" + std::to_string(round));
    if (auto finished = readFinishedRound(folder)) {
        m_tuner->skip(*finished, folder);
        return std::move(*finished);
    }
    const auto& heldOut = m_plan.heldOut[round];
    const auto report = m_tuner->tune({folder, heldOut, false});
    if (!report)
        return report.error();
    const auto begin = Clock::now();
    const auto readings = readLearnt(folder, heldOut);
    if (!readings)
        return readings.error();
    FinishedRound finished{heldOut, *readings, *report, secondsSince(begin), {}};
    m_tuner->spend(finished.readingSeconds);
    if (report->stopped)
        return finished;
    if (auto written = writeFinishedRound(folder, finished); !written)
        return written.error();
    return finished;
}

MeasuredSoFar LearningRun::measuredBy(const std::vector<FinishedRound>& rounds) const
{
    MeasuredSoFar measured;
    for (const FinishedRound& round : rounds)
        for (std::size_t i = 0; i < round.heldOut.size(); ++i) {
            ++measured.lines;
            measured.errorsBefore += m_before.at(round.heldOut[i]).expectedEdits;
            measured.errorsAfter += round.after[i].expectedEdits;
        }
    return measured;
}

ModelCard LearningRun::cardOf(const GateFigures& figures, const training::FineTuneReport& tuned,
                              const std::vector<FinishedRound>& rounds) const
{
    const GateVerdict verdict = judge(figures);
    ModelCard card;
    card.run = m_run;
    card.kind = isProfile() ? LearntKind::Profile : LearntKind::Model;
    card.writer = m_request.writer.value_or("");
    card.base = m_basis.name;
    card.baseId = m_basis.id;
    card.baseChecksum = m_basis.checksum;
    card.seconds = m_tuner->seconds();
    const auto characters = static_cast<double>(std::max<std::size_t>(1, figures.characters));
    card.ownCerBefore = figures.errorsBefore() / characters;
    card.ownCerAfter = figures.errorsAfter() / characters;
    card.rehearsalCerBefore = tuned.rehearsalCerBefore;
    card.rehearsalCerAfter = tuned.rehearsalCerAfter;
    card.crossValidated = figures.crossValidated;
    card.linesHeldOut = static_cast<int>(figures.lines);
    card.verdict = verdict.verdict;
    card.reason = verdict.reason;
    std::set<std::int64_t> learnt = m_basis.learnt;
    std::set<std::size_t> out;
    if (!figures.crossValidated)
        out.insert(rounds.front().heldOut.begin(), rounds.front().heldOut.end());
    for (std::size_t i = 0; i < m_lines.lines.size(); ++i)
        if (!out.contains(i))
            learnt.insert(m_lines.lines[i].id);
    card.linesLearnt = static_cast<int>(m_lines.lines.size() - out.size());
    card.linesUncorrected = static_cast<int>(tuned.readLines);
    card.learntIds.assign(learnt.begin(), learnt.end());
    return card;
}

Result<LearningResult> LearningRun::conclude(const training::FineTuneReport& tuned, const fs::path& folder,
                                             const std::vector<FinishedRound>& rounds, bool isPart)
{
    m_tuner->report(LearningPhase::Measuring);
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

    ModelCard card = cardOf(result.figures, tuned, rounds);
    if (isProfile())
        card.certaintyGain = certaintyGain(before, after);
    auto modelsName = modelName(folder / kLearntModel);
    if (!modelsName)
        return modelsName.error();
    card.name = std::move(*modelsName);
    auto added = m_library.add(folder / (isProfile() ? kProfile : kLearntModel), std::move(card));
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
    m_tuner->spend(secondsSince(begin));
    if (m_stop.stop_requested())
        return Error{ErrorCode::Stopped, "Learning was stopped before it had begun."};
    const fs::path last = m_folder / kLast;
    if (!m_plan.crossValidated) {
        m_tuner->spend(secondsSince(beginReading)); // the same lines once more, afterwards
        const auto& heldOut = m_plan.heldOut.front();
        const auto report = m_tuner->tune({last, heldOut, true});
        if (!report)
            return report.error();
        const auto readings = readLearnt(last, heldOut);
        if (!readings)
            return readings.error();
        return conclude(*report, last, {{heldOut, *readings, *report, 0, {}}}, false);
    }
    std::vector<FinishedRound> rounds;
    // On a stop the first round's model is what is kept: it was measured on lines it had not seen, as it is.
    const auto keepFirst = [&] {
        return conclude(rounds.front().report, m_folder / "round-0", {rounds.front()}, true);
    };
    for (std::size_t round = 0; round < m_plan.heldOut.size(); ++round) {
        auto finished = finishRound(round);
        if (!finished)
            return finished.error();
        rounds.push_back(std::move(*finished));
        m_tuner->note(measuredBy(rounds));
        if (m_stop.stop_requested())
            return keepFirst();
    }
    const auto report = m_tuner->tune({last, {}, true});
    if (!report)
        return report.error();
    if (report->stopped)
        return keepFirst();
    if (isProfile())
        if (const auto made = recognition::writeProfile(last / kProfile, m_basis.model, last / kLearntModel); !made)
            return made.error();
    return conclude(*report, last, rounds, false);
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
