#pragma once

#include <vector>

#include <QGraphicsView>

#include "longhand/app/picture_loader.h"
#include "longhand/formats/document.h"
#include "ui/ink.h"

namespace longhand::ui
{

class CaretItem;
class LineItem;
class PictureItem;

/// The picture of a page with the outlines of its lines. Ctrl+wheel zooms at the pointer, dragging pans, a click on a
/// line reports the ink that is meant. The scene is in pixels of the original picture.
class PageView : public QGraphicsView
{
    Q_OBJECT
public:
    explicit PageView(QWidget* parent = nullptr);

    /// An empty view.
    void clear();
    /// Something to look at until the picture is decoded; shown at the size of the whole picture, without lines.
    void showPreview(const QImage& thumbnail, QSize sizePx);
    /// Replaces the preview; lines, zoom and position stay.
    void showPicture(const app::PagePicture& picture);
    void showLines(const std::vector<formats::Line>& lines);

    /// Draws out the line, its word and the character, and scrolls to them when they are out of sight.
    void setCurrentInk(const Ink& ink);
    [[nodiscard]] int currentLine() const { return m_currentLine; }
    /// What is drawn out within the line; empty: nothing.
    [[nodiscard]] QPolygonF currentWord() const;
    [[nodiscard]] QPolygonF currentGlyph() const;
    /// The line under a point of the viewport; -1: none.
    [[nodiscard]] int lineAt(QPoint viewportPoint) const;
    /// The word and character there or nearest in that line.
    [[nodiscard]] Ink inkAt(QPoint viewportPoint) const;
    [[nodiscard]] QPolygonF outline(int line) const;

    void zoomIn();
    void zoomOut();
    void fitWidth();
    void fitPage();
    /// Screen pixels per picture pixel.
    [[nodiscard]] double zoom() const { return transform().m11(); }

Q_SIGNALS:
    void inkClicked(const longhand::ui::Ink& ink);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Fit { None, Width, Page };

    void zoomBy(double factor);
    void applyFit();
    void setCurrentLine(int line);
    void setHoveredLine(int line);
    void reveal(const QRectF& area);

    struct WordInk {
        QPolygonF outline;
        std::vector<QPolygonF> glyphs;
    };

    QGraphicsScene* m_scene;                   // owned by this (Qt parent)
    PictureItem* m_picture;                    // owned by the scene
    CaretItem* m_caret;                        // owned by the scene
    std::vector<LineItem*> m_lines;            // owned by the scene
    std::vector<std::vector<WordInk>> m_words; ///< of each line
    int m_currentLine = -1;
    int m_hoveredLine = -1;
    QPoint m_pressedAt;
    Fit m_fit = Fit::Width;
};

} // namespace longhand::ui
