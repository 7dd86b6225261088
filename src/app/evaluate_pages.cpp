#include "longhand/app/evaluation.h"

#include <algorithm>
#include <chrono>
#include <fnmatch.h>
#include <system_error>
#include <utility>

#include "app/normal_form.h"
#include "longhand/app/batch.h"
#include "longhand/app/pictures.h"
#include "longhand/base/files.h"
#include "longhand/formats/import.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

struct PagePair {
    fs::path picture;
    fs::path reference; ///< .xml or .txt
};

struct Reference {
    formats::Page page; ///< lines only where hasOutlines
    std::string text;
    bool hasOutlines = false;
};

fs::path findReference(const fs::path& picture)
{
    std::error_code ignored;
    for (const char* suffix : {".xml", ".txt"}) {
        fs::path reference = picture;
        reference.replace_extension(suffix);
        if (fs::is_regular_file(reference, ignored))
            return reference;
    }
    return {};
}

Result<std::vector<PagePair>> findPairs(const fs::path& folder, const std::string& glob)
{
    const auto pictures = picturesIn(folder);
    if (!pictures)
        return pictures.error();
    std::vector<PagePair> pairs;
    for (const fs::path& picture : *pictures) {
        const bool named = ::fnmatch(glob.c_str(), picture.stem().c_str(), 0) == 0 ||
                           ::fnmatch(glob.c_str(), picture.filename().c_str(), 0) == 0;
        if (!named)
            continue;
        if (auto reference = findReference(picture); !reference.empty())
            pairs.push_back({picture, std::move(reference)});
    }
    if (pairs.empty())
        return Error{ErrorCode::InvalidInput, "There is no picture in " + quoted(folder) + " that matches '" + glob +
                                                  "' and has a reference .xml or .txt of the same name beside it. "
                                                  "Choose another folder or --glob."};
    return pairs;
}

std::string joinedText(const formats::Page& page)
{
    std::string text;
    for (const formats::Line& line : page.lines) {
        if (!text.empty())
            text += ' ';
        text += line.text;
    }
    return toNfc(text);
}

Result<Reference> readReference(const fs::path& file)
{
    Reference reference;
    if (file.extension() == ".txt") {
        auto text = readFile(file);
        if (!text)
            return text.error();
        reference.text = toNfc(*text); // line breaks count as the spaces that join lines
        return reference;
    }
    auto page = formats::readTranscription(file);
    if (!page)
        return page.error();
    reference.page = std::move(page).value();
    reference.text = joinedText(reference.page);
    reference.hasOutlines = true;
    return reference;
}

/// The pages of a multi-page picture are one text; outlines are compared where there is one page only.
PageEvaluation compare(const Reference& reference, const Transcription& reading, const fs::path& picture)
{
    PageEvaluation evaluation;
    evaluation.name = picture.stem().string();
    std::string text;
    for (const formats::Page& page : reading.pages)
        text += joinedText(page) + ' ';
    evaluation.errors.add(reference.text, text);
    evaluation.coveredErrors = evaluation.errors;
    if (reference.hasOutlines && reading.pages.size() == 1) {
        const formats::Page& found = reading.pages.front();
        evaluation.lines = matchLines(reference.page, found);
        evaluation.coveredErrors = {};
        evaluation.coveredErrors.add(reference.text, joinedText(coveredLines(reference.page, found)));
    }
    return evaluation;
}

} // namespace

Result<PagesEvaluation> evaluatePages(PageTranscriber& transcriber, const fs::path& folder,
                                      const EvaluatePagesOptions& options, std::stop_token stop,
                                      const ProgressFn& progress)
{
    const auto pairs = findPairs(folder, options.glob);
    if (!pairs)
        return pairs.error();
    std::vector<BatchFile> files;
    for (const PagePair& pair : *pairs)
        files.push_back({pair.picture, {}});

    PagesEvaluation evaluation;
    const auto begin = std::chrono::steady_clock::now();
    const auto fileDone = [&](std::size_t index, Result<Transcription> transcription) {
        const PagePair& pair = (*pairs)[index];
        const auto reference = readReference(pair.reference);
        if (!transcription || !reference) {
            evaluation.unreadable.push_back(transcription ? reference.error() : transcription.error());
            return AfterFile::Continue;
        }
        PageEvaluation page = compare(*reference, *transcription, pair.picture);
        evaluation.errors += page.errors;
        evaluation.coveredErrors += page.coveredErrors;
        if (page.lines) {
            if (!evaluation.lines)
                evaluation.lines.emplace();
            *evaluation.lines += *page.lines;
        }
        evaluation.pages.push_back(std::move(page));
        return AfterFile::Continue;
    };
    transcribeFiles(transcriber, files, options.jobs, fileDone, stop, progress);
    if (stop.stop_requested())
        return Error{ErrorCode::Stopped, "Stopped."};
    evaluation.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return evaluation;
}

} // namespace longhand::app
