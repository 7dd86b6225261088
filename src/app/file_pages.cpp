#include "app/file_pages.h"

#include <cstddef>
#include <exception>
#include <new>
#include <string>
#include <utility>

#include "app/page_orientation.h"
#include "longhand/base/files.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::app
{

namespace
{

Result<PreparedFile> prepareFilePages(const std::filesystem::path& file, const TranscribeOptions& options,
                                      int lineHeightPx, const std::stop_token& stop)
{
    const auto pictures = imaging::PictureFile::open(file);
    if (!pictures)
        return pictures.error();
    PreparedFile prepared;
    for (int i = 0; i < pictures->pageCount(); ++i) {
        if (stop.stop_requested())
            return Error{ErrorCode::Stopped, "Stopped."};
        auto picture = pictures->page(i);
        if (!picture)
            return picture.error();
        TranscribeOptions pageOptions = options;
        auto& debugDir = pageOptions.preprocess.debugDir;
        if (!debugDir.empty() && i > 0)
            debugDir /= "page-" + std::to_string(i + 1);
        auto page = preparePage(picture->color, pageOptions, lineHeightPx, stop);
        if (!page) {
            // Imaging sees pictures, not files; only here the name is known.
            Error error = page.error();
            if (error.code != ErrorCode::Stopped && error.detail.find(quoted(file)) == std::string::npos)
                error.detail = "Cannot read " + quoted(file) + ": " + error.detail;
            return error;
        }
        prepared.pages.push_back(std::move(page).value());
        if (options.keepPictures)
            prepared.pictures.push_back(std::move(picture->color));
    }
    return prepared;
}

/// Of a file that was prepared: kept, or decoded anew.
Result<RgbImage> pictureOf(const PreparedFile& file, const std::filesystem::path& name, std::size_t page)
{
    if (page < file.pictures.size())
        return file.pictures[page];
    const auto pictures = imaging::PictureFile::open(name);
    if (!pictures)
        return pictures.error();
    auto picture = pictures->page(static_cast<int>(page));
    if (!picture)
        return picture.error();
    return std::move(picture->color);
}

} // namespace

Result<PreparedFile> prepareFile(const std::filesystem::path& file, const TranscribeOptions& options, int lineHeightPx,
                                 const std::stop_token& stop)
try {
    return prepareFilePages(file, options, lineHeightPx, stop);
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::TooLarge,
                 "Cannot read " + quoted(file) + ": there is not enough memory. Make the picture smaller."};
} catch (const std::exception& e) {
    // Runs on worker threads: nothing may be thrown across a future.
    return Error{ErrorCode::Internal, "Cannot read " + quoted(file) + ": " + e.what() + "."};
}

Result<Transcription> readFilePages(PreparedFile file, const std::filesystem::path& name,
                                    const TranscribeOptions& options, recognition::Recognizer& recognizer,
                                    const std::stop_token& stop, const ProgressFn& progress)
{
    constexpr int kStepsPerPage = 100;
    const int total = static_cast<int>(file.pages.size()) * kStepsPerPage;
    Transcription result;
    for (std::size_t i = 0; i < file.pages.size(); ++i) {
        const int before = static_cast<int>(i) * kStepsPerPage;
        const ProgressFn pageProgress = [&](int done, int lines) {
            if (progress && lines > 0)
                progress(before + kStepsPerPage * done / lines, total);
        };
        auto page = readPage(file.pages[i], recognizer, stop, pageProgress);
        if (!page)
            return page.error();
        page = readUpright(
            std::move(*page), [&] { return pictureOf(file, name, i); }, options, recognizer, stop);
        if (!page)
            return page.error();
        page->imageName = name.filename().string();
        page->imagePath = name.string();
        page->imageIndex = static_cast<int>(i);
        result.pages.push_back(std::move(page).value());
        if (progress)
            progress(before + kStepsPerPage, total);
    }
    result.pictures = std::move(file.pictures);
    return result;
}

} // namespace longhand::app
