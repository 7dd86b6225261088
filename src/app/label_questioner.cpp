#include "longhand/app/label_questioner.h"

#include <utility>

#include <QFutureWatcher>
#include <QtConcurrent>

#include "app/normal_form.h"
#include "longhand/app/label_guard.h"
#include "longhand/app/models.h"
#include "longhand/imaging/line_crop.h"

namespace longhand::app
{

namespace
{

/// Lines changed since a point in time whose texts do not fit; they are questioned in the store.
Result<QList<qint64>> questionNewLines(const std::filesystem::path& database, const RecognizerFactory& factory,
                                       feedback::Time since, const std::stop_token& stop)
{
    auto store = feedback::FeedbackStore::open(database);
    if (!store)
        return store.error();
    feedback::LineFilter filter;
    filter.state = feedback::LabelState::Trusted;
    filter.updatedSince = since;
    auto lines = (*store)->lines(filter);
    if (!lines)
        return lines.error();
    // What the machine read itself needs no second opinion of it.
    std::erase_if(*lines, [](const feedback::StoredLine& line) { return line.vouched || !line.changed; });
    if (lines->empty())
        return QList<qint64>();
    auto recognizer = factory();
    if (!recognizer)
        return recognizer.error();
    std::vector<std::int64_t> ids;
    std::vector<GrayImage> pictures;
    std::vector<std::string> texts;
    for (const feedback::StoredLine& line : *lines) {
        const auto picture = (*store)->picture(line.id);
        if (!picture || picture->empty())
            continue;
        ids.push_back(line.id);
        pictures.push_back(imaging::normalizeLine(*picture, (*recognizer)->lineHeightPx()));
        texts.push_back(toNfc(line.humanText));
    }
    const auto fits = fitLabels(**recognizer, pictures, texts, stop);
    if (!fits)
        return fits.error();
    QList<qint64> questioned;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (!(*fits)[i].isQuestioned())
            continue;
        // The person may have gone on with this line meanwhile.
        const auto now = (*store)->line(ids[i]);
        if (!now || now->vouched || toNfc(now->humanText) != texts[i])
            continue;
        if (const auto set = (*store)->setState(ids[i], feedback::LabelState::Questioned); !set)
            return set.error();
        questioned.push_back(ids[i]);
    }
    return questioned;
}

} // namespace

RecognizerFactory modelInUseRecognizer()
{
    return []() -> Result<std::unique_ptr<recognition::Recognizer>> {
        const auto model = modelInUse();
        if (!model)
            return model.error();
        recognition::Options options;
        options.threads = 1; // the editor comes first
        return recognition::Recognizer::open(model->model, options);
    };
}

LabelQuestioner::LabelQuestioner(std::filesystem::path database, RecognizerFactory factory, QObject* parent)
    : QObject(parent), m_database(std::move(database)), m_factory(std::move(factory)),
      m_since(std::chrono::time_point_cast<feedback::Time::duration>(std::chrono::system_clock::now()))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &LabelQuestioner::start);
}

LabelQuestioner::~LabelQuestioner()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void LabelQuestioner::setDelayMs(int delayMs)
{
    m_timer.setInterval(delayMs);
}

void LabelQuestioner::look()
{
    m_timer.start();
}

void LabelQuestioner::start()
{
    if (m_busy) {
        m_timer.start();
        return;
    }
    m_busy = true;
    const auto since = std::exchange(
        m_since, std::chrono::time_point_cast<feedback::Time::duration>(std::chrono::system_clock::now()));
    using Outcome = Result<QList<qint64>>;
    auto* watcher = new QFutureWatcher<Outcome>(this); // owned by this (Qt parent) until it is over
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, since] {
        m_busy = false;
        const Outcome outcome = watcher->result();
        watcher->deleteLater();
        // No model, or a locked file: the next look takes these lines too. Learning looks at all of them anyway.
        if (!outcome)
            m_since = since;
        else if (!outcome->isEmpty())
            Q_EMIT questioned(*outcome);
        Q_EMIT looked();
    });
    watcher->setFuture(QtConcurrent::run(
        &m_pool, [database = m_database, factory = m_factory, since, stop = m_stop.get_token()]() -> Outcome {
            return questionNewLines(database, factory, since, stop);
        }));
}

} // namespace longhand::app
