#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <QByteArray>
#include <QObject>
#include <QProcess>

#include "longhand/app/learning_overview.h"
#include "longhand/app/model_library.h"
#include "longhand/base/result.h"

namespace longhand::app
{

/// A model that training starts from; nothing set: from scratch.
struct TrainingBase {
    std::filesystem::path model;
    std::string name;                    ///< what it calls itself
    std::string id;                      ///< in the library; empty: the one that ships, or a file of its own
    std::string checksum;                ///< SHA-256, hexadecimal
    std::vector<std::int64_t> learntIds; ///< lines of the store it has learnt from
};

/// The model in use with what is known of it. Blocks while the file is read. Errors: those of modelInUse, modelName and
/// readFile.
Result<TrainingBase> trainingBase(const LearningPlaces& places);

struct FullTrainingRequest {
    std::filesystem::path pack; ///< made by `longhand data pack`
    TrainingBase base;
    std::int64_t steps = 4000;
    int cores = 2;
};

/// Where the run of this request keeps its checkpoint: another folder for another pack, also of the same name, and for
/// another base.
std::filesystem::path trainingFolder(const LearningPlaces& places, const FullTrainingRequest& request);

struct FullTrainingProgress {
    std::int64_t step = 0, steps = 0;
    double loss = 0;
    double validationCer = -1; ///< 0..1; -1: not yet
    QString timeLeft;          ///< as the trainer writes it, "0h12m"
};

/// Trains a model from a training pack with `longhand train run` as a child, and puts it into the library: kept aside,
/// for nobody has measured it on the user's own hand. All members are called on the GUI thread; signals arrive there.
/// Destroying it asks the child to stop and waits for nothing; the child writes its checkpoint, and the same request
/// goes on from there.
class FullTraining : public QObject
{
    Q_OBJECT
public:
    explicit FullTraining(LearningPlaces places, QObject* parent = nullptr);
    ~FullTraining() override;

    void start(const FullTrainingRequest& request);
    /// Ends after the current step and keeps the best so far; the same request goes on from there.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_process->state() != QProcess::NotRunning; }

Q_SIGNALS:
    void progressed(const longhand::app::FullTrainingProgress& progress);
    void finished(const longhand::app::ModelCard& card);
    void failed(const QString& sentence);

private:
    void readProgress();
    void onFinished(int exitCode, QProcess::ExitStatus status);

    LearningPlaces m_places;
    FullTrainingRequest m_request;
    std::filesystem::path m_folder;
    std::unique_ptr<QProcess> m_process; ///< outlives this object until it has ended
    bool m_stopped = false;              ///< by a person, before its last step
    QByteArray m_tail; ///< of the trainer's messages: a line that is not whole yet, or its last sentence
    QByteArray m_lastSentence;
};

/// "step 200 of 4000  loss 0.412  CER 7.31 %  85 lines/s  0h12m left"; false for anything else.
bool parseTrainingProgress(const QByteArray& line, FullTrainingProgress& progress);

} // namespace longhand::app
