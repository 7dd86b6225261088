#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

#include "app/prepared_page.h"
#include "longhand/app/page_transcriber.h"
#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// A picture file decoded and cut into lines.
struct PreparedFile {
    std::vector<RgbImage> pictures;  ///< none without TranscribeOptions::keepPictures
    std::vector<PreparedPage> pages; ///< same order
};

/// Decodes and cuts one page after the other. The pages of a file after the first write their debug pictures to folders
/// page-2, page-3, ... in the debug folder.
Result<PreparedFile> prepareFile(const std::filesystem::path& file, const TranscribeOptions& options, int lineHeightPx,
                                 const std::stop_token& stop = {});

/// All pages, with their picture's name; takes the pictures over. `options` as for prepareFile.
Result<Transcription> readFilePages(PreparedFile file, const std::filesystem::path& name,
                                    const TranscribeOptions& options, recognition::Recognizer& recognizer,
                                    const std::stop_token& stop, const ProgressFn& progress);

} // namespace longhand::app
