#include "longhand/app/feedback_service.h"

#include "app/feedback_recorder.h"
#include "longhand/app/forgetting.h"

namespace longhand::app
{

namespace
{

/// Both lie in the user's data folder.
std::filesystem::path learningFolderBeside(const std::filesystem::path& database)
{
    return database.parent_path() / learningFolder().filename();
}

} // namespace

FeedbackService::FeedbackService(const std::filesystem::path& database, QObject* parent)
    : QObject(parent), m_database(database), m_recorder(new FeedbackRecorder(database))
{
    m_recorder->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_recorder, &QObject::deleteLater);
    connect(m_recorder, &FeedbackRecorder::recorded, this, &FeedbackService::recorded);
    connect(m_recorder, &FeedbackRecorder::changed, this, &FeedbackService::changed);
    connect(m_recorder, &FeedbackRecorder::listed, this, &FeedbackService::listed);
    connect(m_recorder, &FeedbackRecorder::pictureLoaded, this, &FeedbackService::pictureLoaded);
    connect(m_recorder, &FeedbackRecorder::writersKnown, this, &FeedbackService::writersKnown);
    connect(m_recorder, &FeedbackRecorder::failed, this, &FeedbackService::failed);
    connect(m_recorder, &FeedbackRecorder::recovered, this, &FeedbackService::recovered);
    m_thread.setObjectName(QStringLiteral("feedback"));
    m_thread.start();
}

FeedbackService::~FeedbackService()
{
    // Behind everything that was handed in.
    QMetaObject::invokeMethod(m_recorder, [recorder = m_recorder] {
        recorder->finish();
        recorder->thread()->quit();
    });
    m_thread.wait();
}

void FeedbackService::record(const CorrectedLine& line)
{
    QMetaObject::invokeMethod(m_recorder, [recorder = m_recorder, line] { recorder->record(line); });
}

void FeedbackService::withdraw(const PictureSource& source, const std::string& lineId)
{
    QMetaObject::invokeMethod(m_recorder,
                              [recorder = m_recorder, source, lineId] { recorder->withdraw(source, lineId); });
}

void FeedbackService::list(int request, const feedback::LineFilter& filter)
{
    QMetaObject::invokeMethod(m_recorder,
                              [recorder = m_recorder, request, filter] { recorder->list(request, filter); });
}

void FeedbackService::loadPicture(qint64 id)
{
    QMetaObject::invokeMethod(m_recorder, [recorder = m_recorder, id] { recorder->loadPicture(id); });
}

void FeedbackService::change(std::function<Result<void>(feedback::FeedbackStore&)> edit)
{
    QMetaObject::invokeMethod(m_recorder, [recorder = m_recorder, edit = std::move(edit)] { recorder->change(edit); });
}

void FeedbackService::setText(qint64 id, const QString& text)
{
    change([id, text = text.toStdString()](feedback::FeedbackStore& store) { return store.setText(id, text); });
}

void FeedbackService::setState(const QList<qint64>& ids, feedback::LabelState state)
{
    change([ids, state](feedback::FeedbackStore& store) {
        Result<void> result;
        for (const qint64 id : ids)
            if (result)
                result = store.setState(id, state);
        return result;
    });
}

void FeedbackService::setWriter(const QList<qint64>& ids, const QString& writer)
{
    change([ids, writer = writer.toStdString()](feedback::FeedbackStore& store) {
        Result<void> result;
        for (const qint64 id : ids)
            if (result)
                result = store.setWriter(id, writer);
        return result;
    });
}

void FeedbackService::setPageWriter(const PictureSource& source, const QString& writer)
{
    QMetaObject::invokeMethod(m_recorder, [recorder = m_recorder, source, writer = writer.toStdString()] {
        recorder->setPageWriter(source, writer);
    });
}

void FeedbackService::askWriters()
{
    QMetaObject::invokeMethod(m_recorder, [recorder = m_recorder] { recorder->tellWriters(); });
}

void FeedbackService::forget(const QList<qint64>& ids)
{
    change([ids, learning = learningFolderBeside(m_database)](feedback::FeedbackStore& store) -> Result<void> {
        const std::vector<std::int64_t> lines(ids.begin(), ids.end());
        const auto forgotten = forgetCorrections(store, learning, [&] { return store.forgetLines(lines); });
        return forgotten ? Result<void>() : forgotten.error();
    });
}

Result<void> FeedbackService::mayForget() const
{
    return mayForgetCorrections(learningFolderBeside(m_database));
}

void FeedbackService::noteOtherChanges()
{
    Q_EMIT changed();
}

} // namespace longhand::app
