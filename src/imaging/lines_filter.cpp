#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <numbers>
#include <utility>
#include <vector>

#include "imaging/lines_parts.h"

namespace longhand::imaging
{
namespace
{

constexpr double kShortSigmas = 12;  ///< a line of one word or so, which has to prove itself
constexpr double kFaintShare = 0.45; ///< of the page's typical strength
constexpr double kFaintShortShare = 0.6;
constexpr double kLeastInk = 0.5;         ///< of the square of the small letters' height: about one letter
constexpr double kWordPictureSigmas = 20; ///< height of a picture of a single word, which may fill it
constexpr double kUncutSigmas = 1.8;      ///< of a line above its baseline, if its small letters are seen whole
constexpr int kCutOffLines = 3;
constexpr double kCutOffShare = 0.65; ///< of the length of whole lines

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto mid = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), mid, values.end());
    return *mid;
}

double length(const MeasuredLine& line)
{
    return line.right - line.left;
}

/// Faint marks, unless long; single strokes; marks at the very edge of the picture.
void dropMarks(std::vector<MeasuredLine>& lines, const Sheet& sheet, double sigmaPx)
{
    std::vector<double> strengths;
    for (const MeasuredLine& line : lines)
        if (length(line) > kShortSigmas * sigmaPx)
            strengths.push_back(line.strength);
    const double typical = median(strengths);
    const bool isWord = strengths.empty() && sheet.height < kWordPictureSigmas * sigmaPx;
    std::erase_if(lines, [&](const MeasuredLine& line) {
        const bool isShort = length(line) < kShortSigmas * sigmaPx;
        const bool atEdge = sheet.leftMargin(line) < sigmaPx || sheet.rightMargin(line) < sigmaPx ||
                            line.baselineMid - line.xHeightPx < sigmaPx || line.baselineMid > sheet.height - sigmaPx;
        return line.strength < (isShort ? kFaintShortShare : kFaintShare) * typical || (isShort && atEdge && !isWord) ||
               line.coreInk < kLeastInk * line.xHeightPx * line.xHeightPx;
    });
}

/// Lines of which the picture's upper or lower edge left only a part, where there are whole ones.
void dropCutOff(std::vector<MeasuredLine>& lines, const Sheet& sheet, double sigmaPx)
{
    const auto isCut = [&](const MeasuredLine& line) {
        return line.baselineMid < kUncutSigmas * sigmaPx || line.baselineMid > sheet.height - 1;
    };
    if (!std::all_of(lines.begin(), lines.end(), isCut))
        std::erase_if(lines, isCut);
}

/// Two centre lines may have ended up on one row of letters; the one with more ink stays.
void dropDuplicates(std::vector<MeasuredLine>& lines, double sigmaPx)
{
    std::sort(lines.begin(), lines.end(),
              [](const MeasuredLine& a, const MeasuredLine& b) { return a.coreInk > b.coreInk; });
    std::vector<MeasuredLine> kept;
    for (MeasuredLine& line : lines) {
        const bool known = std::any_of(kept.begin(), kept.end(), [&](const MeasuredLine& other) {
            const double shared = std::min(line.right, other.right) - std::max(line.left, other.left);
            const double mid = (std::max(line.left, other.left) + std::min(line.right, other.right)) / 2;
            return shared > 0.5 * length(line) &&
                   std::abs(line.baselineAt(mid) - other.baselineAt(mid)) < 2.2 * sigmaPx;
        });
        if (!known)
            kept.push_back(std::move(line));
    }
    lines = std::move(kept);
}

/// The rest of the facing page: several lines cut off by the picture's edge, all shorter than the whole ones.
void dropFacingPage(std::vector<MeasuredLine>& lines, double sigmaPx,
                    const std::function<double(const MeasuredLine&)>& marginOf)
{
    std::vector<double> cut;
    std::vector<double> whole;
    std::vector<double> reach;
    for (const MeasuredLine& line : lines) {
        if (marginOf(line) < 1.2 * sigmaPx) {
            cut.push_back(length(line));
            reach.push_back(marginOf(line) + length(line));
        } else if (length(line) > kShortSigmas * sigmaPx) {
            whole.push_back(length(line));
        }
    }
    if (std::ssize(cut) < kCutOffLines || whole.size() < cut.size() / 2 || median(cut) > kCutOffShare * median(whole))
        return;
    const double columnWidth = median(reach) + 2 * sigmaPx;
    std::erase_if(lines, [&](const MeasuredLine& line) {
        const double margin = marginOf(line);
        return margin + 0.6 * length(line) < columnWidth && margin + length(line) < 1.4 * columnWidth;
    });
}

} // namespace

Sheet::Sheet(int widthPx, int heightPx, double skewDeg) : width(widthPx), height(heightPx)
{
    // The upright page is the smallest box around the turned picture, whose own size follows from that.
    const double angle = skewDeg * std::numbers::pi / 180;
    m_cos = std::cos(angle);
    m_sin = std::sin(angle);
    const double c = m_cos;
    const double s = std::abs(m_sin);
    m_pictureWidth = (widthPx * c - heightPx * s) / (c * c - s * s);
}

double Sheet::acrossAt(double x, double y) const
{
    return (x - width / 2.0) * m_cos - (y - height / 2.0) * m_sin;
}

double Sheet::leftMargin(const MeasuredLine& line) const
{
    return acrossAt(line.left, line.baselineAt(line.left)) + m_pictureWidth / 2;
}

double Sheet::rightMargin(const MeasuredLine& line) const
{
    return m_pictureWidth / 2 - acrossAt(line.right, line.baselineAt(line.right));
}

double MeasuredLine::baselineAt(double x) const
{
    const Polyline& curve = line.baseline;
    const auto right = std::find_if(curve.begin() + 1, curve.end() - 1, [x](Point p) { return p.x >= x; });
    const Point a = *std::prev(right);
    const Point b = *right;
    const double share = b.x > a.x ? std::clamp((x - a.x) / (b.x - a.x), 0.0, 1.0) : 0;
    return a.y + (b.y - a.y) * share;
}

void dropStrays(std::vector<MeasuredLine>& lines, const Sheet& sheet, double sigmaPx)
{
    dropMarks(lines, sheet, sigmaPx);
    dropCutOff(lines, sheet, sigmaPx);
    dropDuplicates(lines, sigmaPx);
    dropFacingPage(lines, sigmaPx, [&sheet](const MeasuredLine& line) { return sheet.leftMargin(line); });
    dropFacingPage(lines, sigmaPx, [&sheet](const MeasuredLine& line) { return sheet.rightMargin(line); });
}

} // namespace longhand::imaging
