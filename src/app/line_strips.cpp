#include "longhand/app/line_strips.h"

#include <algorithm>
#include <cmath>

#include <QFutureWatcher>
#include <QtConcurrent>

#include "longhand/imaging/line_crop.h"

namespace longhand::app
{

namespace
{

GrayImage toGray(const QImage& picture)
{
    const QImage gray = picture.convertToFormat(QImage::Format_Grayscale8);
    GrayImage result(gray.width(), gray.height());
    for (int y = 0; y < gray.height(); ++y)
        std::copy_n(gray.constScanLine(y), static_cast<std::size_t>(gray.width()), result.row(y));
    return result;
}

QImage toQImage(const GrayImage& image)
{
    QImage result(image.width, image.height, QImage::Format_Grayscale8);
    for (int y = 0; y < image.height; ++y)
        std::copy_n(image.row(y), static_cast<std::size_t>(image.width), result.scanLine(y));
    return result;
}

/// The part of the page that holds the line, with room for ascenders of a tight outline.
QRect areaOf(const QImage& page, const formats::Line& line)
{
    std::vector<Point> points(line.outline.begin(), line.outline.end());
    points.insert(points.end(), line.baseline.begin(), line.baseline.end());
    const Rect box = boundingBox(points);
    const double margin = std::max(8.0, box.height / 2);
    return QRectF(box.x, box.y, box.width, box.height)
        .adjusted(-margin, -margin, margin, margin)
        .toAlignedRect()
        .intersected(page.rect());
}

std::vector<Point> shifted(std::vector<Point> points, QPoint by)
{
    for (Point& point : points) {
        point.x -= by.x();
        point.y -= by.y();
    }
    return points;
}

/// Length of the line up to the place on it that is nearest to `point`.
double lengthUpTo(const Polyline& line, const Point& point)
{
    double best = 0;
    double nearest = -1;
    double before = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double dx = line[i].x - line[i - 1].x;
        const double dy = line[i].y - line[i - 1].y;
        const double length = std::hypot(dx, dy);
        if (length <= 0)
            continue;
        double along = ((point.x - line[i - 1].x) * dx + (point.y - line[i - 1].y) * dy) / length;
        // Beyond its ends the line goes on straight.
        if (i > 1)
            along = std::max(along, 0.0);
        if (i + 1 < line.size())
            along = std::min(along, length);
        const double share = along / length;
        const double distance = std::hypot(line[i - 1].x + share * dx - point.x, line[i - 1].y + share * dy - point.y);
        if (nearest < 0 || distance < nearest) {
            nearest = distance;
            best = before + along;
        }
        before += length;
    }
    return best;
}

class Spans
{
public:
    Spans(const imaging::LineCrop& crop, QPoint origin) : m_crop(crop), m_origin(origin) {}

    [[nodiscard]] StripSpan of(const Polygon& outline) const
    {
        if (outline.empty() || m_crop.image.width <= 0)
            return {0, 0};
        StripSpan span{1, 0};
        for (const Point& point : shifted(outline, m_origin)) {
            const double column = (lengthUpTo(m_crop.baseline, point) + m_crop.leftPx) / m_crop.pxPerColumn;
            const double share = std::clamp(column / m_crop.image.width, 0.0, 1.0);
            span.first = std::min(span.first, share);
            span.second = std::max(span.second, share);
        }
        return span;
    }

private:
    const imaging::LineCrop& m_crop;
    QPoint m_origin;
};

} // namespace

LineStrip cutStrip(const QImage& page, const formats::Line& line, int maxHeightPx)
{
    LineStrip strip;
    const QRect area = areaOf(page, line);
    if (area.isEmpty())
        return strip;
    const QPoint origin = area.topLeft();
    const imaging::FoundLine found{shifted(line.outline, origin), shifted(line.baseline, origin)};
    auto crop = imaging::cropLine(toGray(page.copy(area)), found, maxHeightPx);
    if (!crop) {
        // A line without a usable baseline is shown as it lies on the page.
        strip.picture = page.copy(area).convertToFormat(QImage::Format_Grayscale8);
        if (strip.picture.height() > maxHeightPx)
            strip.picture = strip.picture.scaledToHeight(maxHeightPx, Qt::SmoothTransformation);
        strip.words.resize(line.words.size());
        strip.glyphs.resize(line.words.size());
        return strip;
    }
    strip.picture = toQImage(crop->image);
    const Spans spans(*crop, origin);
    for (const formats::Word& word : line.words) {
        strip.words.push_back(spans.of(word.outline));
        auto& glyphs = strip.glyphs.emplace_back();
        for (const formats::Glyph& glyph : word.glyphs)
            glyphs.push_back(spans.of(glyph.outline));
    }
    return strip;
}

LineStripCutter::LineStripCutter(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

LineStripCutter::~LineStripCutter()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void LineStripCutter::setPage(const QImage& page)
{
    m_pool.clear(); // what waited is no longer wanted
    m_page = page;
    ++m_pageNumber;
}

void LineStripCutter::cut(int key, const formats::Line& line)
{
    if (m_page.isNull())
        return;
    auto* watcher = new QFutureWatcher<LineStrip>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, key, page = m_pageNumber] {
        watcher->deleteLater();
        if (page == m_pageNumber && watcher->future().resultCount() > 0)
            Q_EMIT stripCut(key, watcher->result());
    });
    watcher->setFuture(QtConcurrent::task([page = m_page, line] { return cutStrip(page, line, kMaxHeightPx); })
                           .onThreadPool(m_pool)
                           .withPriority(++m_asked)
                           .spawn());
}

} // namespace longhand::app
