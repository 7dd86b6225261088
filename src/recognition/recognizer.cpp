#include "longhand/recognition/recognizer.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <limits>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>

#include "beam_search.h"
#include "ctc_decoder.h"
#include "line_reading.h"
#include "longhand/nn/blas.h"
#include "longhand/nn/model_delta.h"
#include "longhand/nn/model_file.h"
#include "longhand/nn/processor.h"
#include "longhand/recognition/narrow_letters.h"
#include "longhand/text/unicode.h"

namespace longhand::recognition
{

namespace
{

class NetworkRecognizer final : public Recognizer
{
public:
    NetworkRecognizer(nn::LoadedModel model, std::optional<language::LanguageModel> languageModel,
                      const Options& options)
        : m_options(options), m_info(std::move(model.info)),
          m_calibration(options.calibration.value_or(m_info.calibration)), m_network(model.network),
          m_languageModel(std::move(languageModel))
    {
        if (m_languageModel) {
            m_prior.emplace(*m_languageModel, m_info.alphabet.characters());
            m_fusion = {&*m_prior, options.language.weight, options.language.bonus};
        }
        const bool wantsCuda = options.device == Device::Cuda || options.device == Device::Auto;
        if (wantsCuda && torch::cuda::is_available())
            m_device = torch::kCUDA;
        m_network->to(m_device);
        m_network->setBfloat16Convolutions(nn::processorHasBfloat16());
    }

    [[nodiscard]] int lineHeightPx() const override { return m_info.architecture.inputHeightPx; }
    [[nodiscard]] std::string modelName() const override { return m_info.name; }
    [[nodiscard]] std::string characters() const override { return text::toUtf8(m_info.alphabet.characters()); }
    Result<std::vector<LineReading>> read(std::span<const GrayImage> lines, std::stop_token stop,
                                          const ProgressFn& progress) override;
    Result<std::vector<double>> score(std::span<const GrayImage> lines, std::span<const std::string> texts,
                                      std::stop_token stop) override;
    Result<std::vector<LineReading>> readOn(std::span<const GrayImage> lines, std::span<const std::string> beginnings,
                                            std::stop_token stop) override;

private:
    using Batch = std::span<const std::size_t>;
    /// Takes the network's outputs for the line of that index, which it saw that wide; called from several threads. A
    /// line with narrow letters comes a second time, wider, from the same thread.
    using TakeFn = std::function<void(std::size_t, const LogProbabilities&, int widthPx)>;
    Result<void> runNetwork(std::span<const GrayImage> lines, const std::stop_token& stop, const ProgressFn& progress,
                            const TakeFn& take);
    void readBatch(std::span<const GrayImage> lines, Batch batch, const TakeFn& take);
    void runBatch(std::span<const GrayImage> lines, Batch batch, const TakeFn& take);
    [[nodiscard]] FrameGeometry geometryOf(int widthPx) const
    {
        return {m_info.architecture.frameStride(), m_info.architecture.paddingPx, widthPx};
    }
    [[nodiscard]] LineReading decode(const LogProbabilities& line, int widthPx) const;
    [[nodiscard]] LineReading decodeBeams(const LogProbabilities& line, int widthPx,
                                          const std::vector<int>& beginning) const;

    Options m_options;
    nn::ModelInfo m_info;
    nn::Calibration m_calibration;
    nn::LineNetwork m_network;
    std::optional<language::LanguageModel> m_languageModel;
    std::optional<LanguagePrior> m_prior;
    Fusion m_fusion; ///< with a language model
    torch::Device m_device = torch::kCPU;
};

/// Lines in order of width, cut into batches of similar lines that fill a processor's caches but not the memory.
std::vector<std::span<const std::size_t>> cutIntoBatches(const std::vector<std::size_t>& order,
                                                         std::span<const GrayImage> lines, std::size_t threads)
{
    constexpr std::size_t kMostLines = 16;
    constexpr int kMostColumns = 16000;
    // With few lines every thread still gets a share.
    const std::size_t fair = std::clamp<std::size_t>((order.size() + threads - 1) / threads, 1, kMostLines);
    std::vector<std::span<const std::size_t>> batches;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && end - begin < fair &&
               static_cast<int>(end - begin + 1) * lines[order[end]].width <= kMostColumns)
            ++end;
        batches.emplace_back(order.data() + begin, end - begin);
        begin = end;
    }
    return batches;
}

void keepLikelier(LineReading& kept, LineReading reading)
{
    const auto probability = [](const LineReading& r) { return r.alternatives.front().logProbability; };
    if (kept.alternatives.empty() || (!reading.alternatives.empty() && probability(reading) > probability(kept)))
        kept = std::move(reading);
}

Result<std::vector<LineReading>> NetworkRecognizer::read(std::span<const GrayImage> lines, std::stop_token stop,
                                                         const ProgressFn& progress)
{
    std::vector<LineReading> readings(lines.size());
    auto done = runNetwork(lines, stop, progress, [&](std::size_t i, const LogProbabilities& line, int widthPx) {
        keepLikelier(readings[i], decode(line, widthPx));
    });
    if (!done)
        return done.error();
    return readings;
}

Result<std::vector<double>> NetworkRecognizer::score(std::span<const GrayImage> lines,
                                                     std::span<const std::string> texts, std::stop_token stop)
{
    if (lines.size() != texts.size())
        return Error{ErrorCode::InvalidInput, "Each line picture needs one text to be compared with."};
    std::vector<double> scores(lines.size(), -std::numeric_limits<double>::infinity());
    auto done = runNetwork(lines, stop, {}, [&](std::size_t i, const LogProbabilities& line, int) {
        std::vector<int> labels;
        for (const char32_t c : text::toCodePoints(texts[i]))
            labels.push_back(m_info.alphabet.classOf(c));
        scores[i] = std::max(scores[i], logLikelihood(line, labels));
    });
    if (!done)
        return done.error();
    return scores;
}

/// Characters that the model lacks were not looked for, yet the text has them.
void putBeginning(LineReading& reading, const std::string& beginning, std::size_t known)
{
    const auto put = [&](std::string& text) {
        const std::u32string points = text::toCodePoints(text);
        if (points.size() >= known)
            text = beginning + text::toUtf8(points.substr(known));
    };
    if (reading.chars.empty())
        return;
    put(reading.text);
    for (Hypothesis& hypothesis : reading.alternatives)
        put(hypothesis.text);
}

Result<std::vector<LineReading>> NetworkRecognizer::readOn(std::span<const GrayImage> lines,
                                                           std::span<const std::string> beginnings,
                                                           std::stop_token stop)
{
    if (lines.size() != beginnings.size())
        return Error{ErrorCode::InvalidInput, "Each line picture needs a beginning, which may be empty."};
    std::vector<LineReading> readings(lines.size());
    auto done = runNetwork(lines, stop, {}, [&](std::size_t i, const LogProbabilities& line, int widthPx) {
        std::vector<int> known;
        for (const char32_t c : text::toCodePoints(beginnings[i]))
            if (const int label = m_info.alphabet.classOf(c); label > 0)
                known.push_back(label);
        LineReading reading = decodeBeams(line, widthPx, known);
        putBeginning(reading, beginnings[i], known.size());
        keepLikelier(readings[i], std::move(reading));
    });
    if (!done)
        return done.error();
    return readings;
}

Result<void> NetworkRecognizer::runNetwork(std::span<const GrayImage> lines, const std::stop_token& stop,
                                           const ProgressFn& progress, const TakeFn& take)
{
    for (const GrayImage& line : lines)
        if (line.height != lineHeightPx() || line.width <= 0)
            return Error{ErrorCode::InvalidInput, "A line picture has " + std::to_string(line.height) +
                                                      " rows, but the model '" + m_info.name + "' reads " +
                                                      std::to_string(lineHeightPx()) + "."};
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lines[a].width < lines[b].width; });

    const std::size_t wanted = m_device.is_cuda()      ? 1
                               : m_options.threads > 0 ? static_cast<std::size_t>(m_options.threads)
                                                       : std::max(1u, std::thread::hardware_concurrency());
    const auto batches = cutIntoBatches(order, lines, wanted);
    const std::size_t threads = std::min(wanted, batches.size());

    // The widest batches first: the last to finish are then short, and the threads end together.
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    int done = 0;
    std::string failure;
    const auto work = [&] {
        at::set_num_threads(1);
        for (std::size_t i = next++; i < batches.size() && !stop.stop_requested(); i = next++) {
            const Batch batch = batches[batches.size() - 1 - i];
            try {
                readBatch(lines, batch, take);
            } catch (const std::exception& e) {
                const std::scoped_lock lock(mutex);
                failure = e.what();
                return;
            }
            const std::scoped_lock lock(mutex);
            done += static_cast<int>(batch.size());
            if (progress)
                progress(done, static_cast<int>(lines.size()));
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (std::size_t i = 0; i < threads; ++i)
            helpers.emplace_back(work);
    }
    if (!failure.empty())
        return Error{ErrorCode::Internal, "The network failed to read a line: " + failure};
    if (stop.stop_requested())
        return Error{ErrorCode::Stopped, "Reading was stopped."};
    return {};
}

void NetworkRecognizer::readBatch(std::span<const GrayImage> lines, Batch batch, const TakeFn& take)
{
    std::vector<std::size_t> narrow;
    runBatch(lines, batch, [&](std::size_t i, const LogProbabilities& line, int widthPx) {
        take(i, line, widthPx);
        const double letterPx = framesPerLetter(line) * m_info.architecture.frameStride();
        if (letterPx > 0 && letterPx < kNarrowLetter * lines[i].height)
            narrow.push_back(i);
    });
    if (narrow.empty())
        return;
    std::vector<GrayImage> wider;
    for (const std::size_t i : narrow)
        wider.push_back(widened(lines[i], kWidening));
    std::vector<std::size_t> all(wider.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    runBatch(wider, all,
             [&](std::size_t n, const LogProbabilities& line, int widthPx) { take(narrow[n], line, widthPx); });
}

void NetworkRecognizer::runBatch(std::span<const GrayImage> lines, Batch batch, const TakeFn& take)
{
    const torch::NoGradGuard noGrad;
    const auto& architecture = m_info.architecture;
    const int padding = architecture.paddingPx;
    int widest = 0;
    for (const std::size_t i : batch)
        widest = std::max(widest, lines[i].width);
    constexpr int kWidthStep = 64; // few different shapes, so that compiled convolutions are used again
    widest = (widest + kWidthStep - 1) / kWidthStep * kWidthStep;
    auto ink = torch::zeros({static_cast<int64_t>(batch.size()), 1, architecture.inputHeightPx, widest + 2 * padding});
    std::vector<int64_t> widths;
    for (std::size_t n = 0; n < batch.size(); ++n) {
        const GrayImage& line = lines[batch[n]];
        const auto pixels =
            torch::from_blob(const_cast<std::uint8_t*>(line.pixels.data()), {line.height, line.width}, torch::kByte);
        ink[static_cast<int64_t>(n)][0].narrow(1, padding, line.width).copy_(pixels).mul_(-1.0 / 255).add_(1.0);
        widths.push_back(line.width + 2 * padding);
    }
    const auto logits = m_network->forward(ink.to(m_device), widths).logits;
    const auto probabilities = logits.to(torch::kCPU, torch::kFloat).log_softmax(2).transpose(0, 1).contiguous();
    const auto frames = static_cast<std::size_t>(probabilities.size(1)),
               classes = static_cast<std::size_t>(probabilities.size(2));
    for (std::size_t n = 0; n < batch.size(); ++n) {
        const int used = architecture.frames(static_cast<int>(widths[n]));
        const LogProbabilities line{
            used,
            static_cast<int>(classes),
            {probabilities.data_ptr<float>() + n * frames * classes, static_cast<std::size_t>(used) * classes}};
        take(batch[n], line, lines[batch[n]].width);
    }
}

LineReading NetworkRecognizer::decode(const LogProbabilities& line, int widthPx) const
{
    if (m_options.decoder == Decoder::Beam)
        return decodeBeams(line, widthPx, {});
    LineReading reading =
        assembleReading(decodeGreedy(line, m_calibration.temperature), m_info.alphabet, geometryOf(widthPx));
    reading.alternatives.front().logProbability = bestPathLogProbability(line);
    judgeWords(reading, m_calibration.words);
    return reading;
}

LineReading NetworkRecognizer::decodeBeams(const LogProbabilities& line, int widthPx,
                                           const std::vector<int>& beginning) const
{
    const auto best =
        decodeBeam(line, m_options.beamWidth, m_options.beamWidth, m_languageModel ? &m_fusion : nullptr, beginning);
    if (best.empty())
        return {};
    LineReading reading = assembleReading(align(line, best.front().labels, m_calibration.temperature), m_info.alphabet,
                                          geometryOf(widthPx));
    std::vector<Hypothesis> hypotheses;
    for (const LabelHypothesis& hypothesis : best) {
        std::u32string text;
        for (const int label : hypothesis.labels)
            text += m_info.alphabet.character(label);
        hypotheses.push_back({text::toUtf8(text), hypothesis.logProbability});
    }
    addAlternatives(reading, hypotheses, m_options.alternatives);
    judgeWords(reading, m_languageModel ? m_calibration.wordsWithLanguageModel : m_calibration.words);
    return reading;
}

} // namespace

Result<std::vector<LineReading>> Recognizer::readOn(std::span<const GrayImage>, std::span<const std::string>,
                                                    std::stop_token)
{
    return Error{ErrorCode::Unsupported, "The model '" + modelName() + "' cannot read on from a given beginning."};
}

Result<std::unique_ptr<Recognizer>> Recognizer::open(const std::filesystem::path& model, const Options& options)
{
    nn::configureBlas();
    if (options.device == Device::Cuda && !torch::cuda::is_available())
        return Error{ErrorCode::Unsupported, "No CUDA device was found. Read on the processor instead."};
    auto loaded = options.profile.empty() ? nn::readModel(model) : nn::readModelWithDelta(model, options.profile);
    if (!loaded)
        return loaded.error();
    std::optional<language::LanguageModel> languageModel;
    if (options.decoder == Decoder::Beam && !options.language.model.empty()) {
        auto opened = language::LanguageModel::open(options.language.model);
        if (!opened)
            return opened.error();
        languageModel = std::move(*opened);
    }
    return std::unique_ptr<Recognizer>(
        std::make_unique<NetworkRecognizer>(std::move(*loaded), std::move(languageModel), options));
}

Result<void> storeCalibration(const std::filesystem::path& model, const nn::Calibration& calibration)
{
    return nn::writeCalibration(model, calibration);
}

Result<ProfileReport> writeProfile(const std::filesystem::path& profile, const std::filesystem::path& base,
                                   const std::filesystem::path& learnt)
{
    const auto written = nn::writeDelta(profile, base, learnt);
    if (!written)
        return written.error();
    return ProfileReport{written->bits, written->bytes};
}

Result<std::string> describeModel(const std::filesystem::path& model)
{
    return nn::describeModelFile(model);
}

} // namespace longhand::recognition
