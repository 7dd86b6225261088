#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include "longhand/app/transcription_service.h"
#include "ui/line_shapes.h"

class QAction;
class QMainWindow;
class QTextDocument;

namespace longhand::ui
{

class LineEdits;
class LineEditor;
class LineReader;
class PageList;
class PagePanel;
class PageView;
class PageText;
class ReadingBar;
class Session;
class TextPane;

/// Everything a person does with the lines of the page on show: confirming, changing, ordering, reading them again,
/// deciding about new readings; and rotating the page. Makes the menu for it.
class LineTools : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Session& session;
        app::TranscriptionService& service;
        PageList& list;
        PageView& view;
        PagePanel& panel;
    };

    /// All must outlive this object. The actions belong to the window.
    LineTools(const Parts& parts, QMainWindow& window);
    ~LineTools() override;

    [[nodiscard]] LineEditor& editor() { return *m_editor; }

Q_SIGNALS:
    /// A sentence to be shown in passing.
    void remarked(const QString& sentence);

private:
    QAction* makeAction(const char* name, const char* iconName, const QString& text, const QKeySequence& shortcut,
                        const std::function<void()>& run);
    void makeMenus();
    void makeCanvasKeys();
    void connectParts();

    void refresh();
    void updateLines();
    void updateActions();
    void updateBar();
    void restoreCaret();

    void confirmLines();
    void readLines();
    void readPage();
    void findLinesAgain();
    void rotate(int clockwiseDeg);
    void drawLine(const Polyline& baseline);
    void newLineBelow();
    void split();
    void merge();
    void removeLines();
    void reorder(int line, int position);
    void moveInOrder(int by);
    void askForNumber();
    void decide(bool accept, bool all);
    void stepReading(int by);

    /// Puts the changed lines into the page, chooses `chosen` and reads those of `reread` again that are the machine's.
    void apply(const LineEdits& edits, const QString& what, const std::vector<int>& chosen,
               const std::vector<int>& reread, bool drawn = false);
    [[nodiscard]] PageText* text() const; ///< of the page on show; null without one
    [[nodiscard]] int page() const;
    /// What an action is about: the chosen lines, else the one at the caret.
    [[nodiscard]] std::vector<int> wantedLines() const;
    /// Lines with a new reading to decide about, in the order of the text.
    [[nodiscard]] std::vector<int> undecided() const;
    [[nodiscard]] int currentUndecided(const std::vector<int>& lines) const;

    struct Caret {
        int page = 0;
        std::string line;
        int column = 0;
    };

    Parts m_parts;
    QMainWindow& m_window;
    LineEditor* m_editor; // these two: owned by this (Qt parent)
    LineReader* m_reader;
    ReadingBar* m_bar; // this and the actions: owned by the window (Qt parent)
    QPointer<QTextDocument> m_watched;
    std::optional<Caret> m_caret;
    std::optional<Caret> m_caretToRestore;

    QAction* m_edit = nullptr;
    QAction* m_confirm = nullptr;
    QAction* m_readLine = nullptr;
    QAction* m_readPage = nullptr;
    QAction* m_findLines = nullptr;
    QAction* m_newLine = nullptr;
    QAction* m_split = nullptr;
    QAction* m_merge = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_earlier = nullptr;
    QAction* m_later = nullptr;
    QAction* m_number = nullptr;
    QAction* m_nextPoint = nullptr;
    QAction* m_previousPoint = nullptr;
    QAction* m_rotateLeft = nullptr;
    QAction* m_rotateRight = nullptr;
    QAction* m_stop = nullptr; ///< of the window: stops reading lines as well
};

} // namespace longhand::ui
