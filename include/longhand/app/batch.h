#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

#include "longhand/app/page_transcriber.h"
#include "longhand/base/progress.h"
#include "longhand/base/result.h"

namespace longhand::app
{

struct BatchFile {
    std::filesystem::path path;
    TranscribeOptions options;
};

enum class AfterFile { Continue, Stop };

/// Called on the calling thread, once per file and in the order of the files.
using FileDoneFn = std::function<AfterFile(std::size_t index, Result<Transcription> transcription)>;

inline constexpr int kBatchProgressPerFile = 100;

/// Transcribes many files: while the network reads one, the next ones (at most `jobs`; 0: a few) are decoded, cleaned
/// and cut into lines on other threads. A file that fails does not keep the others from being read. After a stop no
/// further file is reported. Progress counts kBatchProgressPerFile steps a file.
void transcribeFiles(PageTranscriber& transcriber, const std::vector<BatchFile>& files, int jobs,
                     const FileDoneFn& fileDone, std::stop_token stop = {}, const ProgressFn& progress = {});

} // namespace longhand::app
