// What a training step on the processor spends on drawing and distorting its batch: prepareBatch beside the whole step.
#include <algorithm>
#include <filesystem>
#include <random>
#include <vector>

#include <unistd.h>

#include <benchmark/benchmark.h>

#include "longhand/nn/blas.h"
#include "training/replica.h"

namespace longhand::training
{

namespace
{

constexpr int kClasses = 120;
constexpr int kLinesPerBatch = 20;
constexpr int kPointsPerLetter = 14;
constexpr int kLettersPerLine = 30;

/// A pack of pictures and of pen strokes as long and as dense as real lines, in the proportion the default model learns
/// from.
std::filesystem::path writePack(int heightPx)
{
    const auto path =
        std::filesystem::temp_directory_path() / ("longhand-bench-" + std::to_string(::getpid()) + ".pack");
    auto writer = PackWriter::create(path, heightPx);
    std::mt19937 random(1);
    for (int i = 0; i < kLinesPerBatch; ++i) {
        PackItem item;
        item.set = "bench";
        item.split = "train";
        item.text = std::string(kLettersPerLine, 'n');
        PenStrokes strokes;
        for (int letter = 0; letter < kLettersPerLine; ++letter) {
            strokes.emplace_back();
            for (int p = 0; p < kPointsPerLetter; ++p)
                strokes.back().push_back(
                    {letter * 30 + static_cast<int>(random() % 24), static_cast<int>(random() % 100)});
        }
        if (i % 3 == 0) {
            (void)writer->add(strokes, item);
            continue;
        }
        GrayImage line(kLettersPerLine * 13, heightPx);
        for (auto& pixel : line.pixels)
            pixel = random() % 6 == 0 ? static_cast<std::uint8_t>(random()) : 255;
        item.coding = LineCoding::Compact;
        (void)writer->add(line, item);
    }
    (void)writer->finish();
    return path;
}

/// One batch, as a step of the default training sees it.
class Fixture
{
public:
    Fixture()
        : m_architecture(nn::Architecture::standard()), m_path(writePack(m_architecture.inputHeightPx)),
          m_pack(LinePack::open(m_path).value())
    {
        nn::configureBlas();
        at::set_num_threads(1);
        for (const PackItem& item : m_pack.items()) {
            Sample sample{&m_pack, &item, {}};
            for (int i = 0; i < kLettersPerLine; ++i)
                sample.target.push_back(1 + i % (kClasses - 1));
            m_samples.push_back(std::move(sample));
        }
        for (const Sample& sample : m_samples)
            m_lines.push_back(&sample);
    }
    ~Fixture()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    Fixture(const Fixture&) = delete;
    Fixture& operator=(const Fixture&) = delete;

    [[nodiscard]] PreparedBatch prepare(int step) const
    {
        static constexpr Augmentation kAugmentation;
        return prepareBatch(m_lines, m_architecture, &kAugmentation, seededGenerator(1, step, 100));
    }
    [[nodiscard]] const nn::Architecture& architecture() const { return m_architecture; }

private:
    nn::Architecture m_architecture;
    std::filesystem::path m_path;
    LinePack m_pack;
    std::vector<Sample> m_samples;
    std::vector<const Sample*> m_lines;
};

void prepareTrainingBatch(benchmark::State& state)
{
    const Fixture fixture;
    int step = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(fixture.prepare(step++));
}

void trainingStep(benchmark::State& state)
{
    const Fixture fixture;
    Replica replica;
    replica.network = nn::LineNetwork(fixture.architecture(), kClasses, 0.25);
    replica.parameters = flatten(*replica.network);
    replica.network->setBfloat16Convolutions(true);
    replica.network->train();
    int step = 0;
    for (auto _ : state) {
        replica.parameters.gradients.zero_();
        benchmark::DoNotOptimize(replica.accumulate(fixture.prepare(step++), {0.15, kLinesPerBatch * kLettersPerLine}));
    }
}

BENCHMARK(prepareTrainingBatch)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(trainingStep)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(2);

} // namespace

} // namespace longhand::training
