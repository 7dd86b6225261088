#include "app/round_tuner.h"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

#include "longhand/base/files.h"
#include "longhand/recognition/narrow_letters.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char* kFirstModel = "first.safetensors"; ///< that reads what nobody has corrected
constexpr const char* kMachineTexts = "machine-texts.json";
/// Of the last round; a round of cross-validation is 1. Shorter rounds leave it more of the time, but too short ones
/// hardly show its gain, and few held-out lines show it coarsely.
constexpr double kLastEffort = 3, kLastEffortWithFewLines = 1.5;
constexpr std::size_t kFewLines = 32;
constexpr std::size_t kReadLinesWorthACorrectedOne = 4; ///< where it is about how long and how far to learn

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

bool readsBetter(const training::FineTuneReport& report, const training::FineTuneReport& other)
{
    return report.ownCerAfter >= 0 && report.ownCerAfter < other.ownCerAfter;
}

/// Learnt as wide as it is read.
training::OwnLine asRead(const GrayImage& picture, const std::string& text)
{
    return {recognition::widenedIfNarrow(picture, text::toCodePoints(text).size()), text};
}

} // namespace

RoundTuner::RoundTuner(const Materials& materials, const LearningPlan& plan, std::stop_token stop,
                       const std::function<void(const LearningProgress&)>& progress)
    : m_materials(materials), m_rounds(plan.crossValidated ? plan.heldOut.size() : 0), m_stop(std::move(stop)),
      m_progress(progress)
{
    m_now.rounds = static_cast<int>(m_rounds);
}

Result<training::FineTuneReport> RoundTuner::tune(const Round& round)
{
    Part part{static_cast<double>(m_round) / effort(), (round.isLast ? lastEffort() : 1.0) / effort()};
    m_now.round = static_cast<int>(m_round++);
    m_stepsBefore = 0;
    training::FineTuneRequest request = requestFor(round);
    if (m_materials.uncorrected.pictures.empty())
        return fineTune(request, part);
    part.share /= 2;
    const fs::path model = std::exchange(request.output, round.folder / kFirstModel);
    auto first = learnToReadUncorrected(request, part);
    if (!first)
        return first;
    bool stopped = first->stopped;
    if (!stopped && !request.read.empty()) {
        request.output = model;
        part.before += part.share;
        auto second = fineTune(request, part);
        if (!second)
            return second;
        second->seconds += first->seconds;
        stopped = second->stopped;
        if (!stopped || readsBetter(*second, *first))
            return second;
    }
    // Without lines that decide, what was learnt to its end is kept: the second run begins at the base model again.
    std::error_code error;
    fs::copy_file(round.folder / kFirstModel, model, fs::copy_options::overwrite_existing, error);
    if (error)
        return Error{ErrorCode::Io, "Cannot write the file " + quoted(model) + ": " + error.message() + '.'};
    first->stopped = stopped;
    return first;
}

void RoundTuner::skip(const FinishedRound& round, const fs::path& folder)
{
    ++m_round;
    takeAccount(round.report);
    spend(round.readingSeconds);
    if (const auto known = restoreTexts(folder / kMachineTexts, m_materials.uncorrected.pictures.size()))
        spend(known->readingSeconds);
}

void RoundTuner::report(LearningPhase phase)
{
    m_now.phase = phase;
    if (m_progress)
        m_progress(m_now);
}

double RoundTuner::lastEffort() const
{
    return m_materials.lines.size() < kFewLines ? kLastEffortWithFewLines : kLastEffort;
}

double RoundTuner::effort() const
{
    return static_cast<double>(m_rounds) + lastEffort();
}

double RoundTuner::minutesFor(const Part& part) const
{
    const double granted = m_materials.request.minutes;
    if (granted <= 0)
        return 0;
    // What earlier rounds took too long, the later ones make up for, but not all of it.
    constexpr double kLeast = 0.5;
    const double left = granted - (m_seconds + m_besides) / 60;
    return std::max(kLeast * part.share * granted, left * part.share / (1 - part.before));
}

training::FineTuneRequest RoundTuner::requestFor(const Round& round) const
{
    const LearningRequest& asked = m_materials.request;
    training::FineTuneRequest request;
    request.base = m_materials.basis.model;
    std::vector<bool> isOut(m_materials.lines.size(), false);
    for (const std::size_t line : round.heldOut)
        isOut[line] = true;
    for (std::size_t i = 0; i < m_materials.lines.size(); ++i) {
        const LearningLine& line = m_materials.lines[i];
        if (!isOut[i])
            request.learn.push_back(asRead(line.picture, line.text));
        else if (round.isLast)
            request.heldOut.push_back(asRead(line.picture, line.text));
    }
    request.rehearsalPacks = asked.rehearsalPacks.empty() ? rehearsalPacks() : asked.rehearsalPacks;
    request.workFolder = round.folder;
    request.output = round.folder / kLearntModel;
    request.checksHalfway = round.isLast;
    if (asked.cores > 0)
        request.threads = asked.cores;
    request.seed = asked.seed;
    request.modelName = nameOfLearnt(m_materials.basis, asked.writer.value_or(""));
    return request;
}

/// Gives `request` the lines that nobody corrected, as the corrected ones alone teach to read them.
Result<training::FineTuneReport> RoundTuner::learnToReadUncorrected(training::FineTuneRequest& request,
                                                                    const Part& part)
{
    const std::vector<GrayImage>& pictures = m_materials.uncorrected.pictures;
    const fs::path file = request.workFolder / kMachineTexts;
    auto known = restoreTexts(file, pictures.size());
    if (known) {
        takeAccount(known->reader);
    } else {
        auto reader = fineTune(request, part);
        if (!reader || reader->stopped)
            return reader;
        const auto begin = Clock::now();
        double paused = 0;
        const auto tell = [&] {
            const auto told = Clock::now();
            report(LearningPhase::Reading);
            paused += secondsSince(told);
        };
        auto texts = readUncorrectedLines({request.output, {}, m_materials.request.cores}, pictures, m_stop, tell);
        if (!texts && texts.error().code != ErrorCode::Stopped)
            return texts.error();
        reader->stopped = !texts.ok();
        if (!texts)
            return reader;
        known = {*std::move(texts), *reader, secondsSince(begin) - paused};
        if (const auto kept = keepTexts(file, *known); !kept)
            return kept.error();
    }
    spend(known->readingSeconds);
    m_stepsBefore = known->reader.stepsDone;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        if (!known->texts[i].empty())
            request.read.push_back(asRead(pictures[i], known->texts[i]));
    if (request.read.empty())
        known->reader.warnings.push_back("None of the lines that nobody has corrected could be read surely enough, so "
                                         "only the corrected ones were learnt.");
    return known->reader;
}

Result<training::FineTuneReport> RoundTuner::fineTune(training::FineTuneRequest& request, const Part& part)
{
    const bool isLast = request.checksHalfway;
    // A round of cross-validation is a shorter run of the same kind, though it learns from fewer lines.
    const std::size_t corrected = isLast ? request.learn.size() : m_materials.lines.size();
    request.recipe = training::recipeFor(corrected + request.read.size() / kReadLinesWorthACorrectedOne, isProfile());
    if (!isLast)
        request.recipe.steps = static_cast<std::int64_t>(static_cast<double>(request.recipe.steps) / lastEffort());
    request.minutes = minutesFor(part);
    request.baseCheck = m_baseCheck;
    const auto begin = Clock::now();
    m_now.ownCer = m_now.rehearsalCer = -1;
    const auto tell = [&](const training::FineTuneProgress& progress) {
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
        report(isLast ? LearningPhase::Learning : LearningPhase::Trying);
    };
    auto tuned = training::fineTune(request, m_stop, tell);
    if (tuned)
        takeAccount(*tuned);
    return tuned;
}

void RoundTuner::takeAccount(const training::FineTuneReport& report)
{
    m_seconds += report.seconds;
    m_baseCheck = {report.rehearsalCerBefore, report.rehearsalCheckSeconds};
}

} // namespace longhand::app
