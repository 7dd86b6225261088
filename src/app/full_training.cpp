#include "longhand/app/full_training.h"

#include <csignal>
#include <system_error>
#include <utility>

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFutureWatcher>
#include <QRegularExpression>
#include <QtConcurrent>

#include "app/checksum.h"
#include "longhand/app/models.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

constexpr const char* kModel = "model.safetensors";
constexpr int kKeyLength = 16; ///< of a folder's name, hexadecimal digits
constexpr QByteArrayView kSpeaker = "longhand train: ";

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

Result<TrainingBase> trainingBase(const LearningPlaces& places)
{
    auto choice = modelInUse(places);
    if (!choice)
        return choice.error();
    auto name = modelName(choice->model);
    if (!name)
        return name.error();
    auto checksum = sha256Of(choice->model);
    if (!checksum)
        return checksum.error();
    TrainingBase base{std::move(choice->model), *std::move(name), std::move(choice->id), *std::move(checksum), {}};
    if (const auto entry = base.id.empty() ? Result<LibraryEntry>(Error{}) : ModelLibrary(places.library).find(base.id))
        base.learntIds = entry->card.learntIds;
    return base;
}

fs::path trainingFolder(const LearningPlaces& places, const FullTrainingRequest& request)
{
    std::error_code ignored;
    const auto written = fs::last_write_time(request.pack, ignored).time_since_epoch().count();
    const std::string key = fs::absolute(request.pack, ignored).string() + '\n' +
                            std::to_string(fs::file_size(request.pack, ignored)) + '\n' + std::to_string(written) +
                            '\n' + request.base.checksum;
    const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(key), QCryptographicHash::Sha256);
    return places.job.parent_path() / "training" /
           (request.pack.stem().string() + '-' + hash.toHex().left(kKeyLength).toStdString());
}

FullTraining::FullTraining(LearningPlaces places, QObject* parent)
    : QObject(parent), m_places(std::move(places)), m_process(std::make_unique<QProcess>())
{
    m_process->setStandardOutputFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &FullTraining::readProgress);
    connect(m_process.get(), &QProcess::finished, this, &FullTraining::onFinished);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(tr("The trainer could not be started. Start the program again."));
    });
}

FullTraining::~FullTraining()
{
    m_process->disconnect(this);
    if (!isRunning())
        return;
    stop();
    // Nobody waits for its checkpoint: it outlives this object, and the program if it must, as a QProcess that is
    // destroyed would kill it.
    QProcess* process = m_process.release();
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
}

void FullTraining::start(const FullTrainingRequest& request)
{
    if (isRunning())
        return;
    m_request = request;
    m_stopped = false;
    m_tail.clear();
    m_lastSentence.clear();
    m_folder = trainingFolder(m_places, request);
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
    if (!request.base.model.empty())
        arguments << QStringLiteral("--from") << toQString(request.base.model);
    m_process->setProgram(toQString(program));
    m_process->setArguments(arguments);
    m_process->start();
}

void FullTraining::stop()
{
    m_stopped = true;
    if (m_process->processId() > 0)
        ::kill(static_cast<pid_t>(m_process->processId()), SIGINT);
}

void FullTraining::readProgress()
{
    m_tail += m_process->readAllStandardError();
    for (qsizetype end = 0; (end = m_tail.indexOf('\n')) >= 0;) {
        const QByteArray line = m_tail.left(end).trimmed();
        m_tail.remove(0, end + 1);
        FullTrainingProgress progress;
        if (parseTrainingProgress(line, progress))
            Q_EMIT progressed(progress);
        else if (!line.isEmpty())
            m_lastSentence = line.startsWith(kSpeaker) ? line.mid(kSpeaker.size()) : line;
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
    card.base = m_request.base.name;
    card.baseId = m_request.base.id;
    card.baseChecksum = m_request.base.checksum;
    // It knows them as its base does, and what it is measured on must not be among them.
    card.learntIds = m_request.base.learntIds;
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
    watcher->setFuture(QtConcurrent::run([library = m_places.library, folder = m_folder, card, stopped = m_stopped] {
        const auto added = ModelLibrary(library).add(folder / kModel, card);
        std::error_code ignored;
        if (added && !stopped) // else it would be the end of the next training too
            fs::remove_all(folder, ignored);
        return added;
    }));
}

} // namespace longhand::app
