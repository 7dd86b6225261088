#pragma once

#include <functional>

#include <QJsonObject>
#include <QObject>
#include <QSettings>

class QAction;
class QMainWindow;
class QMenu;

namespace longhand::ui
{

class Document;
class Notice;
class PageList;
class PageView;
class Prompts;
class RecentMenu;
class TextPane;

/// New, Open, Save and what belongs to them: menu, title, questions before work is lost, notices about lost work,
/// missing pictures and full disks.
class ProjectController : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    struct Parts {
        QMainWindow& window;
        Document& document;
        PageList& list;
        PageView& view;
        TextPane& text;
        Notice& notice;
        Prompts& prompts;
        QSettings& settings;
    };

    /// Adds its actions to the beginning of `fileMenu`.
    ProjectController(const Parts& parts, QMenu& fileMenu);

    /// After asking whether the changes of the present one are to be saved.
    void open(const QString& file);
    /// False while a person is asked, or the work is being saved; the window is then closed once that is done.
    [[nodiscard]] bool mayClose();
    /// `pageName`: of the page on show; empty: none.
    void updateTitle(const QString& pageName);

private:
    struct Actions { // all: owned by the window (Qt parent)
        QAction* startAnew;
        QAction* open;
        QAction* save;
        QAction* saveAs;
        QAction* savePacked;
        QAction* locate;
    };

    void makeActions(QMenu& fileMenu);
    void connectDocument();
    void update();

    /// Runs `then` at once, or when a person has decided about unsaved changes.
    void whenSettled(const QString& question, std::function<void()> then);
    void save();
    void saveAs();
    void savePackedCopy();
    void locate();
    [[nodiscard]] QString suggestion(const QString& ending) const;
    [[nodiscard]] QJsonObject view() const;
    void restoreView(const QJsonObject& view);

    Parts m_parts;
    Actions m_actions{};
    RecentMenu* m_recentMenu = nullptr; // owned by the window (Qt parent)
    std::function<void()> m_afterSave;
    QString m_pageName;
    bool m_settled = false; ///< the window may close without another question
    bool m_keepingFailed = false;
};

} // namespace longhand::ui
