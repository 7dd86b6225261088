#pragma once

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace longhand::ui
{

class PageList;
class Session;

/// What is done with the pages that are selected in the list: moved up and down, and marked as corrected.
class PageActions : public QObject
{
    Q_OBJECT
public:
    /// Adds its actions to the end of `menu`; they belong to `window`. All must outlive this object.
    PageActions(Session& session, PageList& list, QMenu& menu, QWidget& window);

private:
    void update();
    void move(int by);
    void markCorrected(bool corrected);

    Session& m_session;
    PageList& m_list;
    QAction* m_up; // these: owned by the window (Qt parent)
    QAction* m_down;
    QAction* m_corrected;
};

} // namespace longhand::ui
