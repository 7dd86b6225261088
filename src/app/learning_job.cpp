#include "longhand/app/learning_job.h"

#include <utility>

#include "app/learning_folder.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

constexpr int kLookEveryMs = 250;

} // namespace

LearningJob::LearningJob(std::filesystem::path folder, std::filesystem::path program, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_program(std::move(program)), m_status(learningStatus(m_folder))
{
    m_timer.setInterval(kLookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { look(); });
    if (isLive())
        m_timer.start();
}

bool LearningJob::isLive() const
{
    return m_status.state == JobState::Starting || m_status.state == JobState::Running ||
           m_status.state == JobState::Paused;
}

Result<void> LearningJob::begin(Result<void> started)
{
    if (!started)
        return started;
    m_seen.clear();
    m_status = learningStatus(m_folder);
    m_timer.start();
    Q_EMIT changed(m_status);
    return started;
}

Result<void> LearningJob::start(const LearningRequest& request)
{
    return begin(startLearning(request, m_folder, m_program));
}

Result<void> LearningJob::resume()
{
    return begin(resumeLearning(m_folder, m_program));
}

Result<void> LearningJob::pause()
{
    return controlLearning(m_folder, JobCommand::Pause);
}

Result<void> LearningJob::goOn()
{
    return controlLearning(m_folder, JobCommand::Go);
}

Result<void> LearningJob::stop()
{
    return controlLearning(m_folder, JobCommand::Stop);
}

Result<void> LearningJob::cancel()
{
    auto told = controlLearning(m_folder, JobCommand::Cancel);
    look();
    return told;
}

Result<void> LearningJob::clear()
{
    auto cleared = clearLearning(m_folder);
    look();
    return cleared;
}

Result<void> LearningJob::forgetFailure()
{
    return m_status.state == JobState::Failed ? clearLearning(m_folder) : Result<void>();
}

Result<LearningResult> LearningJob::result() const
{
    return learningResult(m_folder);
}

void LearningJob::look()
{
    // A process that was killed writes nothing more: its state changes with the same bytes.
    const auto bytes = readFile(m_folder / kStatusFile);
    const JobState before = m_status.state;
    JobStatus now = learningStatus(m_folder);
    if (bytes && *bytes == m_seen && now.state == before)
        return;
    m_seen = bytes ? *bytes : std::string();
    m_status = std::move(now);
    if (!isLive())
        m_timer.stop();
    Q_EMIT changed(m_status);
    if (m_status.state == before)
        return;
    if (m_status.state == JobState::Finished)
        Q_EMIT finished();
    else if (m_status.state == JobState::Failed)
        Q_EMIT failed(QString::fromStdString(m_status.message));
    else if (m_status.state == JobState::Interrupted)
        Q_EMIT interrupted();
}

} // namespace longhand::app
