#pragma once

#include <type_traits>
#include <utility>

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrent>

namespace longhand::ui
{

/// Runs `work` on another thread and hands what it returns to `done` on this one, unless `owner` is gone by then.
/// `work` must own what it uses.
template <class Work, class Done>
void inBackground(QObject& owner, Work work, Done done)
{
    using Outcome = std::invoke_result_t<Work>;
    auto* watcher = new QFutureWatcher<Outcome>(&owner); // owned by the owner (Qt parent)
    QObject::connect(watcher, &QFutureWatcherBase::finished, &owner, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

/// Waits for all such work, whose owners are gone. To be called before the application ends: Qt then closes the
/// databases, also those that are still read.
inline void finishBackgroundWork()
{
    QThreadPool::globalInstance()->waitForDone();
}

} // namespace longhand::ui
