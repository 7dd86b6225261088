#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <QObject>
#include <QString>

#include "longhand/app/page_transcriber.h"
#include "longhand/app/picture_source.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::app
{

/// Reads pages in the background, one after the other, in the order they were handed in.
/// All members are called on the GUI thread; signals arrive there too, never from within a call.
class TranscriptionService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Opens the model unless it is open: `modelOpened` or `modelMissing` follows. Optional; reading does it too.
    virtual void prepare() = 0;
    /// `id` names the page in the signals; it may be handed in again once it is finished, failed or cancelled.
    virtual void enqueue(int id, const PictureSource& source) = 0;
    /// No further signal for this page; without effect when it is neither waiting nor being read.
    virtual void cancel(int id) = 0;
    /// Reads lines whose place is known, before the pages that wait. `linesRead` or `linesFailed` with the same request
    /// follows; requests have numbers of their own.
    virtual void readLines(int request, const PictureSource& source, const LineShapes& shapes) = 0;
    /// No further signal for this request.
    virtual void cancelLines(int request) = 0;

Q_SIGNALS:
    /// Another model reads now, or the first one; it may bear the name of the one before.
    void modelOpened(const QString& name);
    /// Something about the model that a person should know: another one reads than was chosen, and why.
    void modelNotice(const QString& sentence);
    void modelMissing(const longhand::Error& error);
    void pageStarted(int id);
    void progressed(int id, int done, int total);
    void pageFinished(int id, const longhand::formats::Page& page);
    void pageFailed(int id, const longhand::Error& error);
    /// One line for each shape, in order, without ids.
    void linesRead(int request, const std::vector<longhand::formats::Line>& lines);
    void linesFailed(int request, const longhand::Error& error);
};

/// Opens the model for a writer's pages (empty: nobody's in particular) and what reads with it. Called in the worker,
/// again for each page while it fails.
using TranscriberFactory = std::function<Result<std::unique_ptr<PageTranscriber>>(const std::string& writer)>;

/// Changes whenever another model is to be opened for pages of the writer. Called in the worker before every page;
/// cheap.
using ModelStamp = std::function<std::string(const std::string& writer)>;

/// That of the learnt models: a promotion, or a page of a writer with a profile, is noticed with the next page.
ModelStamp learntModelStamp();

/// The writer's profile or the model in use (modelFor), on the CPU or the GPU, whichever there is.
TranscriberFactory defaultTranscriber();

/// The service on a thread of its own. Its destructor stops the page being read and waits for the worker.
std::unique_ptr<TranscriptionService> makeTranscriptionService(TranscriberFactory factory = defaultTranscriber(),
                                                               ModelStamp stamp = learntModelStamp());

} // namespace longhand::app
