#include "ui/history.h"

#include <QTextCursor>
#include <QTextDocument>
#include <QUndoCommand>

#include "ui/page_commands.h"
#include "ui/page_model.h"

namespace longhand::ui
{

/// Stands for the step that the document of a page has just recorded. Whether it is saved is known to the text.
class History::TextStep : public ListStep
{
public:
    TextStep(History& history, int id) : ListStep(tr("typing")), m_history(history), m_id(id) {}

    void undo() override { step(&QTextDocument::undo); }
    void redo() override
    {
        if (m_done)
            step(&QTextDocument::redo);
        m_done = true;
    }

private:
    void step(void (QTextDocument::*undoOrRedo)(QTextCursor*))
    {
        PageItem* page = m_history.m_pages.find(m_id);
        if (!page || !page->text)
            return;
        QTextDocument& document = page->text->document();
        QTextCursor cursor(&document);
        (document.*undoOrRedo)(&cursor);
        page->text->endUndoStep();
        Q_EMIT m_history.textTouched(m_id, cursor.position());
    }

    History& m_history;
    int m_id;
    bool m_done = false; ///< pushing a command does it, but a person has done this one already
};

History::History(PageModel& pages, QObject* parent) : QObject(parent), m_pages(pages)
{
    connect(&m_stack, &QUndoStack::indexChanged, this, [this] {
        if (!m_recording)
            endTyping();
    });
}

History::~History()
{
    m_stack.disconnect(this); // clearing tells of a change
}

void History::watch(int id, QTextDocument& document)
{
    connect(&document, &QTextDocument::undoCommandAdded, this, [this, id] {
        // A document goes on with its latest step where typing continues it, without telling. Once anything else has
        // happened, that step must not grow any more.
        if (m_typingIn != id)
            endTyping();
        m_typingIn = id;
        m_recording = true;
        m_stack.push(new TextStep(*this, id)); // owned by the stack
        m_recording = false;
    });
}

void History::endTyping()
{
    PageItem* page = m_pages.find(m_typingIn);
    m_typingIn = 0;
    if (page && page->text)
        page->text->endUndoStep();
}

void History::clear()
{
    endTyping();
    m_stack.clear();
}

} // namespace longhand::ui
