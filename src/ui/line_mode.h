#pragma once

#include <map>

#include <QTextBlock>
#include <QWidget>

#include "longhand/app/line_strips.h"

namespace longhand::ui
{

class LineField;
class TextPane;

/// One line after the other: its picture, its text in a field below, at the same height of the window always, between
/// the lines before and after. Text and caret are those of the pane, so that whatever works there works here.
class LineMode : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive this object.
    LineMode(TextPane& pane, app::LineStripCutter& strips, QWidget* parent = nullptr);

    [[nodiscard]] LineField& field() { return *m_field; }
    /// Where a menu about the selected word belongs, on the screen.
    [[nodiscard]] QPoint menuPlace() const;
    /// Asks for the strips again: the picture came, or another one.
    void forgetStrips();
    /// Moves the caret to the first or last line of the page.
    void goToEnd(bool last);
    void step(int lines);
    /// The paragraph of the page that is worked on; invalid without a page.
    [[nodiscard]] QTextBlock current() const;

Q_SIGNALS:
    /// Enter; the next line is already on show, or the next page wanted.
    void lineConfirmed(const QTextBlock& paragraph);
    void pageWanted(int by); ///< +1 behind the last line, -1 before the first
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    /// Where a line is painted.
    struct Row {
        QTextBlock paragraph;
        QRect strip;
        QRect text;
    };

    void refresh();
    void pushText(const QString& text);
    void pushCaret();
    void confirm();
    void placeField();
    [[nodiscard]] QRect activeStrip() const;
    [[nodiscard]] std::vector<Row> contextRows() const;
    [[nodiscard]] QRect stripRect(const app::LineStrip& strip, const QRect& room) const;
    /// Null until it is cut; asks for it when it is not.
    const app::LineStrip* stripOf(int line);
    void paintStrip(QPainter& painter, int line, const QRect& room, bool active);
    void paintContext(QPainter& painter, const Row& row);

    TextPane& m_pane;
    app::LineStripCutter& m_cutter;
    LineField* m_field;                     // owned by this (Qt parent)
    std::map<int, app::LineStrip> m_strips; ///< of the page's lines; a null picture: asked for
    bool m_pushing = false;                 ///< what changes in the page comes from the field
    int m_wheelDelta = 0;
};

} // namespace longhand::ui
