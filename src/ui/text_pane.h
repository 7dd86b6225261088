#pragma once

#include <QPlainTextEdit>

#include "ui/page_text.h"

namespace longhand::ui
{

/// The text of the page: an ordinary editor that knows which line of the page the caret is in.
class TextPane : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextPane(QWidget* parent = nullptr);

    /// Shows `text`, which must stay alive until another is shown; null: nothing to edit.
    void showText(PageText* text);
    /// Puts the caret at the beginning of the line's text.
    void goToLine(int line);

Q_SIGNALS:
    void currentLineChanged(int line); ///< index into the reading's lines; -1: none
    /// A picture or files were pasted here, where text was expected.
    void picturesPasted(const QMimeData* data);

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;

private:
    void onCaretMoved();
    void markCurrentLine();

    PageText* m_text = nullptr; // not owned
    QTextDocument* m_nothing;   // owned by this (Qt parent)
    int m_line = -1;
};

} // namespace longhand::ui
