#pragma once

#include <memory>
#include <vector>

#include <QUndoCommand>

#include "ui/page_model.h"

namespace longhand::ui
{

class Session;

/// Steps of the history that change the list of pages or a page as a whole. `session` outlives them.

/// Steps that a window without a project may forget when it is closed: nothing was written yet.
class ListStep : public QUndoCommand
{
public:
    using QUndoCommand::QUndoCommand;
};

/// Pages that were added together. Pages that follow from one of them, as those of a many-page file, go with it.
class AddPages : public ListStep
{
public:
    /// The pages of the batch are in the list already.
    AddPages(Session& session, int batch, const QString& what);
    void undo() override;
    void redo() override;

private:
    Session& m_session;
    int m_batch;
    std::vector<std::pair<int, std::unique_ptr<PageItem>>> m_taken; ///< with their rows, ascending
};

class RemovePages : public ListStep
{
public:
    RemovePages(Session& session, std::vector<int> ids, const QString& what);
    void undo() override;
    void redo() override;

private:
    Session& m_session;
    std::vector<int> m_ids;
    std::vector<std::pair<int, std::unique_ptr<PageItem>>> m_taken;
};

class ReorderPages : public ListStep
{
public:
    /// `order`: the ids of all pages.
    ReorderPages(Session& session, std::vector<int> order, const QString& what);
    void undo() override;
    void redo() override;

private:
    Session& m_session;
    std::vector<int> m_before;
    std::vector<int> m_after;
};

/// Another text in the place of a page's: lines that were moved, split or read again.
class ReplaceText : public QUndoCommand
{
public:
    ReplaceText(Session& session, int id, std::unique_ptr<PageText> text, const QString& what);
    void undo() override { swap(); }
    void redo() override { swap(); }

private:
    void swap();

    Session& m_session;
    int m_id;
    std::unique_ptr<PageText> m_other;
};

/// What a person says about pages, or how they are to be read.
class ChangeSettings : public QUndoCommand
{
public:
    struct Change {
        int id = 0;
        PageSettings settings; ///< after redo: those to go back to
    };

    ChangeSettings(Session& session, std::vector<Change> changes, const QString& what);
    void undo() override { swap(); }
    void redo() override { swap(); }

private:
    void swap();

    Session& m_session;
    std::vector<Change> m_changes;
};

} // namespace longhand::ui
