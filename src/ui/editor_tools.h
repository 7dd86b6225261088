#pragma once

#include <functional>

#include <QObject>

#include "longhand/app/line_strips.h"
#include "longhand/app/spelling.h"
#include "longhand/app/transcription_service.h"
#include "ui/finder.h"
#include "ui/rest_of_line.h"

class QAction;
class QMainWindow;
class QMenu;

namespace longhand::app
{
class PictureLoader;
}

namespace longhand::ui
{

class FindBar;
class LineMode;
class OfferBubble;
class PageList;
class PagePanel;
class PageView;
class Preferences;
class Session;
class TextPane;

/// The parts of the window that the tools of the editor work on. All outlive them.
struct EditorParts {
    QMainWindow& window;
    Session& session;
    PageList& list;
    PageView& view;
    PagePanel& panel;
    app::TranscriptionService& transcription;
    app::PictureLoader& loader;
    Preferences& preferences;
};

/// What helps with correcting beside the text itself: line by line, find and replace, spelling, the offered rest of a
/// line. Adds its actions to the window's menus.
class EditorTools : public QObject
{
    Q_OBJECT
public:
    explicit EditorTools(const EditorParts& parts);
    /// Before the window: takes its widgets along.
    ~EditorTools() override;

    [[nodiscard]] LineMode& lineMode() { return *m_lineMode; }
    [[nodiscard]] app::SpellingService& spelling() { return m_spelling; }

Q_SIGNALS:
    /// A sentence to be shown in passing.
    void remarked(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* addAction(const char* menu, const char* name, const QString& title, const QList<QKeySequence>& keys,
                       const std::function<void()>& run);
    void makeActions();
    void makeFindBar();
    void connectLineMode();
    void connectOffer();
    void connectSpelling();

    void setLineMode(bool on);
    void goToPage(int by);
    void openSearch(bool replacing);
    void showOffer();
    void chooseSpelling();
    void fillLanguageMenu();
    void applyPreferences();
    [[nodiscard]] TextPane& text() const;

    EditorParts m_parts;
    app::LineStripCutter m_strips;
    app::SpellingService m_spelling;
    QStringList m_languages; ///< there is a dictionary for
    Finder m_finder;
    RestOfLine m_rest;
    LineMode* m_lineMode; // this and all below: owned by the window (Qt parent)
    FindBar* m_findBar;
    OfferBubble* m_paneOffer;
    OfferBubble* m_lineOffer;
    QMenu* m_languageMenu = nullptr;
    QAction* m_lineModeAction = nullptr;
    QList<int> m_sizes; ///< of the splitter, before line by line
};

} // namespace longhand::ui
