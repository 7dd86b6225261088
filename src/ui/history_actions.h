#pragma once

#include <QObject>

class QAction;

namespace longhand::ui
{

class PageList;
class Session;
class TextPane;

/// Undo and Redo of the window: named after the step they concern, and showing the page where it happens.
class HistoryActions : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    HistoryActions(QAction& undo, QAction& redo, Session& session, PageList& list, TextPane& text);

private:
    void update();

    QAction& m_undo;
    QAction& m_redo;
    Session& m_session;
};

} // namespace longhand::ui
