#include "longhand/training/fine_tuner.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <numbers>
#include <optional>

#include "alphabet_growth.h"
#include "checkpoint.h"
#include "fine_tuning_data.h"
#include "longhand/base/files.h"
#include "longhand/nn/blas.h"
#include "longhand/nn/processor.h"
#include "longhand/text/unicode.h"
#include "optimizer.h"
#include "replica.h"
#include "soft_targets.h"
#include "validation.h"
#include "workers.h"

namespace longhand::training
{

namespace
{

using Clock = std::chrono::steady_clock;

constexpr double kShortcutWeight = 0.15;
constexpr double kGradientClip = 5;
constexpr double kWeightDecay = 1e-3;
/// Spread over the run: each takes as long as several steps, and without lines to decide by it is only shown.
constexpr int kDecidingChecks = 5, kShownChecks = 2;
/// Of the way, after a run's time is over; as a rule so many are needed until the rehearsal check bears one.
constexpr int kUsualLastChecks = 2;

class FineTuning
{
public:
    explicit FineTuning(const FineTuneRequest& request) : m_request(request), m_workers(request.threads) {}

    Result<void> prepare();
    Result<FineTuneReport> run(const std::stop_token& stop,
                               const std::function<void(const FineTuneProgress&)>& progress);

private:
    void makeReplicas();
    Result<void> resume();
    Result<double> step();
    Result<double> cerOf(const std::vector<Sample>& samples, const torch::Tensor& weights);
    Result<void> checkBase();
    Result<void> check();
    Result<void> checkOwn(double rehearsalCer);
    Result<void> recordCheck(double rehearsalCer);
    Result<void> checkWithBestShare();
    Result<void> saveModel();
    Result<void> saveCheckpoint();
    [[nodiscard]] torch::Tensor keptWeights() const;
    [[nodiscard]] double elapsedSeconds() const;
    [[nodiscard]] double share() const; ///< of the run that is over, 0..1, by steps or by time
    [[nodiscard]] double learningRate() const;
    [[nodiscard]] std::filesystem::path checkpointPath() const
    {
        return m_request.workFolder / "checkpoint.safetensors";
    }

    FineTuneRequest m_request;
    Workers m_workers;
    nn::ModelInfo m_info;
    nn::LineNetwork m_base{nullptr};
    FineTuningData m_own, m_rehearsal;
    std::vector<Replica> m_replicas;
    std::vector<nn::LineNetwork> m_teachers; ///< the base model, one for each replica
    std::unique_ptr<Optimizer> m_optimizer;
    torch::Tensor m_baseWeights, m_decay, m_averageWeights;
    torch::Tensor m_buffers; ///< normalisation statistics
    torch::Tensor m_newMask; ///< 1 where the weights of new characters are
    Clock::time_point m_started, m_savedAt;
    double m_secondsBefore = 0; ///< of the run that this one resumes
    std::int64_t m_step = 0;
    double m_bestScore = -1;
    double m_keptShare = 1;
    FineTuneReport m_report;
    FineTuneProgress m_progress;
};

Result<void> FineTuning::prepare()
{
    m_started = m_savedAt = Clock::now();
    const auto& shares = m_request.recipe.keptShares;
    if (!shares.empty()) // for the checks on the way
        m_keptShare = shares[shares.size() / 2];
    nn::configureBlas();
    std::error_code error;
    std::filesystem::create_directories(m_request.workFolder, error);
    if (error)
        return Error{ErrorCode::Io,
                     "Cannot make the folder " + quoted(m_request.workFolder) + ": " + error.message() + "."};
    auto model = nn::readModel(m_request.base);
    if (!model)
        return model.error();
    std::vector<std::u32string> texts;
    for (const OwnLine& line : m_request.learn)
        texts.push_back(text::toCodePoints(line.text));
    m_report.newCharacters = newCharacters(model->info.alphabet, texts);
    model = growAlphabet(std::move(*model), m_report.newCharacters);
    if (!model)
        return model.error();
    m_info = std::move(model->info);
    m_base = model->network;
    if (!m_request.modelName.empty())
        m_info.name = m_request.modelName;
    if (!m_request.description.empty())
        m_info.description = m_request.description;
    auto own = packOwnLines(m_request, m_info);
    if (!own)
        return own.error();
    m_own = std::move(*own);
    m_report.warnings = m_own.warnings;
    m_report.readLines = m_own.read;
    auto rehearsal = openRehearsal(m_request, m_info);
    if (!rehearsal)
        return rehearsal.error();
    m_rehearsal = std::move(*rehearsal);
    makeReplicas();
    return resume();
}

void FineTuning::makeReplicas()
{
    torch::manual_seed(m_request.seed);
    const FineTuneRecipe& recipe = m_request.recipe;
    const bool bfloat16 = nn::processorHasBfloat16();
    const auto newClasses = static_cast<std::int64_t>(m_report.newCharacters.size());
    std::vector<torch::Tensor> decay, fresh;
    for (std::size_t i = 0; i < m_workers.count(); ++i) {
        nn::LineNetwork teacher = copyOf(*m_base, m_info, 0);
        teacher->setBfloat16Convolutions(bfloat16);
        teacher->eval();
        m_teachers.push_back(teacher);
        Replica replica;
        replica.network = copyOf(*m_base, m_info, recipe.dropout);
        replica.parameters = flatten(*replica.network, i == 0 ? torch::Tensor() : m_replicas[0].parameters.weights);
        replica.network->setBfloat16Convolutions(bfloat16);
        replica.network->train();
        // A few lines of one hand are no measure of all hands: the normalisation statistics stay.
        for (const auto& module : replica.network->modules())
            if (auto* norm = module->as<torch::nn::BatchNorm2d>())
                norm->eval();
        m_replicas.push_back(std::move(replica));
    }
    for (const auto& parameter : m_base->named_parameters()) {
        const torch::Tensor& p = parameter.value();
        decay.push_back(torch::full({p.numel()}, p.dim() > 1 ? kWeightDecay : 0.0));
        const auto isNew = torch::zeros(p.sizes());
        const bool hasRowPerClass = parameter.key().find("head") != std::string::npos;
        if (hasRowPerClass)
            isNew.narrow(0, p.size(0) - newClasses, newClasses).fill_(1);
        fresh.push_back(isNew.reshape({-1}));
    }
    m_decay = torch::cat(decay);
    m_newMask = torch::cat(fresh);
    const auto& weights = m_replicas[0].parameters.weights;
    m_baseWeights = weights.clone();
    m_averageWeights = weights.clone();
    m_buffers = gatherBuffers(*m_replicas[0].network);
    m_optimizer = std::make_unique<Optimizer>(weights, hiddenMatrices(*m_replicas[0].network));
}

Result<void> FineTuning::resume()
{
    m_progress.steps = m_request.recipe.steps;
    std::error_code ignored;
    if (!std::filesystem::exists(checkpointPath(), ignored))
        return {};
    auto checkpoint = readCheckpoint(checkpointPath());
    const auto& weights = m_replicas[0].parameters.weights;
    // Minutes of work at most: a checkpoint of something else is not worth an error.
    if (!checkpoint || checkpoint->weights.sizes() != weights.sizes() ||
        checkpoint->alphabet != text::toUtf8(m_info.alphabet.characters()))
        return {};
    weights.copy_(checkpoint->weights);
    m_averageWeights = checkpoint->averageWeights;
    m_optimizer->firstMoment = checkpoint->firstMoment;
    m_optimizer->secondMoment = checkpoint->secondMoment;
    m_optimizer->stepsDone = checkpoint->adamSteps;
    m_step = checkpoint->step;
    m_secondsBefore = checkpoint->seconds;
    m_bestScore = checkpoint->bestCer;
    const auto& known = checkpoint->bestCerPerSet;
    const auto value = [&](const char* name) { return known.contains(name) ? known.at(name) : -1; };
    m_report.ownCerBefore = value("own_before");
    m_report.ownCerAfter = value("own_after");
    m_report.rehearsalCerBefore = value("rehearsal_before");
    m_report.rehearsalCerAfter = value("rehearsal_after");
    return {};
}

Result<void> FineTuning::saveCheckpoint()
{
    m_savedAt = Clock::now();
    Checkpoint checkpoint;
    checkpoint.weights = m_replicas[0].parameters.weights;
    checkpoint.averageWeights = m_averageWeights;
    checkpoint.firstMoment = m_optimizer->firstMoment;
    checkpoint.secondMoment = m_optimizer->secondMoment;
    checkpoint.buffers = m_buffers;
    checkpoint.averageBuffers = m_buffers;
    checkpoint.step = m_step;
    checkpoint.adamSteps = m_optimizer->stepsDone;
    checkpoint.seconds = elapsedSeconds();
    checkpoint.bestCer = m_bestScore;
    checkpoint.bestCerPerSet = {{"own_before", m_report.ownCerBefore},
                                {"own_after", m_report.ownCerAfter},
                                {"rehearsal_before", m_report.rehearsalCerBefore},
                                {"rehearsal_after", m_report.rehearsalCerAfter}};
    checkpoint.alphabet = text::toUtf8(m_info.alphabet.characters());
    checkpoint.architecture = m_info.architecture.toJson();
    return writeCheckpoint(checkpointPath(), checkpoint);
}

double FineTuning::elapsedSeconds() const
{
    return m_secondsBefore + std::chrono::duration<double>(Clock::now() - m_started).count();
}

double FineTuning::share() const
{
    const double bySteps =
        static_cast<double>(m_step) / static_cast<double>(std::max<std::int64_t>(1, m_request.recipe.steps));
    if (m_request.minutes <= 0)
        return std::min(1.0, bySteps);
    // The last checks and writing the model take their part of the minutes, however few these are.
    constexpr double kWritingSeconds = 1, kMostReserved = 0.3;
    const double granted = 60 * m_request.minutes;
    const double reserved =
        std::min(kMostReserved * granted, kUsualLastChecks * m_report.rehearsalCheckSeconds + kWritingSeconds);
    return std::min(1.0, std::max(bySteps, elapsedSeconds() / (granted - reserved)));
}

double FineTuning::learningRate() const
{
    constexpr double kWarmUp = 0.1, kFloor = 0.02;
    const double done = share();
    const double warm =
        std::min(1.0, static_cast<double>(m_step + 1) / (kWarmUp * static_cast<double>(m_request.recipe.steps)));
    return m_request.recipe.learningRate * warm *
           (kFloor + (1 - kFloor) * 0.5 * (1 + std::cos(std::numbers::pi * done)));
}

Result<double> FineTuning::step()
{
    static const Augmentation kAugmentation = Augmentation::gentle();
    const auto count = static_cast<std::int64_t>(m_replicas.size());
    std::vector<std::vector<const Sample*>> own(m_replicas.size()), rehearsal(m_replicas.size());
    LossConfig loss{kShortcutWeight, 0};
    const auto draw = [&](BatchSampler& sampler, std::int64_t index, std::vector<const Sample*>& lines) {
        for (const std::size_t line : sampler.batch(index)) {
            lines.push_back(&sampler.samples()[line]);
            loss.charsInStep += static_cast<double>(lines.back()->target.size());
        }
    };
    for (std::int64_t i = 0; i < count; ++i) {
        const auto replica = static_cast<std::size_t>(i);
        draw(*m_own.batches, m_step * count + i, own[replica]);
        if (m_rehearsal.batches)
            draw(*m_rehearsal.batches, m_step * count + i, rehearsal[replica]);
    }
    const Augmentation ownAugmentation = scaled(kAugmentation, m_request.recipe.distortion);
    std::vector<double> losses(m_replicas.size());
    const auto worked = m_workers.run([&](std::size_t i) {
        Replica& replica = m_replicas[i];
        replica.parameters.gradients.zero_();
        const auto random = [&](int stream) {
            return seededGenerator(m_request.seed, m_step * count + static_cast<std::int64_t>(i), stream);
        };
        losses[i] = replica.accumulate(prepareBatch(own[i], m_info.architecture, &ownAugmentation, random(100)), loss);
        if (rehearsal[i].empty())
            return;
        const PreparedBatch batch = prepareBatch(rehearsal[i], m_info.architecture, &kAugmentation, random(101));
        losses[i] += accumulateSoftTargets(replica, m_teachers[i], batch, loss, m_request.recipe.softTargets);
    });
    if (!worked)
        return worked.error();

    const torch::NoGradGuard noGrad;
    auto& first = m_replicas[0].parameters;
    double sum = losses[0];
    for (std::size_t i = 1; i < m_replicas.size(); ++i) {
        first.gradients.add_(m_replicas[i].parameters.gradients);
        sum += losses[i];
    }
    const double norm = first.gradients.norm().item<double>();
    if (!std::isfinite(sum) || !std::isfinite(norm))
        return Error{ErrorCode::Internal, "Learning diverged at step " + std::to_string(m_step) +
                                              ". The model in use was left as it is; try again with more lines."};
    if (norm > kGradientClip)
        first.gradients.mul_(kGradientClip / norm);
    if (auto stepped = m_optimizer->step(first.weights, first.gradients, learningRate(), m_decay, m_workers); !stepped)
        return stepped.error();

    ++m_step;
    const auto done = static_cast<double>(m_step);
    const double decay = std::min(m_request.recipe.averageDecay, done / (5 + done));
    m_averageWeights.lerp_(first.weights, 1 - decay);
    return sum;
}

torch::Tensor FineTuning::keptWeights() const
{
    if (m_step == 0)
        return m_baseWeights;
    // Of a new character the base model knows nothing worth going back to.
    return torch::lerp(m_baseWeights, m_averageWeights, m_newMask * (1 - m_keptShare) + m_keptShare);
}

Result<double> FineTuning::cerOf(const std::vector<Sample>& samples, const torch::Tensor& weights)
{
    if (samples.empty())
        return -1.0;
    auto validation = validate(m_workers, samples, m_info, weights, m_buffers, nn::processorHasBfloat16());
    if (!validation)
        return validation.error();
    return validation->cer;
}

/// The last check: first how much of the way the rehearsal lines bear.
Result<void> FineTuning::checkWithBestShare()
{
    auto shares = m_request.recipe.keptShares;
    std::sort(shares.begin(), shares.end(), std::greater<>());
    if (shares.empty())
        shares.push_back(m_keptShare);
    double rehearsalCer = -1;
    for (const double share : shares) {
        m_keptShare = share;
        const auto rehearsal = cerOf(m_rehearsal.check, keptWeights());
        if (!rehearsal)
            return rehearsal.error();
        rehearsalCer = *rehearsal;
        if (rehearsalCer <= m_report.rehearsalCerBefore + kMostForgotten)
            break;
    }
    return recordCheck(rehearsalCer);
}

Result<void> FineTuning::checkBase()
{
    if (!m_request.baseCheck) {
        const auto begin = Clock::now();
        const auto cer = cerOf(m_rehearsal.check, m_baseWeights);
        if (!cer)
            return cer.error();
        m_request.baseCheck = {*cer, std::chrono::duration<double>(Clock::now() - begin).count()};
    }
    m_report.rehearsalCheckSeconds = m_request.baseCheck->seconds;
    if (auto checked = checkOwn(m_request.baseCheck->cer); !checked)
        return checked.error();
    m_report.ownCerBefore = m_progress.ownCer;
    m_report.rehearsalCerBefore = m_progress.rehearsalCer;
    return {};
}

Result<void> FineTuning::check()
{
    const auto rehearsal = cerOf(m_rehearsal.check, keptWeights());
    if (!rehearsal)
        return rehearsal.error();
    return recordCheck(*rehearsal);
}

Result<void> FineTuning::checkOwn(double rehearsalCer)
{
    const auto own = cerOf(m_own.check, keptWeights());
    if (!own)
        return own.error();
    m_progress.ownCer = *own;
    m_progress.rehearsalCer = rehearsalCer;
    std::ofstream(m_request.workFolder / "log.jsonl", std::ios::app) << nlohmann::json{{"step", m_step},
                                                                                       {"seconds", elapsedSeconds()},
                                                                                       {"loss", m_progress.loss},
                                                                                       {"own_cer", *own},
                                                                                       {"rehearsal_cer", rehearsalCer}}
                                                                            .dump()
                                                                     << '\n';
    return {};
}

Result<void> FineTuning::recordCheck(double rehearsalCer)
{
    if (auto checked = checkOwn(rehearsalCer); !checked)
        return checked.error();
    const double own = m_progress.ownCer;
    const double forgotten = rehearsalCer - m_report.rehearsalCerBefore - kMostForgotten;
    const double score = std::max(0.0, own) + (forgotten > 0 ? 1 + forgotten : 0);
    const bool decides = !m_own.check.empty();
    if (decides && m_bestScore >= 0 && score >= m_bestScore)
        return {};
    m_bestScore = score;
    m_report.ownCerAfter = own;
    m_report.rehearsalCerAfter = rehearsalCer;
    return saveModel();
}

Result<void> FineTuning::saveModel()
{
    nn::LineNetwork network(m_info.architecture, m_info.alphabet.classCount());
    flatten(*network, keptWeights());
    scatterBuffers(*network, m_buffers);
    nn::ModelInfo info = m_info;
    auto history = nlohmann::json::parse(info.historyJson);
    history.push_back({{"learnt_lines", m_own.batches->samples().size() - m_own.read},
                       {"read_lines", m_own.read},
                       {"held_out_lines", m_own.check.size()},
                       {"steps", m_step},
                       {"seed", m_request.seed},
                       {"kept_share", m_keptShare},
                       {"own_cer", m_report.ownCerAfter},
                       {"rehearsal_cer", m_report.rehearsalCerAfter}});
    info.historyJson = history.dump();
    return nn::writeModel(m_request.output, info, *network);
}

Result<FineTuneReport> FineTuning::run(const std::stop_token& stop,
                                       const std::function<void(const FineTuneProgress&)>& progress)
{
    if (m_step == 0)
        if (auto checked = checkBase(); !checked)
            return checked.error();
    const int checks = !m_own.check.empty() ? kDecidingChecks : m_request.checksHalfway ? kShownChecks : 1;
    auto nextCheck = static_cast<int>(share() * checks) + 1;
    // However little time there is: a step, so that there is something to judge.
    while ((share() < 1 || m_step == 0) && !stop.stop_requested()) {
        const auto loss = step();
        if (!loss)
            return loss.error();
        m_progress.loss = m_progress.step == 0 ? *loss : 0.9 * m_progress.loss + 0.1 * *loss;
        const double done = share();
        if (done >= static_cast<double>(nextCheck) / checks) {
            nextCheck = static_cast<int>(done * checks) + 1;
            if (auto checked = done >= 1 ? checkWithBestShare() : check(); !checked)
                return checked.error();
        }
        if (Clock::now() - m_savedAt >= std::chrono::seconds(m_request.checkpointEverySeconds))
            if (auto saved = saveCheckpoint(); !saved)
                return saved.error();
        m_progress.step = m_step;
        m_progress.secondsLeft = elapsedSeconds() * (1 - done) / std::max(done, 1e-3);
        if (progress) {
            const auto before = Clock::now();
            progress(m_progress);
            m_started += Clock::now() - before; // a pause takes nothing from the minutes granted
        }
    }
    m_report.stopped = stop.stop_requested() && share() < 1;
    if (m_report.stopped || m_bestScore < 0)
        if (auto checked = checkWithBestShare(); !checked)
            return checked.error();
    m_report.stepsDone = m_step;
    m_report.seconds = elapsedSeconds();
    std::error_code ignored;
    std::filesystem::remove(checkpointPath(), ignored);
    return m_report;
}

} // namespace

Result<FineTuneReport> fineTune(const FineTuneRequest& request, std::stop_token stop,
                                const std::function<void(const FineTuneProgress&)>& progress)
try {
    FineTuning run(request);
    if (auto prepared = run.prepare(); !prepared)
        return prepared.error();
    return run.run(stop, progress);
} catch (const c10::Error& e) {
    return Error{ErrorCode::Internal, std::string("Learning failed: ") + e.what_without_backtrace()};
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::Internal, "Learning needs more memory than there is. Close other programs and try again."};
} catch (const std::exception& e) {
    return Error{ErrorCode::Internal, std::string("Learning failed: ") + e.what()};
}

} // namespace longhand::training
