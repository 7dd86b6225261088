#pragma once

#include <QPlainTextEdit>
#include <QTextLayout>

namespace longhand::ui
{

/// One row of text with marks under its words. It keeps no undo history of its own: what it shows belongs to the page,
/// and so does undo.
class LineField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit LineField(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const { return toPlainText(); }
    /// Without `edited`. The caret stays where it is.
    void showText(const QString& text);
    /// Without `caretMoved`. Columns count UTF-16 units from the beginning of the line.
    void select(int anchorColumn, int caretColumn);
    [[nodiscard]] int anchorColumn() const { return textCursor().anchor(); }
    [[nodiscard]] int caretColumn() const { return textCursor().position(); }
    void setMarks(const QList<QTextLayout::FormatRange>& marks);
    /// For one row and its frame.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(const QString& text);
    void caretMoved();
    void confirmed(); ///< Enter
    void stepWanted(int lines);
    void pagesWanted(int screens); ///< Page Up, Page Down
    void endWanted(bool last);     ///< Ctrl+Home, Ctrl+End
    void left();                   ///< Escape

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    bool m_showing = false; ///< the program writes, not the person
};

} // namespace longhand::ui
