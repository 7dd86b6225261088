#include <cstdlib>
#include <filesystem>
#include <memory>
#include <vector>

#include <benchmark/benchmark.h>

#include "longhand/imaging/line_crop.h"
#include "longhand/recognition/recognizer.h"
#include "sample.h"

namespace longhand::bench
{

namespace
{

/// $LONGHAND_MODEL, else the model in the source tree.
std::filesystem::path modelPath()
{
    if (const char* named = std::getenv("LONGHAND_MODEL"))
        return named;
    return std::filesystem::path(LONGHAND_SOURCE_DIR) / "models" / "longhand.safetensors";
}

std::vector<GrayImage> lineImages(int heightPx)
{
    std::vector<GrayImage> images;
    for (const auto& line : sample().lines)
        if (const auto crop = imaging::cropLine(sample().page.gray, line))
            images.push_back(imaging::normalizeLine(crop->image, heightPx));
    return images;
}

/// The time of one iteration is that of one line, so it reads as milliseconds a line.
void readLine(benchmark::State& state, recognition::Decoder decoder, const std::filesystem::path& languageModel = {})
{
    recognition::Options options;
    options.decoder = decoder;
    options.language.model = languageModel;
    const auto recognizer = recognition::Recognizer::open(modelPath(), options);
    if (!recognizer) {
        state.SkipWithError(recognizer.error().detail.c_str());
        return;
    }
    const auto images = lineImages((*recognizer)->lineHeightPx());
    const auto count = static_cast<benchmark::IterationCount>(images.size());
    while (state.KeepRunningBatch(count)) {
        const auto readings = (*recognizer)->read(images);
        if (!readings) {
            state.SkipWithError(readings.error().detail.c_str());
            return;
        }
        benchmark::DoNotOptimize(readings.value());
    }
}

BENCHMARK_CAPTURE(readLine, greedy, recognition::Decoder::Greedy)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(readLine, beam, recognition::Decoder::Beam)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(readLine, beamWithLanguageModel, recognition::Decoder::Beam,
                  std::filesystem::path(LONGHAND_SOURCE_DIR) / "models" / "longhand.lm")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace

} // namespace longhand::bench
