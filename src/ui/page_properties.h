#pragma once

#include <filesystem>
#include <vector>

#include <QObject>
#include <QPointer>
#include <QStringList>

class QAction;
class QMainWindow;
class QToolButton;

namespace longhand::app
{
class FeedbackService;
}

namespace longhand::ui
{

class PageList;
class PagePropertiesDialog;
class Session;

/// Whose hand the selected pages are in and their language: told in the status bar, changed from the Page menu.
class PageProperties : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    struct Parts {
        QMainWindow& window;
        Session& session;
        PageList& list;
        app::FeedbackService* feedback;     ///< null: knows no writers
        std::filesystem::path modelLibrary; ///< of learnt hands; empty: none
    };

    /// The action and the button belong to the window.
    explicit PageProperties(const Parts& parts);
    /// Before the window: takes its dialog along.
    ~PageProperties() override;

private:
    void update();
    void open();
    void askForWriters();
    void apply(const std::vector<int>& ids, const PagePropertiesDialog& dialog);

    Parts m_parts;
    QStringList m_languages; ///< there is a dictionary for
    QAction* m_action;       // these two: owned by the window (Qt parent)
    QToolButton* m_button;
    QPointer<PagePropertiesDialog> m_dialog;
};

} // namespace longhand::ui
