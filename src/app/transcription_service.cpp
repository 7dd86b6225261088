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
#include "longhand/app/page_transcriber.h"

namespace longhand::app
{

namespace
{

/// What lives on the working thread: the model, once it is open, and the file read last.
class Worker
{
public:
    explicit Worker(TranscriberFactory factory) : m_factory(std::move(factory)) {}

    /// The model's name.
    Result<QString> open()
    {
        if (!m_transcriber) {
            auto opened = m_factory();
            if (!opened)
                return opened.error();
            m_transcriber = std::move(*opened);
        }
        return QString::fromStdString(m_transcriber->recognizer().modelName());
    }

    Result<formats::Page> read(const PictureSource& source, std::stop_token stop, const ProgressFn& progress)
    {
        const auto picture = this->picture(source);
        if (!picture)
            return picture.error();
        auto page = m_transcriber->transcribe(**picture, {}, std::move(stop), progress);
        if (page) {
            page->imageName = source.name;
            page->imagePath = source.file.string();
            page->imageIndex = source.pageIndex;
        }
        return page;
    }

private:
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
    std::unique_ptr<PageTranscriber> m_transcriber;
    std::filesystem::path m_file;
    std::vector<RgbImage> m_pictures;
};

struct Outcome {
    Result<QString> model;
    std::optional<Result<formats::Page>> page; ///< none when only the model was asked for, or it did not open
};

class ThreadedTranscriptionService final : public TranscriptionService
{
public:
    explicit ThreadedTranscriptionService(TranscriberFactory factory) : m_worker(std::move(factory))
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
        m_waiting.push_front({});
        startNext();
    }

    void enqueue(int id, const PictureSource& source) override
    {
        m_waiting.push_back({id, source});
        startNext();
    }

    void cancel(int id) override
    {
        std::erase_if(m_waiting, [id](const Task& task) { return task.id == id; });
        if (m_current && m_current->id == id) {
            m_current->id.reset();
            m_stop.request_stop();
        }
    }

private:
    struct Task {
        std::optional<int> id; ///< none: open the model, no page
        PictureSource source;
    };
    struct Current {
        std::optional<int> id;            ///< none once it is cancelled
        QFutureWatcher<Outcome>* watcher; ///< owned by the service (Qt parent)
    };

    void startNext()
    {
        if (m_current || m_waiting.empty())
            return;
        Task task = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_stop = std::stop_source();
        auto* watcher = new QFutureWatcher<Outcome>(this);
        m_current = Current{task.id, watcher};
        connect(watcher, &QFutureWatcherBase::started, this, [this] {
            if (m_current->id)
                Q_EMIT pageStarted(*m_current->id);
        });
        connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int done) {
            if (m_current->id)
                Q_EMIT progressed(*m_current->id, done, m_current->watcher->progressMaximum());
        });
        connect(watcher, &QFutureWatcherBase::finished, this, [this] { finish(); });
        const auto job = [worker = &m_worker, task = std::move(task), stop = m_stop.get_token()](QPromise<Outcome>& p) {
            Outcome outcome{worker->open(), {}};
            if (outcome.model && task.id) {
                outcome.page = worker->read(task.source, stop, [&p](int done, int total) {
                    p.setProgressRange(0, total);
                    p.setProgressValue(done);
                });
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
        report(outcome, current.id);
    }

    void report(const Outcome& outcome, std::optional<int> id)
    {
        if (!outcome.model)
            Q_EMIT modelMissing(outcome.model.error());
        else if (m_modelName != *outcome.model)
            Q_EMIT modelOpened(m_modelName = *outcome.model);
        if (!id)
            return;
        if (!outcome.page)
            Q_EMIT pageFailed(*id, outcome.model.error());
        else if (outcome.page->ok())
            Q_EMIT pageFinished(*id, **outcome.page);
        else
            Q_EMIT pageFailed(*id, outcome.page->error());
    }

    Worker m_worker; ///< touched by the pool's only thread
    QThreadPool m_pool;
    std::stop_source m_stop; ///< of the current task
    std::deque<Task> m_waiting;
    std::optional<Current> m_current;
    QString m_modelName;
};

} // namespace

TranscriberFactory defaultTranscriber()
{
    return []() -> Result<std::unique_ptr<PageTranscriber>> {
        const auto model = findDefaultModel();
        if (!model)
            return model.error();
        recognition::Options options = defaultReading();
        options.device = recognition::Device::Auto;
        auto recognizer = recognition::Recognizer::open(*model, options);
        if (!recognizer)
            return recognizer.error();
        return std::make_unique<PageTranscriber>(std::move(*recognizer));
    };
}

std::unique_ptr<TranscriptionService> makeTranscriptionService(TranscriberFactory factory)
{
    return std::make_unique<ThreadedTranscriptionService>(std::move(factory));
}

} // namespace longhand::app
