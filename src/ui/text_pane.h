#pragma once

#include <QPlainTextEdit>

#include "ui/page_text.h"

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
    /// Puts the caret before the text of the ink, or at the beginning of its line when it has no text of its own.
    void goToInk(const Ink& ink);

    /// Selects the next or previous doubtful word; behind the last one comes the first.
    void goToNextDoubt();
    void goToPreviousDoubt();
    /// Pops up the other readings of the word at the caret.
    void offerAlternatives();

Q_SIGNALS:
    void inkChanged(const longhand::ui::Ink& ink); ///< of the caret; of the whole word when it is selected
    /// A sentence about what was asked for, to be shown in passing.
    void remarked(const QString& sentence);
    /// A picture or files were pasted here, where text was expected.
    void picturesPasted(const QMimeData* data);

protected:
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
};

} // namespace longhand::ui
