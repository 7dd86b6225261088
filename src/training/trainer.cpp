#include "longhand/training/trainer.h"

#include <algorithm>
#include <barrier>
#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <numbers>
#include <thread>

#include "checkpoint.h"
#include "longhand/base/files.h"
#include "longhand/nn/blas.h"
#include "longhand/nn/model_file.h"
#include "longhand/text/error_rate.h"
#include "longhand/text/unicode.h"
#include "replica.h"

namespace longhand::training
{

namespace
{

using Clock = std::chrono::steady_clock;

/// Runs the same function on every replica at once: index 0 on the calling thread, the others on threads of their own that
/// live as long as this (LibTorch and oneDNN keep caches per thread).
class Workers
{
public:
    explicit Workers(int count) : m_start(count), m_finish(count)
    {
        at::set_num_threads(1);
        for (int i = 1; i < count; ++i)
            m_threads.emplace_back([this, i](const std::stop_token& stop) {
                at::set_num_threads(1);
                while (true) {
                    m_start.arrive_and_wait();
                    if (stop.stop_requested())
                        return;
                    m_work(i);
                    m_finish.arrive_and_wait();
                }
            });
    }
    ~Workers()
    {
        for (auto& thread : m_threads)
            thread.request_stop();
        m_start.arrive_and_wait();
    }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// The first error of any worker is returned; nothing is thrown across threads.
    Result<void> run(const std::function<void(int)>& work)
    {
        std::vector<std::string> errors(m_threads.size() + 1);
        m_work = [&](int i) {
            try {
                work(i);
            } catch (const std::exception& e) {
                errors[static_cast<std::size_t>(i)] = e.what();
            }
        };
        m_start.arrive_and_wait();
        m_work(0);
        m_finish.arrive_and_wait();
        for (const std::string& error : errors)
            if (!error.empty())
                return Error{ErrorCode::Internal, "The training step failed: " + error};
        return {};
    }

private:
    std::barrier<> m_start, m_finish;
    std::function<void(int)> m_work;
    std::vector<std::jthread> m_threads;
};

class TrainingRun
{
public:
    explicit TrainingRun(const TrainConfig& config) : m_config(config), m_workers(std::max(1, config.replicas)) {}

    Result<void> prepare();
    Result<TrainReport> run(const std::stop_token& stop, const std::function<void(const TrainProgress&)>& progress);

private:
    Result<void> openPacks();
    Result<void> chooseModel();
    void collectSamples();
    Result<void> resume();
    Result<double> step();
    Result<void> validate();
    Result<void> save();
    void log(const nlohmann::json& entry);
    [[nodiscard]] double learningRate() const;
    [[nodiscard]] std::filesystem::path checkpointPath() const { return m_config.workFolder / "checkpoint.safetensors"; }

    TrainConfig m_config;
    Workers m_workers;
    std::vector<LinePack> m_packs;
    nn::ModelInfo m_info;
    nn::LineNetwork m_start{nullptr}; ///< given weights; null when trained from scratch
    std::vector<Sample> m_validation;
    std::unique_ptr<BatchSampler> m_sampler;
    std::vector<Replica> m_replicas;
    std::unique_ptr<AdamW> m_optimizer;
    torch::Tensor m_decay;
    torch::Tensor m_averageWeights, m_averageBuffers;
    std::int64_t m_step = 0;
    std::int64_t m_linesThisStep = 0;
    int m_badSteps = 0;
    TrainReport m_report;
};

Result<void> TrainingRun::openPacks()
{
    for (const auto& path : m_config.packs) {
        auto pack = LinePack::open(path);
        if (!pack)
            return pack.error();
        if (!m_packs.empty() && pack->heightPx() != m_packs.front().heightPx())
            return Error{ErrorCode::InvalidInput, "The packs hold lines of different heights. Pack them again with one --height."};
        m_packs.push_back(std::move(*pack));
    }
    if (m_packs.empty())
        return Error{ErrorCode::InvalidInput, "No pack was given. Make one with 'longhand data pack'."};
    return {};
}

/// The characters worth learning: those seen at least `kFewest` times, and printable ASCII, which users type anyway.
std::u32string chooseAlphabet(const std::vector<LinePack>& packs)
{
    constexpr int kFewest = 5;
    std::map<char32_t, int> counts;
    for (char32_t c = 0x20; c < 0x7F; ++c)
        counts[c] = kFewest;
    for (const LinePack& pack : packs)
        for (const PackItem& item : pack.items())
            if (item.split == "train")
                for (const char32_t c : text::toCodePoints(item.text))
                    ++counts[c];
    std::u32string alphabet;
    for (const auto& [c, count] : counts)
        if (count >= kFewest)
            alphabet += c;
    return alphabet;
}

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
    m_info.name = m_config.modelName;
    m_info.description = m_config.description;
    m_info.license = m_config.license;
    m_info.credits = m_config.credits;
    if (m_info.architecture.inputHeightPx != m_packs.front().heightPx())
        return Error{ErrorCode::InvalidInput,
                     "The packs hold lines of " + std::to_string(m_packs.front().heightPx()) + " px height, the network reads " +
                         std::to_string(m_info.architecture.inputHeightPx) + " px. Pack the data again with that --height."};
    return {};
}

void TrainingRun::collectSamples()
{
    std::vector<Sample> training;
    std::map<std::string, std::vector<Sample>> validation;
    std::size_t foreign = 0, tooLong = 0;
    for (const LinePack& pack : m_packs)
        for (const PackItem& item : pack.items()) {
            const std::u32string text = text::toCodePoints(item.text);
            const bool forTraining = item.split == "train";
            if (!forTraining && item.split != "val")
                continue;
            Sample sample{&pack, &item, {}};
            std::size_t needed = 0;
            for (std::size_t i = 0; i < text.size(); ++i) {
                sample.target.push_back(m_info.alphabet.classOf(text[i]));
                needed += i > 0 && text[i] == text[i - 1] ? 2 : 1; // CTC parts repeated letters by a blank
            }
            if (forTraining && std::count(sample.target.begin(), sample.target.end(), -1) > 0) {
                ++foreign;
                continue;
            }
            const int frames = m_info.architecture.frames(item.widthPx + 2 * m_info.architecture.paddingPx);
            if (forTraining && needed > static_cast<std::size_t>(frames)) {
                ++tooLong;
                continue;
            }
            if (forTraining)
                training.push_back(std::move(sample));
            else
                validation[item.set].push_back(std::move(sample));
        }
    if (foreign)
        m_report.warnings.push_back(std::to_string(foreign) + " lines were left out: they hold characters outside the alphabet.");
    if (tooLong)
        m_report.warnings.push_back(std::to_string(tooLong) + " lines were left out: their text is longer than their picture has room for.");

    // Every set gets an equal share of the validation lines, spread evenly through it.
    const auto share = static_cast<std::size_t>(m_config.validationLines) / std::max<std::size_t>(1, validation.size());
    for (const auto& [set, samples] : validation)
        for (std::size_t i = 0, count = std::min(share, samples.size()); i < count; ++i)
            m_validation.push_back(samples[i * samples.size() / count]);
    std::stable_sort(m_validation.begin(), m_validation.end(),
                     [](const Sample& a, const Sample& b) { return a.item->widthPx < b.item->widthPx; });
    m_sampler = std::make_unique<BatchSampler>(std::move(training), m_config.setWeights, m_config.columnsPerBatch,
                                               m_config.maxLinesPerBatch, m_config.seed);
}

Result<void> TrainingRun::prepare()
{
    nn::configureBlas();
    if (auto opened = openPacks(); !opened)
        return opened;
    if (auto chosen = chooseModel(); !chosen)
        return chosen;
    collectSamples();
    if (m_sampler->samples().empty())
        return Error{ErrorCode::InvalidInput, "The packs hold no line that can be trained on. Check their splits and texts."};

    torch::manual_seed(m_config.seed);
    const int classes = m_info.alphabet.classCount();
    for (int i = 0; i < std::max(1, m_config.replicas); ++i) {
        Replica replica;
        replica.network = nn::LineNetwork(m_info.architecture, classes, m_config.dropout);
        if (i == 0 && m_start) {
            torch::NoGradGuard noGrad;
            auto to = replica.network->parameters();
            const auto from = m_start->parameters();
            for (std::size_t p = 0; p < to.size(); ++p)
                to[p].copy_(from[p]);
            scatterBuffers(*replica.network, gatherBuffers(*m_start));
        }
        replica.parameters = flatten(*replica.network, i == 0 ? torch::Tensor() : m_replicas[0].parameters.weights);
        replica.network->setBfloat16Convolutions(m_config.bfloat16);
        replica.network->train();
        m_replicas.push_back(std::move(replica));
    }
    std::vector<torch::Tensor> decay;
    for (const auto& p : m_replicas[0].network->parameters()) // biases and normalisations do not decay
        decay.push_back(torch::full({p.numel()}, p.dim() > 1 ? m_config.weightDecay : 0.0));
    m_decay = torch::cat(decay);
    const auto& weights = m_replicas[0].parameters.weights;
    m_optimizer = std::make_unique<AdamW>(weights);
    m_averageWeights = weights.clone();
    m_averageBuffers = gatherBuffers(*m_replicas[0].network);
    std::error_code error;
    std::filesystem::create_directories(m_config.workFolder, error);
    if (error)
        return Error{ErrorCode::Io, "Cannot make the folder " + quoted(m_config.workFolder) + ": " + error.message() + "."};
    return resume();
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
        return Error{ErrorCode::InvalidInput, "The checkpoint in " + quoted(m_config.workFolder) +
                                                  " belongs to another network or other data. Choose another work folder."};
    weights.copy_(checkpoint->weights);
    m_averageWeights = checkpoint->averageWeights;
    m_averageBuffers = checkpoint->averageBuffers;
    m_optimizer->firstMoment = checkpoint->firstMoment;
    m_optimizer->secondMoment = checkpoint->secondMoment;
    m_optimizer->stepsDone = checkpoint->adamSteps;
    for (Replica& replica : m_replicas)
        scatterBuffers(*replica.network, checkpoint->buffers);
    m_step = checkpoint->step;
    m_report.validationCer = checkpoint->validationCer;
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

Result<double> TrainingRun::step()
{
    const std::size_t count = m_replicas.size();
    std::vector<std::vector<std::size_t>> batches;
    LossConfig loss{m_config.shortcutWeight, 0};
    m_linesThisStep = 0;
    for (std::size_t i = 0; i < count; ++i) {
        batches.push_back(m_sampler->batch(m_step * static_cast<std::int64_t>(count) + static_cast<std::int64_t>(i)));
        m_linesThisStep += static_cast<std::int64_t>(batches.back().size());
        for (const std::size_t line : batches.back())
            loss.charsInStep += static_cast<double>(m_sampler->samples()[line].target.size());
    }
    static constexpr Augmentation kAugmentation;
    std::vector<double> losses(count);
    const auto worked = m_workers.run([&](int i) {
        const auto index = static_cast<std::size_t>(i);
        m_replicas[index].parameters.gradients.zero_();
        losses[index] = m_replicas[index].accumulate(*m_sampler, batches[index], loss,
                                                     m_config.augment ? &kAugmentation : nullptr,
                                                     seededGenerator(m_config.seed, m_step, 100 + i));
    });
    if (!worked)
        return worked.error();

    torch::NoGradGuard noGrad;
    auto& first = m_replicas[0].parameters;
    double sum = losses[0];
    for (std::size_t i = 1; i < count; ++i) {
        first.gradients.add_(m_replicas[i].parameters.gradients);
        sum += losses[i];
    }
    const double norm = first.gradients.norm().item<double>();
    if (!std::isfinite(sum) || !std::isfinite(norm)) {
        constexpr int kMostBadSteps = 20;
        if (++m_badSteps >= kMostBadSteps)
            return Error{ErrorCode::Internal, "The training diverged at step " + std::to_string(m_step) +
                                                  ". The last good checkpoint was kept; go on from it with a lower learning rate."};
        ++m_step;
        return sum;
    }
    m_badSteps = 0;
    if (norm > m_config.gradientClip)
        first.gradients.mul_(m_config.gradientClip / norm);
    m_optimizer->step(first.weights, first.gradients, learningRate(), m_decay);

    const auto done = static_cast<double>(m_step);
    const double decay = std::min(m_config.averageDecay, (1 + done) / (10 + done));
    // The replicas see different batches; their normalisation statistics are averaged so that all stay equal.
    torch::Tensor buffers = gatherBuffers(*m_replicas[0].network);
    for (std::size_t i = 1; i < count; ++i)
        buffers.add_(gatherBuffers(*m_replicas[i].network));
    buffers.div_(static_cast<double>(count));
    for (Replica& replica : m_replicas)
        scatterBuffers(*replica.network, buffers);
    m_averageWeights.lerp_(first.weights, 1 - decay);
    m_averageBuffers.lerp_(buffers, 1 - decay);
    ++m_step;
    return sum;
}

Result<void> TrainingRun::validate()
{
    constexpr std::size_t kBatch = 16;
    constexpr int kValidationStream = 50;
    const std::size_t batches = (m_validation.size() + kBatch - 1) / kBatch;
    std::vector<std::map<std::string, text::ErrorCounts>> counts(m_replicas.size());
    const auto worked = m_workers.run([&](int worker) {
        torch::NoGradGuard noGrad;
        nn::LineNetwork network(m_info.architecture, m_info.alphabet.classCount());
        flatten(*network, m_averageWeights);
        scatterBuffers(*network, m_averageBuffers);
        network->setBfloat16Convolutions(m_config.bfloat16);
        network->eval();
        for (std::size_t b = static_cast<std::size_t>(worker); b < batches; b += m_replicas.size()) {
            const std::size_t begin = b * kBatch, end = std::min(begin + kBatch, m_validation.size());
            std::vector<torch::Tensor> lines;
            std::vector<int64_t> frames;
            auto random = seededGenerator(m_config.seed, static_cast<std::int64_t>(b), kValidationStream);
            for (std::size_t i = begin; i < end; ++i)
                lines.push_back(pixelsOf(m_validation[i], {}, random));
            const InkBatch input = makeInkBatch(lines, m_info.architecture.paddingPx, nullptr, random);
            for (const int64_t width : input.widths)
                frames.push_back(m_info.architecture.frames(static_cast<int>(width)));
            const auto texts = bestPaths(network->forward(input.ink, input.widths).logits, frames);
            for (std::size_t i = begin; i < end; ++i) {
                std::u32string reading;
                for (const auto c : texts[i - begin])
                    reading += m_info.alphabet.character(static_cast<int>(c));
                const PackItem& item = *m_validation[i].item;
                counts[static_cast<std::size_t>(worker)][item.set].add(item.text, text::toUtf8(reading));
            }
        }
    });
    if (!worked)
        return worked.error();
    text::ErrorCounts total;
    std::map<std::string, text::ErrorCounts> perSet;
    for (const auto& worker : counts)
        for (const auto& [set, count] : worker) {
            perSet[set] += count;
            total += count;
        }
    m_report.validationCer = total.cer();
    m_report.cerPerSet.clear();
    for (const auto& [set, count] : perSet)
        m_report.cerPerSet[set] = count.cer();
    log({{"step", m_step}, {"validation_cer", total.cer()}, {"cer_per_set", m_report.cerPerSet}});
    return {};
}

Result<void> TrainingRun::save()
{
    Replica& first = m_replicas[0];
    const Checkpoint checkpoint{first.parameters.weights, m_averageWeights, m_optimizer->firstMoment,
                                m_optimizer->secondMoment, gatherBuffers(*first.network), m_averageBuffers,
                                m_step, m_optimizer->stepsDone, m_report.validationCer,
                                text::toUtf8(m_info.alphabet.characters()), m_info.architecture.toJson()};
    if (auto written = writeCheckpoint(checkpointPath(), checkpoint); !written)
        return written;

    nn::LineNetwork network(m_info.architecture, m_info.alphabet.classCount());
    torch::Tensor average = m_averageWeights;
    flatten(*network, average);
    scatterBuffers(*network, m_averageBuffers);
    nn::ModelInfo info = m_info;
    auto history = nlohmann::json::parse(info.historyJson);
    std::map<std::string, std::size_t> lines;
    for (const Sample& sample : m_sampler->samples())
        ++lines[sample.item->set];
    history.push_back({{"steps", m_step}, {"seed", m_config.seed}, {"training_lines", lines}, {"set_weights", m_config.setWeights},
                       {"learning_rate", m_config.learningRate}, {"validation_cer", m_report.validationCer}});
    info.historyJson = history.dump();
    auto rates = nlohmann::json::parse(info.errorRatesJson);
    for (const auto& [set, cer] : m_report.cerPerSet)
        rates["validation"][set] = {{"cer", cer}};
    info.errorRatesJson = rates.dump();
    return nn::writeModel(m_config.output, info, *network);
}

void TrainingRun::log(const nlohmann::json& entry)
{
    std::ofstream(m_config.workFolder / "log.jsonl", std::ios::app) << entry.dump() << '\n';
}

Result<TrainReport> TrainingRun::run(const std::stop_token& stop, const std::function<void(const TrainProgress&)>& progress)
{
    TrainProgress state{m_step, m_config.steps, 0, 0, 0, m_report.validationCer};
    auto lastStep = Clock::now();
    while (m_step < m_config.steps && !stop.stop_requested()) {
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
        state.secondsLeft = memory * state.secondsLeft + (1 - memory) * seconds * static_cast<double>(m_config.steps - m_step);
        state.step = m_step;
        constexpr std::int64_t kLogEvery = 50;
        if (m_step % kLogEvery == 0)
            log({{"step", m_step}, {"loss", state.loss}, {"learning_rate", learningRate()}, {"lines_per_second", state.linesPerSecond}});
        if (m_step % m_config.validateEvery == 0 || m_step == m_config.steps) {
            if (auto validated = validate(); !validated)
                return validated.error();
            if (auto saved = save(); !saved)
                return saved.error();
            state.validationCer = m_report.validationCer;
            lastStep = Clock::now();
        }
        if (progress)
            progress(state);
    }
    m_report.stoppedEarly = m_step < m_config.steps;
    if (m_report.stoppedEarly)
        if (auto saved = save(); !saved)
            return saved.error();
    m_report.stepsDone = m_step;
    return m_report;
}

} // namespace

Result<TrainReport> train(const TrainConfig& config, std::stop_token stop, const std::function<void(const TrainProgress&)>& progress)
try {
    TrainingRun run(config);
    if (auto prepared = run.prepare(); !prepared)
        return prepared.error();
    return run.run(stop, progress);
} catch (const c10::Error& e) {
    return Error{ErrorCode::Internal, std::string("The training failed: ") + e.what_without_backtrace()};
}

Result<void> writeUntrainedModel(const std::filesystem::path& path, const std::string& architecture,
                                 const std::string& characters, std::uint64_t seed)
{
    torch::manual_seed(seed);
    auto alphabet = text::Alphabet::fromCharacters(text::toCodePoints(characters));
    if (!alphabet)
        return alphabet.error();
    nn::ModelInfo info;
    info.name = "untrained";
    info.alphabet = std::move(*alphabet);
    info.architecture = architecture == "tiny" ? nn::Architecture::tiny() : nn::Architecture::standard();
    nn::LineNetwork network(info.architecture, info.alphabet.classCount());
    return nn::writeModel(path, info, *network);
}

} // namespace longhand::training
