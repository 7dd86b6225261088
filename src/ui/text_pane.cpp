#include "ui/text_pane.h"

#include <QEvent>
#include <QMimeData>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>

#include "ui/session.h"

namespace longhand::ui
{

namespace
{

/// A trace of the highlight on the paper, opaque, so that marks may overlap.
QColor tinted(const QPalette& palette)
{
    constexpr float kShare = 0.16F;
    const QColor paper = palette.color(QPalette::Base);
    const QColor ink = palette.color(QPalette::Highlight);
    const auto mix = [](float from, float to) { return from + kShare * (to - from); };
    return QColor::fromRgbF(mix(paper.redF(), ink.redF()), mix(paper.greenF(), ink.greenF()),
                            mix(paper.blueF(), ink.blueF()));
}

} // namespace

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
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(tinted(palette()));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        // A line may wrap. A selection fills all its rows but the last, a caret fills the row it is in.
        mark.cursor = QTextCursor(textCursor().block());
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        marks.append(mark);
        mark.cursor.clearSelection();
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
