#include "longhand/app/transcription_service.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrent>

#include "longhand/app/language_models.h"
#include "longhand/app/model_library.h"
#include "longhand/app/models.h"
#include "longhand/app/page_transcriber.h"

namespace longhand::app
{

namespace
{

struct OpenedModel {
    QString name;
    QString notice;
    int opening = 0; ///< counts the models that were opened: two of them may have one name
};

/// What lives on the working thread: the model, once it is open, and the file read last.
class Worker
{
public:
    Worker(TranscriberFactory factory, ModelStamp stamp) : m_factory(std::move(factory)), m_stamp(std::move(stamp)) {}

    /// Opens the model for the writer's pages at first, and again when another one is to read them by now.
    Result<OpenedModel> open(const std::string& writer)
    {
        // Asked before the model is opened: a change in between is noticed the next time.
        std::string stamp = m_stamp ? m_stamp(writer) : std::string();
        if (!m_transcriber || stamp != m_openedStamp) {
            auto opened = m_factory(writer);
            if (!opened)
                return opened.error();
            m_transcriber = std::move(*opened);
            m_openedStamp = std::move(stamp);
            ++m_openings;
        }
        return OpenedModel{QString::fromStdString(m_transcriber->recognizer().modelName()),
                           QString::fromStdString(m_transcriber->notice()), m_openings};
    }

    Result<formats::Page> read(const PictureSource& source, std::stop_token stop, const ProgressFn& progress)
    {
        auto picture = this->picture(source);
        if (!picture)
            return picture.error();
        if (m_cleanSource && isOf(*m_cleanSource, source))
            m_clean.reset(); // the file may have another picture by now
        TranscribeOptions options;
        options.preprocess = source.preprocess;
        options.turn = source.mayTurn;
        auto page = source.rotationDeg == 0 ? m_transcriber->transcribe(**picture, options, std::move(stop), progress)
                                            : m_transcriber->transcribe(rotated(**picture, source.rotationDeg), options,
                                                                        std::move(stop), progress);
        if (page) {
            page->imageName = source.name;
            page->imagePath = source.file.string();
            page->imageIndex = source.pageIndex;
        }
        return page;
    }

    Result<std::vector<formats::Line>> readLines(const PictureSource& source, const LineShapes& shapes,
                                                 const std::stop_token& stop)
    {
        if (!m_clean || !isOf(*m_cleanSource, source)) {
            m_clean.reset();
            const auto picture = readPicture(source);
            if (!picture)
                return picture.error();
            auto clean = imaging::preprocess(*picture, source.preprocess);
            if (!clean)
                return clean.error();
            m_clean = std::move(*clean);
            m_cleanSource = source;
        }
        return m_transcriber->readLines(*m_clean, shapes, stop);
    }

private:
    static bool isOf(const PictureSource& a, const PictureSource& b)
    {
        return a.file == b.file && a.pageIndex == b.pageIndex && a.pasted.cacheKey() == b.pasted.cacheKey() &&
               a.rotationDeg == b.rotationDeg && a.preprocess == b.preprocess;
    }

    /// The pages of a multi-page file arrive one after the other; it is decoded once.
    Result<const RgbImage*> picture(const PictureSource& source)
    {
        const bool sameFile = !source.file.empty() && source.file == m_file && source.pageIndex > 0;
        if (!sameFile || static_cast<std::size_t>(source.pageIndex) >= m_pictures.size()) {
            m_pictures.clear();
            auto pictures = readPictures(source);
            if (!pictures)
                return pictures.error();
            m_pictures = std::move(*pictures);
            m_file = source.file;
        }
        if (static_cast<std::size_t>(source.pageIndex) >= m_pictures.size())
            return readPicture(source).error();
        return &m_pictures[static_cast<std::size_t>(source.pageIndex)];
    }

    TranscriberFactory m_factory;
    ModelStamp m_stamp;
    std::string m_openedStamp;
    int m_openings = 0;
    std::unique_ptr<PageTranscriber> m_transcriber;
    std::filesystem::path m_file;
    std::vector<RgbImage> m_pictures;
    // Somebody who reads one line again reads more of the same page.
    std::optional<imaging::CleanPage> m_clean;
    std::optional<PictureSource> m_cleanSource;
};

/// Neither page nor lines when only the model was asked for, or it did not open.
struct Outcome {
    Result<OpenedModel> model;
    std::optional<Result<formats::Page>> page;
    std::optional<Result<std::vector<formats::Line>>> lines;
};

class ThreadedTranscriptionService final : public TranscriptionService
{
public:
    ThreadedTranscriptionService(TranscriberFactory factory, ModelStamp stamp)
        : m_worker(std::move(factory), std::move(stamp))
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setExpiryTimeout(-1);
    }

    ~ThreadedTranscriptionService() override
    {
        if (m_current)
            m_current->watcher->disconnect(this);
        m_stop.request_stop();
        m_pool.waitForDone();
    }

    void prepare() override
    {
        m_waiting.push_front({Task::Kind::OpenModel, 0, {}, {}});
        startNext();
    }

    void enqueue(int id, const PictureSource& source) override
    {
        m_waiting.push_back({Task::Kind::Page, id, source, {}});
        startNext();
    }

    void readLines(int request, const PictureSource& source, const LineShapes& shapes) override
    {
        const auto firstPage = std::ranges::find(m_waiting, Task::Kind::Page, &Task::kind);
        m_waiting.insert(firstPage, {Task::Kind::Lines, request, source, shapes});
        startNext();
    }

    void cancelLines(int request) override { cancel(Task::Kind::Lines, request); }

    void cancel(int id) override { cancel(Task::Kind::Page, id); }

private:
    struct Task {
        enum class Kind { OpenModel, Page, Lines };
        Kind kind = Kind::OpenModel;
        int id = 0; ///< of the page or the request
        PictureSource source;
        LineShapes shapes;
    };
    struct Current {
        Task::Kind kind; ///< OpenModel once it is cancelled: nobody is told
        int id;
        QFutureWatcher<Outcome>* watcher; ///< owned by the service (Qt parent)
    };

    void cancel(Task::Kind kind, int id)
    {
        std::erase_if(m_waiting, [=](const Task& task) { return task.kind == kind && task.id == id; });
        if (m_current && m_current->kind == kind && m_current->id == id) {
            m_current->kind = Task::Kind::OpenModel;
            m_stop.request_stop();
        }
    }

    void startNext()
    {
        if (m_current || m_waiting.empty())
            return;
        Task task = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_stop = std::stop_source();
        auto* watcher = new QFutureWatcher<Outcome>(this);
        m_current = Current{task.kind, task.id, watcher};
        connect(watcher, &QFutureWatcherBase::started, this, [this] {
            if (m_current->kind == Task::Kind::Page)
                Q_EMIT pageStarted(m_current->id);
        });
        connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int done) {
            if (m_current->kind == Task::Kind::Page)
                Q_EMIT progressed(m_current->id, done, m_current->watcher->progressMaximum());
        });
        connect(watcher, &QFutureWatcherBase::finished, this, [this] { finish(); });
        const auto job = [worker = &m_worker, task = std::move(task), stop = m_stop.get_token()](QPromise<Outcome>& p) {
            Outcome outcome{worker->open(task.source.writer), {}, {}};
            if (outcome.model && task.kind == Task::Kind::Page) {
                outcome.page = worker->read(task.source, stop, [&p](int done, int total) {
                    p.setProgressRange(0, total);
                    p.setProgressValue(done);
                });
            } else if (outcome.model && task.kind == Task::Kind::Lines) {
                outcome.lines = worker->readLines(task.source, task.shapes, stop);
            }
            p.addResult(std::move(outcome));
        };
        watcher->setFuture(QtConcurrent::run(&m_pool, job));
    }

    void finish()
    {
        const Current current = *std::exchange(m_current, std::nullopt);
        const Outcome outcome = current.watcher->result();
        current.watcher->deleteLater();
        startNext();
        report(outcome, current);
    }

    void report(const Outcome& outcome, const Current& current)
    {
        if (outcome.model) {
            reportModel(*outcome.model);
        } else {
            m_opening = 0; // one that reads again after this is news, even the one before
            Q_EMIT modelMissing(outcome.model.error());
        }
        if (current.kind == Task::Kind::Page) {
            if (!outcome.page)
                Q_EMIT pageFailed(current.id, outcome.model.error());
            else if (outcome.page->ok())
                Q_EMIT pageFinished(current.id, **outcome.page);
            else
                Q_EMIT pageFailed(current.id, outcome.page->error());
        } else if (current.kind == Task::Kind::Lines) {
            if (!outcome.lines)
                Q_EMIT linesFailed(current.id, outcome.model.error());
            else if (outcome.lines->ok())
                Q_EMIT linesRead(current.id, **outcome.lines);
            else
                Q_EMIT linesFailed(current.id, outcome.lines->error());
        }
    }

    void reportModel(const OpenedModel& model)
    {
        if (std::exchange(m_opening, model.opening) != model.opening)
            Q_EMIT modelOpened(model.name);
        if (m_notice != model.notice && !model.notice.isEmpty())
            Q_EMIT modelNotice(model.notice);
        m_notice = model.notice;
    }

    Worker m_worker; ///< touched by the pool's only thread
    QThreadPool m_pool;
    std::stop_source m_stop; ///< of the current task
    std::deque<Task> m_waiting;
    std::optional<Current> m_current;
    int m_opening = 0; ///< of the model that was told of last
    QString m_notice;
};

} // namespace

TranscriberFactory defaultTranscriber()
{
    return [](const std::string& writer) -> Result<std::unique_ptr<PageTranscriber>> {
        const auto choice = modelFor(ModelLibrary(), writer);
        if (!choice)
            return choice.error();
        recognition::Options options = defaultReading();
        options.device = recognition::Device::Auto;
        options.profile = choice->profile;
        auto recognizer = recognition::Recognizer::open(choice->model, options);
        if (!recognizer)
            return recognizer.error();
        auto transcriber = std::make_unique<PageTranscriber>(std::move(*recognizer));
        transcriber->setNotice(choice->warning);
        return transcriber;
    };
}

ModelStamp learntModelStamp()
{
    return [library = ModelLibrary()](const std::string& writer) {
        const std::vector<std::string> known = library.writers();
        const bool hasProfile = std::ranges::find(known, writer) != known.end();
        return library.stamp() + (hasProfile ? '\n' + writer : std::string());
    };
}

std::unique_ptr<TranscriptionService> makeTranscriptionService(TranscriberFactory factory, ModelStamp stamp)
{
    return std::make_unique<ThreadedTranscriptionService>(std::move(factory), std::move(stamp));
}

} // namespace longhand::app
