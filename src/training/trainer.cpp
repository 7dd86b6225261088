#include "longhand/training/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>
#include <fstream>
#include <future>
#include <nlohmann/json.hpp>
#include <numbers>
#include <optional>
#include <thread>

#include "checkpoint.h"
#include "learning_curve.h"
#include "longhand/base/file_lock.h"
#include "longhand/base/files.h"
#include "longhand/nn/blas.h"
#include "longhand/nn/model_file.h"
#include "longhand/nn/processor.h"
#include "longhand/text/unicode.h"
#include "optimizer.h"
#include "replica.h"
#include "training_data.h"
#include "validation.h"
#include "workers.h"

namespace longhand::training
{

namespace
{

using Clock = std::chrono::steady_clock;

Result<torch::Device> chooseDevice(const std::string& name)
{
    if (name == "cpu" || (name == "auto" && !torch::cuda::is_available()))
        return torch::Device(torch::kCPU);
    if (name == "auto" || (name == "cuda" && torch::cuda::is_available()))
        return torch::Device(torch::kCUDA);
    if (name == "cuda")
        return Error{ErrorCode::Unsupported,
                     "This computer has no CUDA device that LibTorch can use. Train with --device cpu."};
    return Error{ErrorCode::InvalidInput, "There is no device '" + name + "'. Choose auto, cpu or cuda."};
}

class TrainingRun
{
public:
    TrainingRun(const TrainConfig& config, torch::Device device)
        : m_config(config), m_device(device), m_workers(device.is_cuda() ? 1 : config.replicas)
    {
    }

    Result<void> prepare();
    Result<TrainReport> run(const std::stop_token& stop, const std::function<void(const TrainProgress&)>& progress);

private:
    Result<void> chooseModel();
    Result<void> takeWorkFolder();
    void makeReplicas();
    Result<void> resume();
    Result<double> step();
    std::future<PreparedBatch> startPreparing(std::int64_t index, std::launch policy);
    [[nodiscard]] Error diverged() const;
    void updateAverages();
    Result<void> check();
    Result<void> saveCheckpoint();
    Result<void> saveModel();
    void log(const nlohmann::json& entry);
    [[nodiscard]] bool patienceIsOver() const
    {
        return m_config.patience > 0 && m_checksWithoutGain >= m_config.patience;
    }
    [[nodiscard]] double learningRate() const;
    [[nodiscard]] std::filesystem::path checkpointPath() const
    {
        return m_config.workFolder / "checkpoint.safetensors";
    }

    TrainConfig m_config;
    Augmentation m_augmentation;
    std::optional<FileLock> m_workFolderLock; ///< two runs would overwrite each other's checkpoint
    torch::Device m_device;
    Workers m_workers;
    std::vector<LinePack> m_packs;
    nn::ModelInfo m_info;
    nn::LineNetwork m_start{nullptr}; ///< given weights; null when trained from scratch
    std::vector<Sample> m_validation;
    std::unique_ptr<BatchSampler> m_sampler;
    std::vector<Replica> m_replicas;
    std::unique_ptr<Optimizer> m_optimizer;
    torch::Tensor m_decay;
    torch::Tensor m_averageWeights, m_averageBuffers;
    std::deque<std::future<PreparedBatch>> m_prepared; ///< of the steps to come, in order
    std::int64_t m_batchesStarted = 0;
    std::int64_t m_step = 0;
    std::int64_t m_linesThisStep = 0;
    int m_badSteps = 0;
    int m_checksWithoutGain = 0;
    Validation m_lastCheck;
    TrainReport m_report;
};

Result<void> TrainingRun::chooseModel()
{
    if (!m_config.startModel.empty()) {
        auto model = nn::readModel(m_config.startModel);
        if (!model)
            return model.error();
        m_info = std::move(model->info);
        m_start = model->network;
    } else {
        m_info.architecture = m_config.architecture == "tiny" ? nn::Architecture::tiny() : nn::Architecture::standard();
        auto alphabet = text::Alphabet::fromCharacters(chooseAlphabet(m_packs));
        if (!alphabet)
            return alphabet.error();
        m_info.alphabet = std::move(*alphabet);
    }
    if (m_config.stretch > 0)
        m_info.architecture.stretch = m_config.stretch;
    m_info.name = m_config.modelName;
    m_info.description = m_config.description;
    m_info.license = m_config.license;
    m_info.credits = m_config.credits;
    if (m_info.architecture.inputHeightPx != m_packs.front().heightPx())
        return Error{ErrorCode::InvalidInput, "The packs hold lines of " + std::to_string(m_packs.front().heightPx()) +
                                                  " px height, the network reads " +
                                                  std::to_string(m_info.architecture.inputHeightPx) +
                                                  " px. Pack the data again with that --height."};
    return {};
}

Result<void> TrainingRun::prepare()
{
    nn::configureBlas();
    constexpr int kConvolutionsOfAllBatches = 8192;
    nn::keepCompiledConvolutions(kConvolutionsOfAllBatches);
    auto packs = openPacks(m_config.packs);
    if (!packs)
        return packs.error();
    m_packs = std::move(*packs);
    const auto augmentation = scaled({}, m_config.distortions);
    if (!augmentation)
        return augmentation.error();
    m_augmentation = *augmentation;
    if (auto chosen = chooseModel(); !chosen)
        return chosen;
    TrainingData data = collectSamples(m_packs, m_info.alphabet, m_info.architecture, m_config.validationLines);
    m_report.warnings = std::move(data.warnings);
    if (data.training.empty())
        return Error{ErrorCode::InvalidInput,
                     "The packs hold no line that can be trained on. Check their splits and texts."};
    m_validation = std::move(data.validation);
    m_sampler = std::make_unique<BatchSampler>(std::move(data.training), m_config.setWeights, m_config.columnsPerBatch,
                                               m_config.maxLinesPerBatch, m_config.seed);
    makeReplicas();
    if (auto taken = takeWorkFolder(); !taken)
        return taken;
    return resume();
}

Result<void> TrainingRun::takeWorkFolder()
{
    std::error_code error;
    std::filesystem::create_directories(m_config.workFolder, error);
    if (error)
        return Error{ErrorCode::Io,
                     "Cannot make the folder " + quoted(m_config.workFolder) + ": " + error.message() + "."};
    auto lock = FileLock::tryAcquire(m_config.workFolder / "lock");
    if (!lock)
        return lock.error();
    if (!*lock)
        return Error{ErrorCode::InvalidInput, "Another training still works in " + quoted(m_config.workFolder) +
                                                  ". Wait for its end and start again."};
    m_workFolderLock = std::move(*lock);
    return {};
}

void TrainingRun::makeReplicas()
{
    torch::manual_seed(m_config.seed);
    const int classes = m_info.alphabet.classCount();
    for (std::size_t i = 0; i < m_workers.count(); ++i) {
        Replica replica;
        replica.network = i == 0 && m_start ? copyOf(*m_start, m_info, m_config.dropout)
                                            : nn::LineNetwork(m_info.architecture, classes, m_config.dropout);
        replica.network->to(m_device);
        replica.parameters = flatten(*replica.network, i == 0 ? torch::Tensor() : m_replicas[0].parameters.weights);
        replica.network->setBfloat16Convolutions(m_config.bfloat16 && nn::processorHasBfloat16());
        replica.network->setMaskShare(m_config.augment ? m_config.maskShare : 0);
        replica.network->train();
        m_replicas.push_back(std::move(replica));
    }
    std::vector<torch::Tensor> decay;
    for (const auto& p : m_replicas[0].network->parameters()) // biases and normalisations do not decay
        decay.push_back(torch::full({p.numel()}, p.dim() > 1 ? m_config.weightDecay : 0.0));
    m_decay = torch::cat(decay).to(m_device);
    const auto& weights = m_replicas[0].parameters.weights;
    m_optimizer = std::make_unique<Optimizer>(weights, hiddenMatrices(*m_replicas[0].network));
    m_averageWeights = weights.clone();
    m_averageBuffers = gatherBuffers(*m_replicas[0].network);
}

Result<void> TrainingRun::resume()
{
    std::error_code ignored;
    if (!std::filesystem::exists(checkpointPath(), ignored))
        return {};
    auto checkpoint = readCheckpoint(checkpointPath());
    if (!checkpoint)
        return checkpoint.error();
    auto& weights = m_replicas[0].parameters.weights;
    if (checkpoint->weights.sizes() != weights.sizes() ||
        checkpoint->alphabet != text::toUtf8(m_info.alphabet.characters()) ||
        checkpoint->architecture != m_info.architecture.toJson())
        return Error{ErrorCode::InvalidInput,
                     "The checkpoint in " + quoted(m_config.workFolder) +
                         " belongs to another network or other data. Choose another work folder."};
    weights.copy_(checkpoint->weights);
    m_averageWeights = checkpoint->averageWeights.to(m_device);
    m_averageBuffers = checkpoint->averageBuffers.to(m_device);
    m_optimizer->firstMoment = checkpoint->firstMoment.to(m_device);
    m_optimizer->secondMoment = checkpoint->secondMoment.to(m_device);
    m_optimizer->stepsDone = checkpoint->adamSteps;
    for (Replica& replica : m_replicas)
        scatterBuffers(*replica.network, checkpoint->buffers.to(m_device));
    m_step = checkpoint->step;
    m_report.validationCer = checkpoint->bestCer;
    m_report.cerPerSet = checkpoint->bestCerPerSet;
    m_checksWithoutGain = checkpoint->checksWithoutGain;
    return {};
}

double TrainingRun::learningRate() const
{
    const auto step = static_cast<double>(m_step), warmUp = static_cast<double>(m_config.warmUpSteps);
    if (step < warmUp)
        return m_config.learningRate * (step + 1) / warmUp;
    const double done = std::min(1.0, (step - warmUp) / std::max(1.0, static_cast<double>(m_config.steps) - warmUp));
    constexpr double kFloor = 0.01;
    return m_config.learningRate * (kFloor + (1 - kFloor) * 0.5 * (1 + std::cos(std::numbers::pi * done)));
}

std::future<PreparedBatch> TrainingRun::startPreparing(std::int64_t index, std::launch policy)
{
    std::vector<const Sample*> lines;
    for (const std::size_t line : m_sampler->batch(index))
        lines.push_back(&m_sampler->samples()[line]);
    return std::async(policy, [this, lines = std::move(lines), index] {
        return prepareBatch(lines, m_info.architecture, m_config.augment ? &m_augmentation : nullptr,
                            seededGenerator(m_config.seed, index, 100));
    });
}

Error TrainingRun::diverged() const
{
    return {ErrorCode::Internal, "The training diverged at step " + std::to_string(m_step) +
                                     ". The last good checkpoint was kept; go on from it with a lower learning rate."};
}

Result<double> TrainingRun::step()
{
    // A processor that computes the network has no time left to prepare batches ahead; one beside a GPU has nothing
    // else to do.
    const bool ahead = m_device.is_cuda();
    const auto count = static_cast<std::int64_t>(m_replicas.size());
    const std::int64_t wanted = count + (ahead ? static_cast<std::int64_t>(std::thread::hardware_concurrency()) : 0);
    m_batchesStarted = std::max(m_batchesStarted, m_step * count);
    while (static_cast<std::int64_t>(m_prepared.size()) < wanted)
        m_prepared.push_back(startPreparing(m_batchesStarted++, ahead ? std::launch::async : std::launch::deferred));
    std::vector<std::future<PreparedBatch>> batches;
    for (std::int64_t i = 0; i < count; ++i) {
        batches.push_back(std::move(m_prepared.front()));
        m_prepared.pop_front();
    }
    LossConfig loss{m_config.shortcutWeight, 0};
    m_linesThisStep = 0;
    for (std::int64_t i = 0; i < count; ++i)
        for (const std::size_t line : m_sampler->batch(m_step * count + i)) {
            loss.charsInStep += static_cast<double>(m_sampler->samples()[line].target.size());
            ++m_linesThisStep;
        }
    std::vector<double> losses(m_replicas.size());
    const auto worked = m_workers.run([&](std::size_t i) {
        m_replicas[i].parameters.gradients.zero_();
        losses[i] = m_replicas[i].accumulate(batches[i].get(), loss);
    });
    if (!worked)
        return worked.error();

    torch::NoGradGuard noGrad;
    auto& first = m_replicas[0].parameters;
    double sum = losses[0];
    for (std::size_t i = 1; i < m_replicas.size(); ++i) {
        first.gradients.add_(m_replicas[i].parameters.gradients);
        sum += losses[i];
    }
    const double norm = first.gradients.norm().item<double>();
    if (!std::isfinite(sum) || !std::isfinite(norm)) {
        constexpr int kMostBadSteps = 20;
        if (++m_badSteps >= kMostBadSteps)
            return diverged();
        log({{"step", m_step}, {"skipped", true}});
        ++m_report.skippedSteps;
        ++m_step;
        return sum;
    }
    m_badSteps = 0;
    if (norm > m_config.gradientClip)
        first.gradients.mul_(m_config.gradientClip / norm);
    if (auto stepped = m_optimizer->step(first.weights, first.gradients, learningRate(), m_decay, m_workers); !stepped)
        return stepped.error();

    updateAverages();
    ++m_step;
    return sum;
}

void TrainingRun::updateAverages()
{
    const auto done = static_cast<double>(m_step);
    const double decay = std::min(m_config.averageDecay, (1 + done) / (10 + done));
    // The replicas see different batches; their normalisation statistics are averaged so that all stay equal.
    torch::Tensor buffers = gatherBuffers(*m_replicas[0].network);
    for (std::size_t i = 1; i < m_replicas.size(); ++i)
        buffers.add_(gatherBuffers(*m_replicas[i].network));
    buffers.div_(static_cast<double>(m_replicas.size()));
    for (Replica& replica : m_replicas)
        scatterBuffers(*replica.network, buffers);
    m_averageWeights.lerp_(m_replicas[0].parameters.weights, 1 - decay);
    m_averageBuffers.lerp_(buffers, 1 - decay);
}

Result<void> TrainingRun::check()
{
    auto validated = validate(m_workers, m_validation, m_info, m_averageWeights, m_averageBuffers,
                              m_config.bfloat16 && nn::processorHasBfloat16());
    if (!validated)
        return validated.error();
    m_lastCheck = std::move(*validated);
    log({{"step", m_step}, {"validation_cer", m_lastCheck.cer}, {"cer_per_set", m_lastCheck.cerPerSet}});
    const bool best = m_report.validationCer < 0 || m_lastCheck.cer <= m_report.validationCer;
    m_checksWithoutGain = best ? 0 : m_checksWithoutGain + 1;
    if (best) {
        m_report.validationCer = m_lastCheck.cer;
        m_report.cerPerSet = m_lastCheck.cerPerSet;
        if (auto saved = saveModel(); !saved)
            return saved;
    }
    if (auto drawn =
            writeLearningCurve(m_config.workFolder / "curve.svg", readLearningCurve(m_config.workFolder / "log.jsonl"));
        !drawn)
        return drawn;
    return saveCheckpoint();
}

Result<void> TrainingRun::saveCheckpoint()
{
    const auto onCpu = [](const torch::Tensor& tensor) { return tensor.to(torch::kCPU); };
    Replica& first = m_replicas[0];
    Checkpoint checkpoint;
    checkpoint.weights = onCpu(first.parameters.weights);
    checkpoint.averageWeights = onCpu(m_averageWeights);
    checkpoint.firstMoment = onCpu(m_optimizer->firstMoment);
    checkpoint.secondMoment = onCpu(m_optimizer->secondMoment);
    checkpoint.buffers = onCpu(gatherBuffers(*first.network));
    checkpoint.averageBuffers = onCpu(m_averageBuffers);
    checkpoint.step = m_step;
    checkpoint.adamSteps = m_optimizer->stepsDone;
    checkpoint.bestCer = m_report.validationCer;
    checkpoint.bestCerPerSet = m_report.cerPerSet;
    checkpoint.checksWithoutGain = m_checksWithoutGain;
    checkpoint.alphabet = text::toUtf8(m_info.alphabet.characters());
    checkpoint.architecture = m_info.architecture.toJson();
    return writeCheckpoint(checkpointPath(), checkpoint);
}

Result<void> TrainingRun::saveModel()
{
    nn::LineNetwork network(m_info.architecture, m_info.alphabet.classCount());
    flatten(*network, m_averageWeights.to(torch::kCPU));
    scatterBuffers(*network, m_averageBuffers.to(torch::kCPU));
    nn::ModelInfo info = m_info;
    auto history = nlohmann::json::parse(info.historyJson);
    std::map<std::string, std::size_t> lines;
    for (const Sample& sample : m_sampler->samples())
        ++lines[sample.item->set];
    history.push_back({{"steps", m_step},
                       {"seed", m_config.seed},
                       {"training_lines", lines},
                       {"set_weights", m_config.setWeights},
                       {"distortions", m_config.distortions},
                       {"learning_rate", m_config.learningRate},
                       {"validation_cer", m_report.validationCer}});
    info.historyJson = history.dump();
    auto rates = nlohmann::json::parse(info.errorRatesJson);
    rates["validation"] = nlohmann::json::object();
    for (const auto& [set, cer] : m_report.cerPerSet)
        rates["validation"][set] = {{"cer", cer}};
    info.errorRatesJson = rates.dump();
    return nn::writeModel(m_config.output, info, *network);
}

void TrainingRun::log(const nlohmann::json& entry)
{
    std::ofstream(m_config.workFolder / "log.jsonl", std::ios::app) << entry.dump() << '\n';
}

Result<TrainReport> TrainingRun::run(const std::stop_token& stop,
                                     const std::function<void(const TrainProgress&)>& progress)
{
    TrainProgress state{m_step, m_config.steps, 0, 0, 0, m_report.validationCer};
    auto lastStep = Clock::now();
    while (m_step < m_config.steps && !stop.stop_requested() && !patienceIsOver()) {
        const auto loss = step();
        if (!loss)
            return loss.error();
        const auto now = Clock::now();
        const double seconds = std::chrono::duration<double>(now - lastStep).count();
        lastStep = now;
        const double memory = state.linesPerSecond == 0 ? 0.0 : 0.97;
        const double rate = static_cast<double>(m_linesThisStep) / seconds;
        state.loss = memory * state.loss + (1 - memory) * *loss;
        state.linesPerSecond = memory * state.linesPerSecond + (1 - memory) * rate;
        state.secondsLeft =
            memory * state.secondsLeft + (1 - memory) * seconds * static_cast<double>(m_config.steps - m_step);
        state.step = m_step;
        constexpr std::int64_t kLogEvery = 50;
        if (m_step % kLogEvery == 0)
            log({{"step", m_step},
                 {"loss", state.loss},
                 {"learning_rate", learningRate()},
                 {"lines_per_second", state.linesPerSecond}});
        const bool checks = m_step % m_config.validateEvery == 0 || m_step == m_config.steps;
        const bool saves = checks || m_step % m_config.checkpointEvery == 0;
        // Weights whose loss is no number are not kept: the step before may have broken them.
        const bool sound = saves && m_badSteps == 0 && m_replicas[0].parameters.weights.isfinite().all().item<bool>();
        if (checks && sound) {
            if (auto checked = check(); !checked)
                return checked.error();
            state.validationCer = m_lastCheck.cer;
            lastStep = Clock::now();
        } else if (sound) {
            if (auto saved = saveCheckpoint(); !saved)
                return saved.error();
        }
        if (progress)
            progress(state);
    }
    m_report.stopped = m_step < m_config.steps && !patienceIsOver();
    m_report.gainsEnded = patienceIsOver();
    if (m_report.stopped) {
        if (auto saved = saveCheckpoint(); !saved)
            return saved.error();
        const bool neverChecked = m_report.validationCer < 0;
        if (neverChecked)
            if (auto saved = saveModel(); !saved)
                return saved.error();
    }
    m_report.stepsDone = m_step;
    if (m_report.skippedSteps > 0)
        m_report.warnings.push_back(std::to_string(m_report.skippedSteps) +
                                    " steps were skipped because their gradients were not numbers.");
    return m_report;
}

} // namespace

Result<TrainReport> train(const TrainConfig& config, std::stop_token stop,
                          const std::function<void(const TrainProgress&)>& progress)
try {
    const auto device = chooseDevice(config.device);
    if (!device)
        return device.error();
    TrainingRun run(config, *device);
    if (auto prepared = run.prepare(); !prepared)
        return prepared.error();
    return run.run(stop, progress);
} catch (const c10::Error& e) {
    return Error{ErrorCode::Internal, std::string("The training failed: ") + e.what_without_backtrace()};
} catch (const std::exception& e) {
    return Error{ErrorCode::Internal, std::string("The training failed: ") + e.what()};
}

} // namespace longhand::training
