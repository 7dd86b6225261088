#include "app/page_orientation.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "app/prepared_page.h"
#include "longhand/app/picture_source.h"
#include "longhand/app/reading_certainty.h"

namespace longhand::app
{

namespace
{

// Of 21 pages by seven sorts of hands the least certain one reads with 0.46 when upright; upside down they have up to
// 0.45 and drawn pages in clear hands 0.55. None comes nearer to its upright reading than by 0.17.
constexpr double kCertainEnough = 0.65;
constexpr double kLeastGain = 0.1;
/// Less is no page, and a word or two read well enough upside down.
constexpr std::size_t kFewestCharacters = 30;
constexpr std::size_t kLinesTried = 12;

/// Of some of the longest lines.
Result<ReadingCertainty> tryLines(const PreparedPage& page, recognition::Recognizer& recognizer,
                                  const std::stop_token& stop)
{
    std::vector<GrayImage> pictures = page.linePictures;
    std::ranges::sort(pictures, std::ranges::greater(), &GrayImage::width);
    pictures.resize(std::min(pictures.size(), kLinesTried));
    const auto readings = recognizer.read(pictures, stop);
    if (!readings)
        return readings.error();
    ReadingCertainty certainty;
    for (const recognition::LineReading& reading : *readings)
        certainty.add(reading.text, reading.confidence);
    return certainty;
}

/// As badly as pages read that lie on their side or stand upside down.
bool looksTurned(const formats::Page& page)
{
    const ReadingCertainty certainty(page);
    return certainty.characters() >= kFewestCharacters && certainty.mean() < kCertainEnough;
}

} // namespace

Result<formats::Page> readUpright(formats::Page asItStands, const std::function<Result<RgbImage>()>& picture,
                                  const TranscribeOptions& options, recognition::Recognizer& recognizer,
                                  const std::stop_token& stop)
{
    if (options.singleLine || !options.turn || !looksTurned(asItStands))
        return asItStands;
    const auto original = picture();
    if (!original)
        return asItStands; // there is a reading, and it is worth more than an error
    TranscribeOptions turnedOptions = options;
    turnedOptions.preprocess.debugDir.clear(); // what is looked at there is the page as it stands
    double best = ReadingCertainty(asItStands).mean() + kLeastGain;
    PreparedPage upright;
    int turnDeg = 0;
    for (const int degrees : {180, 90, 270}) {
        auto prepared = preparePage(rotated(*original, degrees), turnedOptions, recognizer.lineHeightPx(), stop);
        if (!prepared && prepared.error().code == ErrorCode::Stopped)
            return prepared.error();
        if (!prepared)
            continue;
        const auto certainty = tryLines(*prepared, recognizer, stop);
        if (!certainty)
            return certainty.error();
        if (certainty->characters() < kFewestCharacters || certainty->mean() < best)
            continue;
        best = certainty->mean();
        upright = std::move(*prepared);
        turnDeg = degrees;
    }
    if (turnDeg == 0)
        return asItStands;
    auto page = readPage(upright, recognizer, stop, {});
    if (!page)
        return page;
    rotate(*page, 360 - turnDeg);
    page->turnDeg = turnDeg;
    return page;
}

} // namespace longhand::app
