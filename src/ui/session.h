#pragma once

#include <functional>
#include <memory>
#include <set>
#include <vector>

#include <QObject>
#include <QStringList>

#include "longhand/app/picture_loader.h"
#include "longhand/app/transcription_service.h"
#include "ui/history.h"
#include "ui/page_model.h"
#include "ui/reading_clock.h"

class QMimeData;

namespace longhand::ui
{

/// The pages of a window and what happens to them: opening, waiting, reading. Knows no widget.
class Session : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this object.
    Session(app::TranscriptionService& service, app::PictureLoader& loader, QObject* parent = nullptr);

    [[nodiscard]] PageModel& pages() { return m_pages; }
    [[nodiscard]] History& history() { return m_history; }
    /// Of the history, for steps of one's own.
    [[nodiscard]] QUndoStack& undoStack() { return m_history.stack(); }

    /// Pictures are listed at once, folders are searched in the background.
    void open(const QStringList& paths);
    /// A page to try things out on: it gives way to the first others, unless somebody worked on it.
    void openExample(const QString& file);
    void addPicture(const QImage& picture);
    /// Files, folders or a picture that were dropped or pasted. False when there is none of these.
    bool addMimeData(const QMimeData& data);
    [[nodiscard]] static bool canAdd(const QMimeData& data);

    /// Reads a page again that failed or was stopped.
    void retry(int id);
    void retryAll();
    /// Finds and reads the lines of a page anew, when its turn comes. What a person typed or confirmed stays; the rest
    /// of the text is replaced in one step of the history.
    void readAgain(int id);
    /// Takes waiting and reading pages out of the queue; they stay in the list.
    void stopReading();

    /// Other pages in the place of all there are, with nothing to undo. Those that wait are read.
    void replaceAll(std::vector<std::unique_ptr<PageItem>> pages);
    /// The picture of the page is in another file now.
    void setPicture(int id, const std::filesystem::path& file);
    /// The file has another picture than before.
    void reloadPicture(int id);
    /// False when that was known.
    [[nodiscard]] bool setProblem(int id, app::PictureProblem problem);

    // Steps of the history; `what` is its name in the Edit menu, as in "Undo split line".
    void remove(const std::vector<int>& ids);
    /// `ids`: all pages in their new order.
    void reorder(const std::vector<int>& ids);
    /// Puts another text in the place of a page's: lines that were moved, split or read again.
    void replaceText(int id, std::unique_ptr<PageText> text, const QString& what);
    void changeSettings(const std::vector<int>& ids, const std::function<void(PageSettings&)>& change,
                        const QString& what);

    // What the steps are made of; not recorded.
    std::unique_ptr<PageItem> takePage(int id);
    void putPage(int row, std::unique_ptr<PageItem> page);
    void setOrder(const std::vector<int>& ids);
    /// Returns what was there before.
    std::unique_ptr<PageText> exchangeText(int id, std::unique_ptr<PageText> text);
    PageSettings exchangeSettings(int id, const PageSettings& settings);

    [[nodiscard]] bool hasUnsavedEdits() const;
    /// Pages still to be read, and how far the whole batch is, 0..1.
    [[nodiscard]] int pagesLeft() const;
    [[nodiscard]] double progress() const;
    /// Of reading; -1: not known yet.
    [[nodiscard]] int secondsLeft() const { return m_clock.secondsLeft(pagesLeft()); }

Q_SIGNALS:
    void pageChanged(int id);
    /// Something that a project file holds: of this page, or of the list when 0.
    void contentChanged(int id);
    /// A page was read or could not be: a change that is no step of the history.
    void readingArrived(int id);
    /// A project file is among what was dropped, pasted or named.
    void projectRequested(const QString& file);
    /// The page has another text; what shows the old one must show this one before the event loop runs again.
    void textReplaced(int id);
    /// The picture is shown another way: it was rotated, or the file has another one.
    void pictureChanged(int id);
    /// Its writing did not stand upright, so it was rotated clockwise by so much.
    void pageTurned(int id, int clockwiseDeg);
    /// It was read, but as uncertainly as a picture without handwriting.
    void hardlyReadable(int id);
    /// Its lines are in another hand than was said before.
    void writerChanged(int id);
    /// The page has the text it had before.
    void readAgainFailed(int id, const QString& sentence);
    void fileOpened(const QString& file);
    void nothingFound(const QStringList& folders);

private:
    /// Lists pages in one step of the history.
    void addPages(std::vector<PageItem> items);
    void startOver(PageItem& page);
    void watchText(PageItem& page);
    void wantThumbnail(int id);
    void enqueue(PageItem& page);
    void setState(PageItem& page, PageState state);
    void onInspected(int id, const QList<app::PagePreview>& previews);
    void fail(int id, const Error& error);
    void onFinished(int id, const formats::Page& reading);

    app::TranscriptionService& m_service;
    app::PictureLoader& m_loader;
    PageModel m_pages;
    History m_history;
    ReadingClock m_clock;
    std::set<int> m_thumbnailsAsked;
    int m_batch = 0;
    int m_batchPages = 0; ///< pages handed in since the queue was last empty
    int m_pastedCount = 0;
    int m_example = 0; ///< id of the page that gives way; 0: none
};

} // namespace longhand::ui
