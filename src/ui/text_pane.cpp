#include "ui/text_pane.h"

#include <algorithm>

#include <QAction>
#include <QContextMenuEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>

#include "longhand/app/spelling.h"
#include "ui/alternatives_menu.h"
#include "ui/doubt_highlighter.h"
#include "ui/session.h"

namespace longhand::ui
{

namespace
{

/// A trace of `ink` on the paper, opaque, so that marks may overlap.
QColor tinted(const QPalette& palette, const QColor& ink)
{
    constexpr float kShare = 0.16F;
    const QColor paper = palette.color(QPalette::Base);
    const auto mix = [](float from, float to) { return from + kShare * (to - from); };
    return QColor::fromRgbF(mix(paper.redF(), ink.redF()), mix(paper.greenF(), ink.greenF()),
                            mix(paper.blueF(), ink.blueF()));
}

bool isUndoOrRedo(const QKeyEvent& event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo);
}

} // namespace

TextPane::TextPane(QWidget* parent)
    : QPlainTextEdit(parent), m_nothing(new QTextDocument(this)), m_doubts(new DoubtHighlighter(this))
{
    setObjectName(QStringLiteral("textPane"));
    setAccessibleName(tr("Text of the page"));
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    m_nothing->setDocumentLayout(new QPlainTextDocumentLayout(m_nothing)); // owned by the document
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * 1.15);
    setFont(larger);
    colorDoubts();
    showText(nullptr);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &TextPane::onCaretMoved);
    connect(this, &QPlainTextEdit::textChanged, this, &TextPane::onCaretMoved); // what is behind it may have changed
}

void TextPane::showText(PageText* text)
{
    m_text = text;
    m_found.clear();
    if (m_text)
        m_text->setDoubtBelow(m_doubtBelow);
    QTextDocument& shown = text ? text->document() : *m_nothing;
    shown.setDefaultFont(font());
    setDocument(&shown);
    setReadOnly(!text);
    m_doubts->showText(text);
    m_ink = {};
    Q_EMIT textShown();
    onCaretMoved();
}

void TextPane::setSpelling(app::SpellingService* spelling)
{
    m_doubts->setSpelling(spelling);
    if (!spelling)
        return;
    connect(spelling, &app::SpellingService::checked, this, [this] {
        m_doubts->highlightUnsettled();
        Q_EMIT marksChanged();
    });
    connect(spelling, &app::SpellingService::renewed, this, [this] {
        m_doubts->rehighlight();
        Q_EMIT marksChanged();
    });
}

void TextPane::setDoubtBelow(double confidence)
{
    m_doubtBelow = confidence;
    if (m_text)
        m_text->setDoubtBelow(confidence);
    m_doubts->rehighlight();
    Q_EMIT marksChanged();
    describeDoubt();
}

void TextPane::setFound(const QList<QTextCursor>& found)
{
    m_found = found;
    markCurrentLine();
}

QList<QTextLayout::FormatRange> TextPane::marks(const QTextBlock& paragraph) const
{
    return m_doubts->marks(paragraph);
}

void TextPane::goToLine(int line)
{
    const QTextBlock paragraph = m_text ? m_text->paragraphOf(line) : QTextBlock();
    if (!paragraph.isValid())
        return;
    setTextCursor(QTextCursor(paragraph));
    ensureCursorVisible();
}

void TextPane::goToPosition(int position)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::clamp(position, 0, document()->characterCount() - 1));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void TextPane::goToInk(const Ink& ink)
{
    const int position = m_text ? m_text->positionOf(ink) : -1;
    if (position < 0)
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(position);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void TextPane::goToNextDoubt()
{
    const std::vector<TextWord> doubts = m_text ? m_text->doubtfulWords() : std::vector<TextWord>();
    const int from = textCursor().selectionEnd();
    const auto next = std::ranges::find_if(doubts, [from](const TextWord& word) { return word.position >= from; });
    selectDoubt(doubts, next == doubts.end() ? 0 : static_cast<std::size_t>(next - doubts.begin()));
}

void TextPane::goToPreviousDoubt()
{
    const std::vector<TextWord> doubts = m_text ? m_text->doubtfulWords() : std::vector<TextWord>();
    const int from = textCursor().selectionStart();
    const auto before =
        std::ranges::count_if(doubts, [from](const TextWord& word) { return word.position + word.length <= from; });
    selectDoubt(doubts,
                (static_cast<std::size_t>(before) + doubts.size() - 1) % std::max<std::size_t>(doubts.size(), 1));
}

void TextPane::selectDoubt(const std::vector<TextWord>& doubts, std::size_t index)
{
    if (doubts.empty()) {
        Q_EMIT remarked(tr("There are no doubtful words on this page."));
        return;
    }
    const TextWord& word = doubts[index];
    QTextCursor cursor = textCursor();
    cursor.setPosition(word.position);
    cursor.setPosition(word.position + word.length, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    if (isVisible()) // else the text is worked on elsewhere
        setFocus();
    Q_EMIT remarked(tr("Doubtful word %1 of %2. Ctrl+Space offers other readings.").arg(index + 1).arg(doubts.size()));
}

void TextPane::offerAlternatives()
{
    if (!isVisible()) {
        Q_EMIT alternativesWanted();
        return;
    }
    QTextCursor word = textCursor();
    word.setPosition(word.selectionStart());
    offerAlternativesAt(viewport()->mapToGlobal(cursorRect(word).bottomLeft()));
}

void TextPane::offerAlternativesAt(const QPoint& place)
{
    const std::optional<TextWord> word = m_text ? m_text->wordAt(textCursor().selectionStart()) : std::nullopt;
    if (!word) {
        Q_EMIT remarked(tr("There is no word at the caret."));
        return;
    }
    const QStringList readings = m_text->otherReadings(*word);
    if (readings.isEmpty() && !word->doubtful) {
        Q_EMIT remarked(tr("There are no other readings of “%1”.").arg(word->text));
        return;
    }
    auto* menu = new AlternativesMenu(word->text, readings, word->doubtful, this); // deletes itself
    connect(menu, &AlternativesMenu::picked, this, [this, word = *word](const QString& reading) {
        QTextCursor caret = textCursor();
        caret.setPosition(word.position + word.length); // goes along with what is put in the word's place
        setTextCursor(caret);
        m_text->confirm(word, reading);
        Q_EMIT readingPicked();
    });
    menu->popup(place);
}

void TextPane::onCaretMoved()
{
    const QTextCursor cursor = textCursor();
    Ink ink = m_text ? m_text->inkAt(cursor.selectionStart()) : Ink();
    if (cursor.hasSelection())
        ink.glyph = -1;
    markCurrentLine();
    describeDoubt();
    if (ink == m_ink)
        return;
    m_ink = ink;
    Q_EMIT inkChanged(ink);
}

void TextPane::describeDoubt()
{
    // A screen reader sees no mark of the layout; it speaks a description that changes.
    const std::optional<TextWord> word = m_text ? m_text->wordAt(textCursor().selectionStart()) : std::nullopt;
    const QString description = word && word->doubtful ? tr("“%1” is doubtful.").arg(word->text)
                                                       : tr("One line of text for each line on the page.");
    if (description != accessibleDescription())
        setAccessibleDescription(description);
}

void TextPane::colorDoubts()
{
    const QColor amber(0xd9, 0x82, 0x00);
    m_doubts->setColors(palette().color(QPalette::Text), tinted(palette(), amber));
    Q_EMIT marksChanged();
}

void TextPane::markCurrentLine()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_text) {
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(tinted(palette(), palette().color(QPalette::Highlight)));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        // A line may wrap. A selection fills all its rows but the last, a caret fills the row it is in.
        mark.cursor = QTextCursor(textCursor().block());
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        marks.append(mark);
        mark.cursor.clearSelection();
        marks.append(mark);
        for (const QTextCursor& found : m_found) {
            QTextEdit::ExtraSelection hit;
            hit.cursor = found;
            hit.format.setBackground(tinted(palette(), palette().color(QPalette::Text)));
            hit.format.setProperty(QTextFormat::OutlinePen, QPen(palette().color(QPalette::Text), 1));
            marks.append(hit);
        }
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

bool TextPane::event(QEvent* event)
{
    // An editor claims these keys for its own document before any shortcut of the window sees them.
    if (event->type() == QEvent::ShortcutOverride && isUndoOrRedo(*static_cast<QKeyEvent*>(event))) {
        event->ignore();
        return false;
    }
    return QPlainTextEdit::event(event);
}

void TextPane::keyPressEvent(QKeyEvent* event)
{
    if (isUndoOrRedo(*event))
        event->ignore();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void TextPane::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QRect caret = cursorRect();
    const int position = byKey ? textCursor().selectionStart() : cursorForPosition(event->pos()).position();
    Q_EMIT menuWanted(position, byKey ? viewport()->mapToGlobal(caret.bottomLeft()) : event->globalPos());
}

void TextPane::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_text)
        document()->setDefaultFont(font());
    if (event->type() == QEvent::PaletteChange) {
        colorDoubts();
        markCurrentLine();
    }
}

} // namespace longhand::ui
