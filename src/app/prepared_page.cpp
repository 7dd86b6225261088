#include "app/prepared_page.h"

#include <algorithm>
#include <utility>

#include "app/debug_pictures.h"
#include "app/normal_form.h"
#include "longhand/imaging/line_finder.h"
#include "longhand/imaging/line_outline.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::app
{

namespace
{

Error stopped()
{
    return {ErrorCode::Stopped, "Stopped."};
}

/// A picture that is one line: nothing is looked for, so the outline is the picture's edge and the baseline a guess.
PreparedPage prepareSingleLine(const RgbImage& picture, int lineHeightPx)
{
    constexpr double kAscentShare = 0.7;
    const double width = picture.width;
    const double height = picture.height;
    PreparedLine line;
    line.cropWidthPx = picture.width;
    line.outline = {{0, 0}, {width, 0}, {width, height}, {0, height}};
    line.baseline = {{0, height * kAscentShare}, {width, height * kAscentShare}};
    line.crop.baseline = line.baseline;
    line.crop.ascentPx = height * kAscentShare;
    line.crop.descentPx = height - line.crop.ascentPx;

    PreparedPage page;
    page.linePictures.push_back(imaging::normalizeLine(imaging::toGray(picture), lineHeightPx));
    page.lines.push_back(std::move(line));
    return page;
}

Result<PreparedPage> prepareLines(const RgbImage& picture, const TranscribeOptions& options, int lineHeightPx,
                                  const std::stop_token& stop)
{
    const auto clean = imaging::preprocess(picture, options.preprocess);
    if (!clean)
        return clean.error();
    if (stop.stop_requested())
        return stopped();
    const auto found = imaging::InkLineFinder().find(*clean);
    if (!found)
        return found.error();

    PreparedPage page;
    page.toOriginal = clean->toOriginal;
    page.lines.reserve(found->size());
    page.linePictures.reserve(found->size());
    for (const imaging::FoundLine& line : *found) {
        if (stop.stop_requested())
            return stopped();
        auto crop = imaging::cropLine(clean->gray, line);
        if (!crop && crop.error().code == ErrorCode::InvalidInput)
            continue; // a speck without a usable baseline must not cost the page
        if (!crop)
            return crop.error();
        page.linePictures.push_back(imaging::normalizeLine(crop->image, lineHeightPx));
        PreparedLine prepared;
        prepared.cropWidthPx = crop->image.width;
        prepared.crop = std::move(crop).value();
        prepared.crop.image = {};
        prepared.outline = page.toOriginal.map(line.outline);
        prepared.baseline = page.toOriginal.map(line.baseline);
        page.lines.push_back(std::move(prepared));
    }
    return page;
}

/// Polygons on the original picture for stretches of a line picture.
class Stretches
{
public:
    Stretches(const PreparedPage& page, const PreparedLine& line) : m_page(page), m_line(line) {}

    [[nodiscard]] Polygon outline(double begin, double end) const
    {
        const double width = m_line.cropWidthPx;
        const double x0 = std::clamp(begin, 0.0, 1.0) * width;
        const double x1 = std::clamp(end, 0.0, 1.0) * width;
        return m_page.toOriginal.map(m_line.crop.quad(std::min(x0, x1), std::max(x0, x1)));
    }

private:
    const PreparedPage& m_page;
    const PreparedLine& m_line;
};

formats::Word toWord(const recognition::WordReading& reading, const recognition::LineReading& line,
                     const Stretches& stretches)
{
    formats::Word word;
    word.text = toNfc(reading.text);
    word.confidence = reading.confidence;
    word.outline = stretches.outline(reading.begin, reading.end);
    for (const std::string& alternative : reading.alternatives)
        word.alternatives.push_back(toNfc(alternative));
    const auto count = static_cast<int>(line.chars.size());
    const int first = std::clamp(reading.firstChar, 0, count);
    const int last = std::clamp(first + reading.charCount, first, count);
    for (int i = first; i < last; ++i) {
        const recognition::CharReading& character = line.chars[static_cast<std::size_t>(i)];
        word.glyphs.push_back(
            {character.text, character.confidence, stretches.outline(character.begin, character.end)});
    }
    return word;
}

formats::Line toLine(const recognition::LineReading& reading, const PreparedPage& page, const PreparedLine& prepared)
{
    formats::Line line;
    line.text = toNfc(reading.text);
    line.confidence = reading.confidence;
    line.outline = prepared.outline;
    line.baseline = prepared.baseline;
    const Stretches stretches(page, prepared);
    for (const recognition::WordReading& word : reading.words)
        line.words.push_back(toWord(word, reading, stretches));
    for (const recognition::Hypothesis& hypothesis : reading.alternatives) {
        if (hypothesis.text != reading.text)
            line.alternatives.push_back(toNfc(hypothesis.text));
    }
    return line;
}

/// Ornaments, fine print and stamps read as letter salad of far lower confidence than the page's writing. Relative to
/// the page, because a hand that is hard to read throughout must not vanish.
double leastPlausibleConfidence(const std::vector<recognition::LineReading>& readings)
{
    constexpr double kShareOfMedian = 0.4;
    std::vector<double> confidences;
    for (const recognition::LineReading& reading : readings)
        if (!reading.text.empty())
            confidences.push_back(reading.confidence);
    if (confidences.empty())
        return 0;
    const auto middle = confidences.begin() + static_cast<std::ptrdiff_t>(confidences.size() / 2);
    std::nth_element(confidences.begin(), middle, confidences.end());
    return kShareOfMedian * *middle;
}

} // namespace

Result<PreparedPage> preparePage(const RgbImage& picture, const TranscribeOptions& options, int lineHeightPx,
                                 const std::stop_token& stop)
{
    if (picture.empty())
        return Error{ErrorCode::InvalidInput, "The picture is empty. Choose another one."};
    if (stop.stop_requested())
        return stopped();
    const std::filesystem::path& debugDir = options.preprocess.debugDir;
    if (!debugDir.empty()) {
        if (const auto created = createDebugFolder(debugDir); !created)
            return created.error();
    }
    auto page = options.singleLine ? Result<PreparedPage>(prepareSingleLine(picture, lineHeightPx))
                                   : prepareLines(picture, options, lineHeightPx, stop);
    if (!page)
        return page;
    page->widthPx = picture.width;
    page->heightPx = picture.height;
    if (!debugDir.empty()) {
        if (const auto written = writeLinePictures(debugDir, picture, *page); !written)
            return written.error();
    }
    return page;
}

Result<PreparedPage> prepareGivenLines(const imaging::CleanPage& page, const LineShapes& shapes, int lineHeightPx,
                                       const std::stop_token& stop)
{
    const Homography toClean = page.toOriginal.inverse();
    std::vector<Polyline> neighbours;
    for (const Polyline& baseline : shapes.neighbours)
        neighbours.push_back(toClean.map(baseline));
    PreparedPage prepared;
    prepared.toOriginal = page.toOriginal;
    for (const LineShape& shape : shapes.lines) {
        if (stop.stop_requested())
            return stopped();
        PreparedLine line;
        line.outline = shape.outline;
        line.baseline = shape.baseline;
        imaging::FoundLine found{toClean.map(shape.outline), toClean.map(shape.baseline)};
        if (shape.outline.empty()) {
            auto grown = imaging::growOutline(page, found.baseline, neighbours);
            if (!grown)
                return grown.error();
            found = std::move(*grown);
            line.outline = page.toOriginal.map(found.outline);
            line.baseline = page.toOriginal.map(found.baseline);
        }
        auto crop = imaging::cropLine(page.gray, found);
        if (!crop && crop.error().code != ErrorCode::InvalidInput)
            return crop.error();
        // What cannot be cut out reads as nothing, so that the others are still answered in order.
        GrayImage picture = crop ? std::move(crop->image) : GrayImage(lineHeightPx, lineHeightPx);
        prepared.linePictures.push_back(imaging::normalizeLine(picture, lineHeightPx));
        line.cropWidthPx = picture.width;
        if (crop)
            line.crop = std::move(crop).value();
        line.crop.image = {};
        prepared.lines.push_back(std::move(line));
        prepared.beginnings.push_back(shape.beginning);
    }
    return prepared;
}

Result<std::vector<formats::Line>> readAllLines(const PreparedPage& page, recognition::Recognizer& recognizer,
                                                std::stop_token stop, const ProgressFn& progress)
{
    const bool begun = std::ranges::any_of(page.beginnings, [](const std::string& text) { return !text.empty(); });
    const auto readings = begun ? recognizer.readOn(page.linePictures, page.beginnings, std::move(stop))
                                : recognizer.read(page.linePictures, std::move(stop), progress);
    if (!readings)
        return readings.error();
    std::vector<formats::Line> lines;
    for (std::size_t i = 0; i < page.lines.size() && i < readings->size(); ++i)
        lines.push_back(toLine((*readings)[i], page, page.lines[i]));
    return lines;
}

Result<formats::Page> readPage(const PreparedPage& page, recognition::Recognizer& recognizer, std::stop_token stop,
                               const ProgressFn& progress)
{
    auto readings = recognizer.read(page.linePictures, std::move(stop), progress);
    if (!readings)
        return readings.error();
    formats::Page result;
    result.widthPx = page.widthPx;
    result.heightPx = page.heightPx;
    const double leastConfidence = leastPlausibleConfidence(*readings);
    for (std::size_t i = 0; i < page.lines.size() && i < readings->size(); ++i) {
        const recognition::LineReading& reading = (*readings)[i];
        // What has an outline but no letters is a stain, a ruling or a stamp.
        if (reading.text.empty() || reading.confidence < leastConfidence)
            continue;
        result.lines.push_back(toLine(reading, page, page.lines[i]));
        result.lines.back().id = "line-" + std::to_string(result.lines.size());
    }
    return result;
}

} // namespace longhand::app
