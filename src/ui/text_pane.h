#pragma once

#include <QPlainTextEdit>
#include <QTextLayout>

#include "ui/page_text.h"

namespace longhand::app
{
class SpellingService;
}

namespace longhand::ui
{

class DoubtHighlighter;

/// The text of the page: an ordinary editor that knows where on the page the caret is, marks what is doubtful, and
/// offers what else was read.
class TextPane : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextPane(QWidget* parent = nullptr);

    /// Shows `text`, which must stay alive until another is shown; null: nothing to edit.
    void showText(PageText* text);
    /// Puts the caret at the beginning of the line's text.
    void goToLine(int line);
    void goToPosition(int position);
    /// Puts the caret before the text of the ink, or at the beginning of its line when it has no text of its own.
    void goToInk(const Ink& ink);

    /// Selects the next or previous doubtful word; behind the last one comes the first.
    void goToNextDoubt();
    void goToPreviousDoubt();
    /// Pops up the other readings of the word at the caret: there, or at a place on the screen where it is shown too.
    void offerAlternatives();
    void offerAlternativesAt(const QPoint& place);

    /// Null: none.
    [[nodiscard]] PageText* shownText() const { return m_text; }
    /// Marks words that are in no dictionary; null: none. Must stay alive until another is set.
    void setSpelling(app::SpellingService* spelling);
    /// Words less likely right than this are marked as doubtful, 0..1.
    void setDoubtBelow(double confidence);
    /// Marks what a search found; none: nothing.
    void setFound(const QList<QTextCursor>& found);
    /// How the words of a paragraph are marked.
    [[nodiscard]] QList<QTextLayout::FormatRange> marks(const QTextBlock& paragraph) const;

Q_SIGNALS:
    void inkChanged(const longhand::ui::Ink& ink); ///< of the caret; of the whole word when it is selected
    /// A sentence about what was asked for, to be shown in passing.
    void remarked(const QString& sentence);
    /// A picture or files were pasted here, where text was expected.
    void picturesPasted(const QMimeData* data);
    /// Other readings are wanted while the text is shown elsewhere: offerAlternativesAt() there.
    void alternativesWanted();
    /// A menu for the word at this position of the document, at a place on the screen.
    void menuWanted(int position, const QPoint& place);
    void textShown(); ///< another one, or none
    void marksChanged();
    /// Another reading was picked; the caret is behind it.
    void readingPicked();
    /// The pane undoes nothing itself: its text is one part of what the window undoes in order.
    void undoRequested();
    void redoRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;

private:
    void onCaretMoved();
    void markCurrentLine();
    void describeDoubt();
    void colorDoubts();
    void selectDoubt(const std::vector<TextWord>& doubts, std::size_t index);

    PageText* m_text = nullptr; // not owned
    QTextDocument* m_nothing;   // these two: owned by this (Qt parent)
    DoubtHighlighter* m_doubts;
    Ink m_ink;
    QList<QTextCursor> m_found;
    double m_doubtBelow = kDoubtBelow;
};

} // namespace longhand::ui
