#include <string>

#include <benchmark/benchmark.h>

#include "longhand/imaging/line_crop.h"
#include "sample.h"

namespace longhand::bench
{

namespace
{

void preprocessPage(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(imaging::preprocess(sample().picture));
}

void findLinesOfPage(benchmark::State& state)
{
    const imaging::InkLineFinder finder;
    for (auto _ : state)
        benchmark::DoNotOptimize(finder.find(sample().page));
    state.SetLabel(std::to_string(sample().lines.size()) + " lines");
}

void preprocessAndFindLinesOfPage(benchmark::State& state)
{
    const imaging::InkLineFinder finder;
    for (auto _ : state) {
        const auto page = imaging::preprocess(sample().picture);
        benchmark::DoNotOptimize(finder.find(page.value()));
    }
}

void cropLinesOfPage(benchmark::State& state)
{
    for (auto _ : state)
        for (const auto& line : sample().lines) {
            const auto crop = imaging::cropLine(sample().page.gray, line);
            benchmark::DoNotOptimize(imaging::normalizeLine(crop.value().image, 64));
        }
}

BENCHMARK(preprocessPage)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(findLinesOfPage)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(preprocessAndFindLinesOfPage)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(cropLinesOfPage)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

} // namespace longhand::bench
