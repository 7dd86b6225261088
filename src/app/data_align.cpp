#include "longhand/app/data_align.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/line_alignment.h"
#include "app/line_set_writer.h"
#include "app/normal_form.h"
#include "app/row_pieces.h"
#include "longhand/app/pictures.h"
#include "longhand/base/files.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/imaging/line_finder.h"
#include "longhand/imaging/page_reader.h"
#include "longhand/imaging/preprocess.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

/// The lines of a page, cut out and read.
struct ReadLines {
    std::vector<GrayImage> crops;
    std::vector<LineToAlign> lines;
};

struct Page {
    fs::path picture;
    fs::path text;
};

Error stopped()
{
    return {ErrorCode::Stopped, "Stopped."};
}

double lengthOf(const Polyline& line)
{
    double length = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        length += std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
    return length;
}

Result<std::vector<Page>> pagesWithText(const fs::path& folder)
{
    const auto pictures = picturesIn(folder);
    if (!pictures)
        return pictures.error();
    std::vector<Page> pages;
    for (const fs::path& picture : *pictures) {
        fs::path text = picture;
        text.replace_extension(".txt");
        std::error_code ignored;
        if (fs::exists(text, ignored))
            pages.push_back({picture, std::move(text)});
    }
    if (pages.empty())
        return Error{ErrorCode::InvalidInput, "There is no picture with a text in " + quoted(folder) +
                                                  ". Put NAME.txt beside NAME.jpg, one line of writing a line."};
    return pages;
}

Result<std::vector<std::string>> readTextLines(const fs::path& file)
{
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    if (bytes->size() > kMaxAlignedTextBytes)
        return Error{ErrorCode::TooLarge, "Cannot align " + quoted(file) + ": it is longer than " +
                                              std::to_string(kMaxAlignedTextBytes) +
                                              " bytes, too long for one page. Cut it into pages."};
    std::vector<std::string> lines;
    std::string_view rest = *bytes;
    if (rest.starts_with("\xEF\xBB\xBF"))
        rest.remove_prefix(3);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        lines.push_back(toNfc(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines;
}

Result<ReadLines> readLines(const fs::path& file, recognition::Recognizer& recognizer, const std::stop_token& stop)
{
    const auto about = [&](const Error& error) {
        const bool named = error.code == ErrorCode::Stopped || error.detail.find(quoted(file)) != std::string::npos;
        return named ? error : Error{error.code, "Cannot read " + quoted(file) + ": " + error.detail};
    };
    const auto pictures = imaging::readPages(file);
    if (!pictures)
        return pictures.error();
    const auto clean = imaging::preprocess(pictures->front().color);
    if (!clean)
        return about(clean.error());
    if (stop.stop_requested())
        return stopped();
    auto found = imaging::InkLineFinder().find(*clean);
    if (!found)
        return about(found.error());
    ReadLines result;
    std::vector<GrayImage> pixels;
    for (const imaging::FoundLine& line : joinRowPieces(std::move(found).value())) {
        auto crop = imaging::cropLine(clean->gray, line, kMaxLineSetHeightPx);
        if (!crop && crop.error().code == ErrorCode::InvalidInput)
            continue; // a speck without a usable baseline
        if (!crop)
            return about(crop.error());
        pixels.push_back(imaging::normalizeLine(crop->image, recognizer.lineHeightPx()));
        result.crops.push_back(std::move(crop->image));
        result.lines.push_back({{}, lengthOf(line.baseline)});
    }
    auto readings = recognizer.read(pixels, stop);
    if (!readings)
        return about(readings.error());
    for (std::size_t i = 0; i < result.lines.size(); ++i)
        result.lines[i].reading = std::move((*readings)[i].text);
    return result;
}

std::string writerOf(std::string_view pageName)
{
    return std::string(pageName.substr(0, pageName.find_first_of("-_. 0123456789")));
}

bool hasEditorialMark(std::string_view text)
{
    return text.find_first_of("[]") != std::string_view::npos;
}

Result<PageAlignment> alignPage(const ReadLines& read, const std::vector<std::string>& textLines,
                                const std::string& name, const AlignRequest& request, LineSetWriter& output)
{
    const TextAlignment alignment = alignText(read.lines, textLines, {request.maxErrorRate});
    PageAlignment page;
    page.name = name;
    page.textLines = alignment.textLines;
    page.foundLines = read.lines.size();
    page.alignedText = alignment.alignedTextLines;
    LineRecord record;
    record.split = splitOfGroup(name, request.valShare, 0, request.seed);
    record.writer = request.writer.empty() ? writerOf(name) : request.writer;
    if (record.writer.empty())
        record.writer = name;
    record.language = request.language;
    for (std::size_t i = 0; i < read.lines.size(); ++i) {
        const auto& match = alignment.lines[i];
        if (!match)
            continue;
        if (match->evidence == Evidence::TooWeak) {
            ++page.uncertain;
            continue;
        }
        if (!request.keepMarked && hasEditorialMark(match->text)) {
            ++page.marked;
            continue;
        }
        record.text = match->text;
        if (const auto added = output.add(read.crops[i], record); !added)
            return added.error();
        ++page.aligned;
        page.byNeighbours += match->evidence == Evidence::Neighbours ? 1 : 0;
    }
    return page;
}

} // namespace

Result<AlignReport> alignPages(recognition::Recognizer& recognizer, const AlignRequest& request, std::stop_token stop,
                               const ProgressFn& progress)
{
    const auto pages = pagesWithText(request.pages);
    if (!pages)
        return pages.error();
    auto output = LineSetWriter::create(request.output);
    if (!output)
        return output.error();
    AlignReport report;
    for (std::size_t i = 0; i < pages->size(); ++i) {
        if (stop.stop_requested())
            return stopped();
        if (progress)
            progress(static_cast<int>(i), static_cast<int>(pages->size()));
        const Page& page = (*pages)[i];
        const auto textLines = readTextLines(page.text);
        if (!textLines) {
            report.unreadable.push_back(textLines.error());
            continue;
        }
        const auto read = readLines(page.picture, recognizer, stop);
        if (!read && read.error().code == ErrorCode::Stopped)
            return read.error();
        if (!read) {
            report.unreadable.push_back(read.error());
            continue;
        }
        auto aligned = alignPage(*read, *textLines, page.picture.stem().string(), request, *output);
        if (!aligned)
            return aligned.error();
        report.pages.push_back(std::move(aligned).value());
    }
    if (const auto finished = output->finish(); !finished)
        return finished.error();
    if (progress)
        progress(static_cast<int>(pages->size()), static_cast<int>(pages->size()));
    return report;
}

} // namespace longhand::app
