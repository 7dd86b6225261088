#pragma once

#include <utility>
#include <vector>

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include "longhand/formats/document.h"

namespace longhand::app
{

/// From where to where on a strip, as fractions 0..1 of its width.
using StripSpan = std::pair<double, double>;

/// A line cut out of its page along the baseline and turned upright.
struct LineStrip {
    QImage picture;                             ///< grey; null when the line has no extent on the picture
    std::vector<StripSpan> words;               ///< one for each word of the line
    std::vector<std::vector<StripSpan>> glyphs; ///< of each word
};

/// Blocks for some milliseconds. `page` and `line` are in the same pixels; the strip is at most `maxHeightPx` high.
LineStrip cutStrip(const QImage& page, const formats::Line& line, int maxHeightPx);

/// Cuts strips away from the GUI thread, the one asked for last first. All members are called on the GUI thread;
/// signals arrive there.
class LineStripCutter : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMaxHeightPx = 192; ///< enough for a display with two device pixels to one

    explicit LineStripCutter(QObject* parent = nullptr);
    /// Waits for the strip being cut; drops the rest.
    ~LineStripCutter() override;

    /// What is cut from now on. Strips of another page that were asked for do not arrive any more.
    void setPage(const QImage& page);
    /// The page stays, but strips that were asked for do not arrive any more: its lines are others now.
    void dropPending() { setPage(QImage(m_page)); }
    /// `stripCut` with the same key follows. Without a page nothing does.
    void cut(int key, const formats::Line& line);

Q_SIGNALS:
    void stripCut(int key, const longhand::app::LineStrip& strip);

private:
    QThreadPool m_pool;
    QImage m_page;
    int m_pageNumber = 0; ///< counts pages, so that late strips of an older one are told apart
    int m_asked = 0;
};

} // namespace longhand::app
