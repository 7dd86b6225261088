#include "longhand/app/profile_proposer.h"

#include <utility>

#include <QFutureWatcher>
#include <QtConcurrent>

namespace longhand::app
{

ProfileChooser libraryProfileChooser(ModelLibrary library)
{
    return [library = std::move(library)](const PictureSource& source, const formats::Page& reading,
                                          const std::stop_token& stop) {
        return proposeProfile(library, source, reading, stop);
    };
}

ProfileProposer::ProfileProposer(ProfileChooser choose, QObject* parent) : QObject(parent), m_choose(std::move(choose))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

ProfileProposer::~ProfileProposer()
{
    cancel();
    m_pool.waitForDone();
}

void ProfileProposer::cancel()
{
    m_stop.request_stop();
}

void ProfileProposer::look(int page, const PictureSource& source, const formats::Page& reading)
{
    cancel();
    m_stop = std::stop_source();
    const std::stop_token stop = m_stop.get_token();
    auto* watcher = new QFutureWatcher<QString>(this); // owned by this (Qt parent)
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, page, stop] {
        watcher->deleteLater();
        if (!stop.stop_requested() && watcher->future().resultCount() > 0)
            Q_EMIT looked(page, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [choose = m_choose, source, reading, stop] {
        if (stop.stop_requested()) // while it waited
            return QString();
        const auto proposal = choose(source, reading, stop);
        return proposal ? QString::fromStdString(proposal->writer) : QString();
    }));
}

} // namespace longhand::app
