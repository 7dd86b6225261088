#pragma once

#include <QObject>
#include <QStringList>

#include "longhand/app/picture_loader.h"
#include "longhand/app/transcription_service.h"
#include "ui/page_model.h"

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

    /// Pictures are listed at once, folders are searched in the background.
    void open(const QStringList& paths);
    void addPicture(const QImage& picture);
    /// Files, folders or a picture that were dropped or pasted. False when there is none of these.
    bool addMimeData(const QMimeData& data);
    [[nodiscard]] static bool canAdd(const QMimeData& data);

    /// Reads a page again that failed or was stopped.
    void retry(int id);
    void retryAll();
    /// Takes waiting and reading pages out of the queue; they stay in the list.
    void stopReading();
    void remove(int id);

    [[nodiscard]] bool hasUnsavedEdits() const;
    /// Pages still to be read, and how far the whole batch is, 0..1.
    [[nodiscard]] int pagesLeft() const;
    [[nodiscard]] double progress() const;

Q_SIGNALS:
    void pageChanged(int id);
    void fileOpened(const QString& file);
    void nothingFound(const QStringList& folders);

private:
    void addFile(const QString& file);
    void enqueue(PageItem& page);
    void setState(PageItem& page, PageState state);
    void onInspected(int id, const QList<app::PagePreview>& previews);
    void fail(int id, const Error& error);
    void onFinished(int id, const formats::Page& reading);

    app::TranscriptionService& m_service;
    app::PictureLoader& m_loader;
    PageModel m_pages;
    int m_batchPages = 0; ///< pages handed in since the queue was last empty
    int m_pastedCount = 0;
};

} // namespace longhand::ui
