#pragma once

#include <QObject>
#include <QUndoStack>

class QTextDocument;

namespace longhand::ui
{

class PageModel;

/// One history for the whole window: what was typed on any page and all other steps, in the order they happened.
/// A text document keeps its own steps; each has a command here that stands for it, so nothing may undo or redo in a
/// document but this class. Steps that replace a page's text keep the replaced one, with the steps of its document.
class History : public QObject
{
    Q_OBJECT
public:
    /// `pages` must outlive this object.
    explicit History(PageModel& pages, QObject* parent = nullptr);
    ~History() override;

    /// For commands that are not typing. They must leave the text documents alone; PageCommands has those that exist.
    [[nodiscard]] QUndoStack& stack() { return m_stack; }
    /// From now on, what is typed on the page is recorded. Once for each document.
    void watch(int id, QTextDocument& document);
    /// What is typed from now on is a step of its own.
    void endTyping();
    /// Beginnings anew, with nothing to undo.
    void clear();

Q_SIGNALS:
    /// A step on this page was undone or done again.
    void pageTouched(int id);
    /// The same for typing, with the place in the document where it happened.
    void textTouched(int id, int position);

private:
    class TextStep;

    PageModel& m_pages;
    QUndoStack m_stack;
    int m_typingIn = 0; ///< id of the page whose latest step may still grow; 0: none
    bool m_recording = false;
};

} // namespace longhand::ui
