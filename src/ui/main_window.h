#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include <QMainWindow>
#include <QSettings>

#include "longhand/app/document_writer.h"
#include "longhand/app/picture_loader.h"
#include "longhand/app/profile_proposer.h"
#include "longhand/app/transcription_service.h"
#include "ui/prompts.h"

class QAction;
class QLabel;
class QMenu;
class QProgressBar;
class QSplitter;
class QStackedWidget;

namespace longhand::app
{
class FeedbackService;
struct LearningPlaces;
} // namespace longhand::app

namespace longhand::ui
{

class Corrections;
class Document;
class CleaningTools;
class EmptyState;
class Exporter;
class HistoryActions;
class LineTools;
class Notice;
struct PageItem;
class PageActions;
class PageList;
class PagePanel;
class PageView;
class ProjectController;
class RecentMenu;
class Session;
class Trainer;
class WindowTools;
struct ReadingPreference;

/// What the window works with. Everything is made by whoever makes the window and must outlive it.
struct Services {
    app::TranscriptionService& transcription;
    app::PictureLoader& loader;
    app::DocumentWriter& writer;
    Prompts& prompts;
    QSettings& settings;
    QString sampleFile;                    ///< empty: there is none
    std::filesystem::path dataFolder = {}; ///< the user's; empty: unsaved work is not kept against a crash
    std::function<void(const ReadingPreference&)> chooseReading = {}; ///< for pages read from now on; may be empty
    app::FeedbackService* feedback = nullptr;                         ///< null: corrections are not kept
    const app::LearningPlaces* learning = nullptr;                    ///< with `feedback`; null: nothing is learnt
    app::ProfileChooser chooseProfile = {}; ///< whose hand a page is in; empty: it is not asked
};

/// Pages at the left, the picture in the middle, its text at the right.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Services& services, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const QStringList& paths);
    /// At the start of the program: `paths`, or without any what a first start shows.
    void begin(const QStringList& paths);
    [[nodiscard]] Session& session() { return *m_session; }
    [[nodiscard]] LineTools& lineTools() { return *m_lineTools; }
    [[nodiscard]] CleaningTools& cleaningTools() { return *m_cleaningTools; }
    [[nodiscard]] Document& document() { return *m_document; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Actions { // all: owned by the window (Qt parent)
        QAction* open;
        QAction* exportPage;
        QAction* exportAll;
        QAction* quit;
        QAction* undo;
        QAction* redo;
        QAction* paste;
        QAction* copyText;
        QAction* nextDoubt;
        QAction* previousDoubt;
        QAction* alternatives;
        QAction* retry;
        QAction* stop;
        QAction* remove;
        QAction* previousPage;
        QAction* nextPage;
        QAction* zoomIn;
        QAction* zoomOut;
        QAction* fitWidth;
        QAction* fitPage;
    };

    void makeActions();
    void makeMenus();
    void makeToolBar();
    void makeCentralWidget();
    void makeStatusBar();
    void makeProject();
    void connectActions();
    void connectParts();

    void showPage(int id);
    void showPicture(const PageItem& page);
    void refresh(int id);
    void updateActions();
    void updateStatus();
    void updateTitle();
    void remember(const QString& file);

    void askForPictures();
    void pasteFromClipboard();
    void copyText();
    void exportPage();
    void exportAll();
    void removePage();
    void stepPage(int by);

    Services m_services;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<HistoryActions> m_historyActions;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<ProjectController> m_project;
    std::unique_ptr<PageActions> m_pageActions;
    std::unique_ptr<LineTools> m_lineTools;
    std::unique_ptr<Corrections> m_corrections;
    std::unique_ptr<Trainer> m_trainer;
    std::unique_ptr<CleaningTools> m_cleaningTools;
    Exporter* m_exporter; // this and all widgets: owned by the window (Qt parent)
    Actions m_actions{};
    RecentMenu* m_recentMenu = nullptr;
    WindowTools* m_tools = nullptr;
    Notice* m_notice = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QSplitter* m_splitter = nullptr;
    PageList* m_list = nullptr;
    PageView* m_view = nullptr;
    PagePanel* m_panel = nullptr;
    QLabel* m_pagesLabel = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_modelLabel = nullptr;

    int m_shownPicture = 0; ///< id of the page whose picture is on show; 0: none
    bool m_linesShown = false;
    QString m_modelSentence; ///< the notice about the model that was shown last
};

} // namespace longhand::ui
