#include "longhand/app/page_transcriber.h"

#include <utility>

#include "app/file_pages.h"
#include "app/page_orientation.h"
#include "app/prepared_page.h"

namespace longhand::app
{

PageTranscriber::PageTranscriber(std::unique_ptr<recognition::Recognizer> recognizer)
    : m_recognizer(std::move(recognizer))
{
}

PageTranscriber::~PageTranscriber() = default;

Result<std::unique_ptr<PageTranscriber>> PageTranscriber::open(const std::filesystem::path& model,
                                                               const recognition::Options& options)
{
    auto recognizer = recognition::Recognizer::open(model, options);
    if (!recognizer)
        return recognizer.error();
    return std::make_unique<PageTranscriber>(std::move(recognizer).value());
}

Result<Transcription> PageTranscriber::transcribeFile(const std::filesystem::path& file,
                                                      const TranscribeOptions& options, std::stop_token stop,
                                                      const ProgressFn& progress)
{
    auto prepared = prepareFile(file, options, m_recognizer->lineHeightPx(), stop);
    if (!prepared)
        return prepared.error();
    return readFilePages(std::move(prepared).value(), file, options, *m_recognizer, stop, progress);
}

Result<formats::Page> PageTranscriber::transcribe(const RgbImage& picture, const TranscribeOptions& options,
                                                  std::stop_token stop, const ProgressFn& progress)
{
    const auto prepared = preparePage(picture, options, m_recognizer->lineHeightPx(), stop);
    if (!prepared)
        return prepared.error();
    auto page = readPage(*prepared, *m_recognizer, stop, progress);
    if (!page)
        return page;
    return readUpright(
        std::move(*page), [&picture]() -> Result<RgbImage> { return picture; }, options, *m_recognizer, stop);
}

Result<std::vector<formats::Line>> PageTranscriber::readLines(const imaging::CleanPage& page, const LineShapes& shapes,
                                                              std::stop_token stop, const ProgressFn& progress)
{
    const auto prepared = prepareGivenLines(page, shapes, m_recognizer->lineHeightPx(), stop);
    if (!prepared)
        return prepared.error();
    return readAllLines(*prepared, *m_recognizer, std::move(stop), progress);
}

recognition::Recognizer& PageTranscriber::recognizer()
{
    return *m_recognizer;
}

} // namespace longhand::app
