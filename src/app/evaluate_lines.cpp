#include "longhand/app/evaluation.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <span>
#include <thread>
#include <utility>

#include "app/lines_table.h"
#include "app/normal_form.h"
#include "app/word_judgements.h"
#include "longhand/base/files.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::app
{

namespace
{

/// Lines decoded, read and forgotten together: enough for batches of like width, about 50 MB.
constexpr std::size_t kChunkLines = 512;

struct Chunk {
    std::vector<Result<GrayImage>> pictures; ///< one per row
};

Chunk decode(std::span<const LinesTableRow> rows, int heightPx, const std::stop_token& stop)
{
    Chunk chunk;
    chunk.pictures.assign(rows.size(), Error{ErrorCode::Stopped, "Stopped."});
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < rows.size() && !stop.stop_requested(); i = next++) {
            auto picture = imaging::readGray(rows[i].picture);
            if (picture)
                chunk.pictures[i] = imaging::normalizeLine(*picture, heightPx);
            else
                chunk.pictures[i] = picture.error();
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
        helpers.emplace_back(work);
    work();
    helpers.clear();
    return chunk;
}

/// Reads one chunk and adds its figures.
Result<void> readChunk(recognition::Recognizer& recognizer, std::span<const LinesTableRow> rows, Chunk chunk,
                       const std::stop_token& stop, LinesEvaluation& evaluation)
{
    std::vector<GrayImage> pictures;
    std::vector<const LinesTableRow*> references;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!chunk.pictures[i]) {
            if (chunk.pictures[i].error().code == ErrorCode::Stopped)
                return chunk.pictures[i].error();
            evaluation.unreadable.push_back(chunk.pictures[i].error());
            continue;
        }
        pictures.push_back(std::move(*chunk.pictures[i]));
        references.push_back(&rows[i]);
    }
    const auto readings = recognizer.read(pictures, stop);
    if (!readings)
        return readings.error();
    for (std::size_t i = 0; i < references.size(); ++i) {
        evaluation.errors.add(toNfc(references[i]->text), toNfc((*readings)[i].text));
        const auto words = judgeWords(references[i]->text, (*readings)[i]);
        evaluation.words.insert(evaluation.words.end(), words.begin(), words.end());
    }
    evaluation.lines += references.size();
    return {};
}

} // namespace

LinesEvaluation& LinesEvaluation::operator+=(const LinesEvaluation& other)
{
    lines += other.lines;
    errors += other.errors;
    words.insert(words.end(), other.words.begin(), other.words.end());
    seconds += other.seconds;
    unreadable.insert(unreadable.end(), other.unreadable.begin(), other.unreadable.end());
    return *this;
}

Result<LinesEvaluation> evaluateLines(recognition::Recognizer& recognizer, const std::filesystem::path& folder,
                                      const EvaluateLinesOptions& options, std::stop_token stop,
                                      const ProgressFn& progress)
{
    const auto rows = readLinesTable(folder, options.split, options.limit);
    if (!rows)
        return rows.error();
    const auto begin = std::chrono::steady_clock::now();
    const std::span<const LinesTableRow> all(*rows);
    const auto chunkAt = [&](std::size_t first) {
        return all.subspan(first, std::min(kChunkLines, all.size() - first));
    };
    const auto startDecoding = [&, heightPx = recognizer.lineHeightPx()](std::size_t first) {
        return std::async(std::launch::async, decode, chunkAt(first), heightPx, stop);
    };

    LinesEvaluation evaluation;
    auto decoding = startDecoding(0);
    for (std::size_t first = 0; first < all.size(); first += kChunkLines) {
        Chunk chunk = decoding.get();
        if (first + kChunkLines < all.size())
            decoding = startDecoding(first + kChunkLines);
        const auto read = readChunk(recognizer, chunkAt(first), std::move(chunk), stop, evaluation);
        if (!read)
            return read.error();
        if (progress)
            progress(static_cast<int>(std::min(first + kChunkLines, all.size())), static_cast<int>(all.size()));
    }
    evaluation.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return evaluation;
}

} // namespace longhand::app
