#include "longhand/app/full_training.h"

#include <csignal>
#include <system_error>
#include <utility>

#include <QDateTime>
#include <QFile>
#include <QFutureWatcher>
#include <QRegularExpression>
#include <QtConcurrent>

#include "longhand/app/models.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

constexpr const char* kModel = "model.safetensors";
constexpr int kStopMs = 20000; ///< for a step and its checkpoint

QString toQString(const fs::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

} // namespace

bool parseTrainingProgress(const QByteArray& line, FullTrainingProgress& progress)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(step (\d+) of (\d+)\s+loss ([\d.]+)\s+CER (-|[\d.]+ %)\s+\S+ lines/s\s+(\S+) left)"));
    const auto match = pattern.match(QString::fromUtf8(line));
    if (!match.hasMatch())
        return false;
    progress.step = match.captured(1).toLongLong();
    progress.steps = match.captured(2).toLongLong();
    progress.loss = match.captured(3).toDouble();
    const QString cer = match.captured(4);
    progress.validationCer = cer == QStringLiteral("-") ? -1 : cer.chopped(2).toDouble() / 100;
    progress.timeLeft = match.captured(5);
    return true;
}

FullTraining::FullTraining(LearningPlaces places, QObject* parent) : QObject(parent), m_places(std::move(places))
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyReadStandardError, this, &FullTraining::readProgress);
    connect(&m_process, &QProcess::finished, this, &FullTraining::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(tr("The trainer could not be started. Start the program again."));
    });
}

FullTraining::~FullTraining()
{
    m_process.disconnect(this);
    stop();
    if (isRunning() && !m_process.waitForFinished(kStopMs))
        m_process.kill();
}

void FullTraining::start(const FullTrainingRequest& request)
{
    if (isRunning())
        return;
    m_request = request;
    m_bestCer = -1;
    m_tail.clear();
    m_lastSentence.clear();
    // By the pack's name, so that the same pack goes on from its checkpoint.
    m_folder = m_places.job.parent_path() / "training" / request.pack.stem();
    std::error_code error;
    fs::create_directories(m_folder, error);
    if (error) {
        Q_EMIT failed(
            QString::fromStdString("Cannot make the folder " + quoted(m_folder) + ": " + error.message() + "."));
        return;
    }
    fs::path program = m_places.program;
    if (program.empty())
        program = fs::read_symlink("/proc/self/exe", error);
    QStringList arguments{QStringLiteral("train"),      QStringLiteral("run"),
                          QStringLiteral("--pack"),     toQString(request.pack),
                          QStringLiteral("--out"),      toQString(m_folder / kModel),
                          QStringLiteral("--work"),     toQString(m_folder / "work"),
                          QStringLiteral("--name"),     toQString(request.pack.stem()),
                          QStringLiteral("--steps"),    QString::number(request.steps),
                          QStringLiteral("--replicas"), QString::number(std::max(1, request.cores))};
    if (!request.startFrom.empty())
        arguments << QStringLiteral("--from") << toQString(request.startFrom);
    m_process.setProgram(toQString(program));
    m_process.setArguments(arguments);
    m_process.start();
}

void FullTraining::stop()
{
    if (m_process.processId() > 0)
        ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
}

void FullTraining::readProgress()
{
    m_tail += m_process.readAllStandardError();
    for (qsizetype end = 0; (end = m_tail.indexOf('\n')) >= 0;) {
        const QByteArray line = m_tail.left(end).trimmed();
        m_tail.remove(0, end + 1);
        FullTrainingProgress progress;
        if (!parseTrainingProgress(line, progress)) {
            if (!line.isEmpty())
                m_lastSentence = line;
            continue;
        }
        if (progress.validationCer >= 0 && (m_bestCer < 0 || progress.validationCer < m_bestCer))
            m_bestCer = progress.validationCer;
        Q_EMIT progressed(progress);
    }
}

void FullTraining::onFinished(int exitCode, QProcess::ExitStatus status)
{
    readProgress();
    if (status != QProcess::NormalExit || exitCode != 0 || !fs::exists(m_folder / kModel)) {
        Q_EMIT failed(m_lastSentence.isEmpty()
                          ? tr("Training ended before there was a model. Start it again to go on from where it was.")
                          : QString::fromUtf8(m_lastSentence));
        return;
    }
    ModelCard card;
    card.run = "training " + QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
    card.kind = LearntKind::Model;
    card.name = m_request.pack.stem().string();
    card.base = m_request.startFrom.empty() ? std::string() : m_request.startFrom.stem().string();
    card.ownCerAfter = -1;
    card.verdict = Verdict::KeptAside;
    card.reason = tr("It was trained from the pack “%1” and not measured on your hand.")
                      .arg(toQString(m_request.pack.filename()))
                      .toStdString();
    auto* watcher = new QFutureWatcher<Result<ModelCard>>(this); // owned by this (Qt parent)
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const Result<ModelCard> added = watcher->result();
        if (added)
            Q_EMIT finished(*added);
        else
            Q_EMIT failed(QString::fromStdString(added.error().detail));
    });
    watcher->setFuture(QtConcurrent::run([library = m_places.library, file = m_folder / kModel, card] {
        return ModelLibrary(library).add(file, card);
    }));
}

} // namespace longhand::app
