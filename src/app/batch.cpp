#include "longhand/app/batch.h"

#include <algorithm>
#include <deque>
#include <future>
#include <thread>
#include <utility>

#include "app/file_pages.h"

namespace longhand::app
{

namespace
{

/// Each file on its way holds a decoded page or more, so more cores must not mean more memory by themselves.
constexpr unsigned kDefaultFilesAhead = 3;

std::size_t filesAhead(int jobs)
{
    if (jobs > 0)
        return static_cast<std::size_t>(jobs);
    return std::clamp(std::thread::hardware_concurrency(), 1U, kDefaultFilesAhead);
}

} // namespace

void transcribeFiles(PageTranscriber& transcriber, const std::vector<BatchFile>& files, int jobs,
                     const FileDoneFn& fileDone, std::stop_token stop, const ProgressFn& progress)
{
    recognition::Recognizer& recognizer = transcriber.recognizer();
    const int lineHeightPx = recognizer.lineHeightPx();
    const std::size_t ahead = filesAhead(jobs);
    const int total = static_cast<int>(files.size()) * kBatchProgressPerFile;

    // The preparing threads also end when the caller's callback wants no more, not only on the caller's stop.
    std::stop_source stopPreparing;
    const std::stop_callback forwardStop(stop, [&] { stopPreparing.request_stop(); });
    std::deque<std::future<Result<PreparedFile>>> preparing; // a future of std::async waits for its thread when dropped
    std::size_t started = 0;
    const auto keepPreparing = [&] {
        while (started < files.size() && preparing.size() < ahead) {
            const BatchFile& file = files[started++];
            preparing.push_back(
                std::async(std::launch::async, [&file, lineHeightPx, token = stopPreparing.get_token()] {
                    return prepareFile(file.path, file.options, lineHeightPx, token);
                }));
        }
    };
    keepPreparing();
    for (std::size_t index = 0; index < files.size() && !stop.stop_requested(); ++index) {
        auto prepared = preparing.front().get();
        preparing.pop_front();
        keepPreparing();

        const int before = static_cast<int>(index) * kBatchProgressPerFile;
        const ProgressFn fileProgress = [&](int done, int steps) {
            if (progress && steps > 0)
                progress(before + kBatchProgressPerFile * done / steps, total);
        };
        auto transcription = prepared ? readFilePages(std::move(prepared).value(), files[index].path,
                                                      files[index].options, recognizer, stop, fileProgress)
                                      : Result<Transcription>(prepared.error());
        if (stop.stop_requested())
            break;
        if (fileDone(index, std::move(transcription)) == AfterFile::Stop) {
            stopPreparing.request_stop();
            break;
        }
        if (progress)
            progress(before + kBatchProgressPerFile, total);
    }
}

} // namespace longhand::app
