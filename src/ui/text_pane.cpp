#include "ui/text_pane.h"

#include <QEvent>
#include <QMimeData>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>

#include "ui/session.h"

namespace longhand::ui
{

TextPane::TextPane(QWidget* parent) : QPlainTextEdit(parent), m_nothing(new QTextDocument(this))
{
    setObjectName(QStringLiteral("textPane"));
    setAccessibleName(tr("Text of the page"));
    setAccessibleDescription(tr("One line of text for each line on the page."));
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    m_nothing->setDocumentLayout(new QPlainTextDocumentLayout(m_nothing)); // owned by the document
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * 1.15);
    setFont(larger);
    showText(nullptr);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &TextPane::onCaretMoved);
}

void TextPane::showText(PageText* text)
{
    m_text = text;
    QTextDocument& shown = text ? text->document() : *m_nothing;
    shown.setDefaultFont(font());
    setDocument(&shown);
    setReadOnly(!text);
    m_line = -1;
    onCaretMoved();
}

void TextPane::goToLine(int line)
{
    const QTextBlock paragraph = m_text ? m_text->paragraphOf(line) : QTextBlock();
    if (!paragraph.isValid())
        return;
    setTextCursor(QTextCursor(paragraph));
    ensureCursorVisible();
}

void TextPane::onCaretMoved()
{
    const int line = m_text ? PageText::lineOf(textCursor().block()) : -1;
    markCurrentLine();
    if (line == m_line)
        return;
    m_line = line;
    Q_EMIT currentLineChanged(line);
}

void TextPane::markCurrentLine()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_text) {
        QColor tint = palette().color(QPalette::Highlight);
        tint.setAlpha(40);
        QTextEdit::ExtraSelection mark;
        mark.cursor = textCursor();
        mark.cursor.movePosition(QTextCursor::StartOfBlock);
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor); // all of a wrapped line
        mark.format.setBackground(tint);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

bool TextPane::canInsertFromMimeData(const QMimeData* source) const
{
    return !Session::canAdd(*source) && QPlainTextEdit::canInsertFromMimeData(source);
}

void TextPane::insertFromMimeData(const QMimeData* source)
{
    // Text wins where both are offered, as office programs add a picture of copied text.
    if (source->hasText() && !source->hasUrls())
        QPlainTextEdit::insertFromMimeData(source);
    else if (Session::canAdd(*source))
        Q_EMIT picturesPasted(source);
}

void TextPane::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        markCurrentLine();
}

} // namespace longhand::ui
