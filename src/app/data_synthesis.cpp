#include "longhand/app/data_synthesis.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <utility>

#include "app/line_set_writer.h"
#include "longhand/synthesis/line_synthesizer.h"
#include "longhand/text/counted.h"

namespace longhand::app
{

namespace
{

/// Lines drawn before they are written; bounds the memory and what a stop throws away.
constexpr std::size_t kLinesPerBatch = 256;

using DrawnLine = std::optional<Result<synthesis::SyntheticLine>>;

/// Lines [first, first + count), each by whichever synthesizer is free.
std::vector<DrawnLine> drawBatch(const std::vector<synthesis::LineSynthesizer>& synthesizers, std::size_t first,
                                 std::size_t count)
{
    std::vector<DrawnLine> lines(count);
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (const auto& synthesizer : synthesizers) {
        workers.emplace_back([&lines, &next, &synthesizer, first, count] {
            for (std::size_t i = next++; i < count; i = next++)
                lines[i] = synthesizer.line(first + i);
        });
    }
    workers.clear(); // joins
    return lines;
}

Result<std::vector<synthesis::LineSynthesizer>> openSynthesizers(const SynthesisRequest& request)
{
    synthesis::SynthesisSources sources{request.texts, request.fonts, request.language, request.seed};
    sources.capitals = request.capitals.value_or(sources.capitals);
    auto first = synthesis::LineSynthesizer::open(sources);
    if (!first)
        return first.error();
    const int jobs = request.jobs > 0 ? request.jobs : static_cast<int>(std::thread::hardware_concurrency());
    std::vector<synthesis::LineSynthesizer> synthesizers;
    synthesizers.push_back(std::move(*first));
    for (int i = 1; i < jobs; ++i) {
        auto another = synthesizers.front().another();
        if (!another)
            return another.error();
        synthesizers.push_back(std::move(*another));
    }
    return synthesizers;
}

} // namespace

Result<SynthesisReport> synthesizeLines(const SynthesisRequest& request, std::stop_token stop,
                                        const ProgressFn& progress)
{
    const auto synthesizers = openSynthesizers(request);
    if (!synthesizers)
        return synthesizers.error();
    auto writer = LineSetWriter::create(request.output);
    if (!writer)
        return writer.error();
    SynthesisReport report;
    report.fonts = synthesizers->front().fontCount();
    while (report.lines < request.count) {
        if (stop.stop_requested())
            return Error{ErrorCode::Stopped, "Stopped after " + text::counted(report.lines, "line") + "."};
        for (const DrawnLine& drawn :
             drawBatch(*synthesizers, report.lines, std::min(kLinesPerBatch, request.count - report.lines))) {
            if (!*drawn)
                return drawn->error();
            const synthesis::SyntheticLine& line = drawn->value();
            const LineRecord record{line.forValidation ? "val" : "train", line.writer, request.language, line.text};
            if (const auto added = writer->addFile(line.jpeg, ".jpg", record); !added)
                return added.error();
            ++report.lines;
            report.validationLines += line.forValidation ? 1 : 0;
        }
        if (progress)
            progress(static_cast<int>(report.lines), static_cast<int>(request.count));
    }
    if (const auto finished = writer->finish(); !finished)
        return finished.error();
    return report;
}

} // namespace longhand::app
