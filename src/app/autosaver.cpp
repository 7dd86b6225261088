#include "longhand/app/autosaver.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <QFutureWatcher>
#include <QtConcurrent>

namespace longhand::app
{

namespace
{

constexpr int kRetryMs = 3000;

} // namespace

Autosaver::Autosaver(std::filesystem::path root, Collect collect, QObject* parent)
    : QObject(parent), m_root(std::move(root)), m_collect(std::move(collect))
{
    m_pool.setMaxThreadCount(1);
    m_waiting.setSingleShot(true);
    connect(&m_waiting, &QTimer::timeout, this, &Autosaver::write);
}

Autosaver::~Autosaver()
{
    m_pool.waitForDone();
}

void Autosaver::noteChange()
{
    if (m_writing)
        m_changedMeanwhile = true;
    else if (!m_waiting.isActive()) // the first change counts: somebody who never stops typing is not to wait for ever
        m_waiting.start(m_delayMs);
}

void Autosaver::write()
{
    WorkChanges changes = m_collect(std::exchange(m_everything, false) ? Ask::Everything : Ask::Changes);
    m_writing = true;
    m_kept = true;
    const auto job = [this](WorkChanges work) -> Result<void> {
        if (!m_folder) {
            auto made = RecoveryFolder::make(m_root);
            if (!made)
                return made.error();
            m_folder = std::move(*made);
        }
        return m_folder->write(std::move(work));
    };
    auto* watcher = new QFutureWatcher<Result<void>>(this); // owned by this (Qt parent)
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        onWritten(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, job, std::move(changes)));
}

void Autosaver::onWritten(const Result<void>& result)
{
    m_writing = false;
    if (!m_kept) { // forgotten meanwhile; what changed after that was not
        if (std::exchange(m_changedMeanwhile, false))
            m_waiting.start(m_delayMs);
        return;
    }
    if (!result) {
        m_everything = true; // what was collected may be gone with a folder that could not even be made
        m_changedMeanwhile = false;
        m_waiting.start(std::min(kRetryMs, 2 * m_delayMs));
        Q_EMIT failed(result.error());
        return;
    }
    if (std::exchange(m_changedMeanwhile, false))
        m_waiting.start(m_delayMs);
    Q_EMIT written();
}

void Autosaver::forget()
{
    m_waiting.stop();
    m_changedMeanwhile = false;
    m_everything = true;
    m_kept = false;
    m_pool.start([this] {
        if (m_folder)
            m_folder->clear();
    });
}

void Autosaver::findLostWork()
{
    using Found = std::optional<LostWork>;
    auto* watcher = new QFutureWatcher<Found>(this); // owned by this (Qt parent)
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (const Found work = watcher->result())
            Q_EMIT lostWorkFound(*work);
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [this]() -> Found {
        m_lost = RecoveryFolder::findLost(m_root);
        if (!m_lost)
            return std::nullopt;
        auto work = m_lost->read();
        return work ? Found(std::move(*work)) : std::nullopt;
    }));
}

void Autosaver::keepLostWork()
{
    m_everything = true; // pages have other numbers here
    m_kept = true;
    m_pool.start([this] {
        if (!m_lost)
            return;
        if (m_folder)
            m_folder->clear();
        m_folder = std::move(m_lost);
    });
}

void Autosaver::discardLostWork()
{
    m_pool.start([this] {
        if (m_lost)
            m_lost->clear();
        m_lost.reset();
    });
}

} // namespace longhand::app
