#include "ui/line_field.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocument>

namespace longhand::ui
{

namespace
{

constexpr int kPaddingPx = 6;

} // namespace

LineField::LineField(QWidget* parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("lineField"));
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::NoContextMenu); // the window offers its own
    document()->setDocumentMargin(kPaddingPx);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            Q_EMIT edited(text());
    });
    const auto moved = [this] {
        if (!m_showing)
            Q_EMIT caretMoved();
    };
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, moved);
    connect(this, &QPlainTextEdit::selectionChanged, this, moved);
}

void LineField::showText(const QString& text)
{
    if (text == toPlainText())
        return;
    const int column = caretColumn();
    m_showing = true;
    setPlainText(text);
    m_showing = false;
    select(column, column);
}

void LineField::select(int anchorColumn, int caretColumn)
{
    const int last = static_cast<int>(toPlainText().size());
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::clamp(anchorColumn, 0, last));
    cursor.setPosition(std::clamp(caretColumn, 0, last), QTextCursor::KeepAnchor);
    if (cursor == textCursor() && cursor.anchor() == textCursor().anchor())
        return;
    m_showing = true;
    setTextCursor(cursor);
    ensureCursorVisible();
    m_showing = false;
}

void LineField::setMarks(const QList<QTextLayout::FormatRange>& marks)
{
    const QTextBlock row = document()->firstBlock();
    if (row.layout()->formats() == marks)
        return;
    row.layout()->setFormats(marks);
    document()->markContentsDirty(row.position(), row.length());
}

QSize LineField::sizeHint() const
{
    return {400, fontMetrics().height() + 2 * kPaddingPx + 2 * frameWidth()};
}

QSize LineField::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

bool LineField::event(QEvent* event)
{
    // Undo and redo are the page's: the editor would take the keys and do nothing with them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void LineField::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->ignore();
        return;
    }
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!plain)
            break;
        if (event->modifiers() & Qt::ShiftModifier)
            Q_EMIT stepWanted(-1);
        else
            Q_EMIT confirmed();
        return;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        if (control)
            break;
        Q_EMIT stepWanted(-1);
        return;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        if (control)
            break;
        Q_EMIT stepWanted(event->key() == Qt::Key_Tab && event->modifiers() & Qt::ShiftModifier ? -1 : +1);
        return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (control)
            break;
        Q_EMIT pagesWanted(event->key() == Qt::Key_PageUp ? -1 : +1);
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!control || event->modifiers() & Qt::ShiftModifier)
            break;
        Q_EMIT endWanted(event->key() == Qt::Key_End);
        return;
    case Qt::Key_Escape:
        Q_EMIT left();
        return;
    default:
        break;
    }
    if (event->matches(QKeySequence::InsertParagraphSeparator) || event->matches(QKeySequence::InsertLineSeparator)) {
        event->ignore(); // a line stays one line
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void LineField::insertFromMimeData(const QMimeData* source)
{
    if (source->hasText())
        textCursor().insertText(source->text().simplified());
}

void LineField::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // turning the wheel goes through the lines
}

} // namespace longhand::ui
