#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QGraphicsView>

#include "longhand/app/picture_loader.h"
#include "longhand/formats/document.h"
#include "ui/ink.h"
#include "ui/page_text.h"

namespace longhand::ui
{

/// A line on the canvas.
struct ShownLine {
    int line = -1;  ///< index into the reading's lines
    int number = 0; ///< in the order of the text, from 1
    LineState state = LineState::Read;
    int newReading = -1; ///< index of a reading to decide about; -1: none
    QString text;
};

class CaretItem;
class LineItem;
class PictureItem;

/// The picture of a page with the outlines of its lines. Ctrl+wheel and pinching zoom at the pointer, dragging pans, a
/// click on a line reports the ink that is meant. The scene is in pixels of the original picture.
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
    /// `shown`: those of `lines` that have a place in the text, in its order.
    void showLines(const std::vector<formats::Line>& lines, const std::vector<ShownLine>& shown);
    /// The same lines, but what is known of them may have changed.
    void updateLines(const std::vector<ShownLine>& shown);
    [[nodiscard]] const std::vector<ShownLine>& shownLines() const { return m_shown; }
    [[nodiscard]] LineState stateOf(int line) const;
    void setNumbersShown(bool shown);
    void setChosenLines(const std::vector<int>& lines);
    /// What a screen reader says of a line beside its text; asked for when it is wanted.
    void setLineDescriber(std::function<QString(int line)> describe) { m_describe = std::move(describe); }
    [[nodiscard]] QString describe(int line) const { return m_describe ? m_describe(line) : QString(); }
    /// Scrolls to the line when it is out of sight.
    void revealLine(int line);

    /// Draws out the line, its word and the character, and scrolls to them when they are out of sight.
    void setCurrentInk(const Ink& ink);
    [[nodiscard]] int currentLine() const { return m_currentLine; }
    /// What is drawn out within the line; empty: nothing.
    [[nodiscard]] QPolygonF currentWord() const;
    [[nodiscard]] QPolygonF currentGlyph() const;
    /// The line under a point of the viewport; -1: none.
    [[nodiscard]] int lineAt(QPoint viewportPoint) const;
    /// The line whose number stands there; -1: none.
    [[nodiscard]] int numberAt(QPoint viewportPoint) const;
    /// The word and character there or nearest in that line.
    [[nodiscard]] Ink inkAt(QPoint viewportPoint) const;
    [[nodiscard]] QPolygonF outline(int line) const;

    /// A tool of one's own takes the left button: neither dragging nor clicking does what it usually does.
    void setToolActive(bool active);

    void zoomIn();
    void zoomOut();
    /// Around the middle of what is in sight, or around a point of the viewport.
    void zoomBy(double factor, std::optional<QPoint> around = {});
    void fitWidth();
    void fitPage();
    /// Screen pixels per picture pixel.
    [[nodiscard]] double zoom() const { return transform().m11(); }
    /// The zoom goes along with the size of the view.
    [[nodiscard]] bool isFitted() const { return m_fit != Fit::None; }

Q_SIGNALS:
    void inkClicked(const longhand::ui::Ink& ink);

protected:
    bool viewportEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Fit { None, Width, Page };

    void applyFit();
    [[nodiscard]] LineItem* itemOf(int line) const; ///< null: none
    void setCurrentLine(int line);
    void setHoveredLine(int line);
    void reveal(const QRectF& area);

    struct WordInk {
        QPolygonF outline;
        std::vector<QPolygonF> glyphs;
    };

    QGraphicsScene* m_scene;        // owned by this (Qt parent)
    PictureItem* m_picture;         // owned by the scene
    CaretItem* m_caret;             // owned by the scene
    std::vector<LineItem*> m_lines; // owned by the scene; hidden without a place in the text
    std::vector<ShownLine> m_shown;
    std::function<QString(int)> m_describe;
    std::vector<std::vector<WordInk>> m_words; ///< of each line
    int m_currentLine = -1;
    int m_hoveredLine = -1;
    QPoint m_pressedAt;
    Fit m_fit = Fit::Width;
    bool m_numbersShown = false;
    bool m_toolActive = false;
    bool m_panning = false; ///< with the middle button
};

} // namespace longhand::ui
