#pragma once

#include <cstdint>
#include <filesystem>

#include <QByteArray>
#include <QObject>
#include <QProcess>

#include "longhand/app/learning_overview.h"
#include "longhand/app/model_library.h"
#include "longhand/base/result.h"

namespace longhand::app
{

struct FullTrainingRequest {
    std::filesystem::path pack;      ///< made by `longhand data pack`
    std::filesystem::path startFrom; ///< a model; empty: from scratch
    std::int64_t steps = 4000;
    int cores = 2;
};

struct FullTrainingProgress {
    std::int64_t step = 0, steps = 0;
    double loss = 0;
    double validationCer = -1; ///< 0..1; -1: not yet
    QString timeLeft;          ///< as the trainer writes it, "0h12m"
};

/// Trains a model from a training pack with `longhand train run` as a child, and puts it into the library: kept aside,
/// for nobody has measured it on the user's own hand. All members are called on the GUI thread; signals arrive there.
/// Destroying it stops the child, whose checkpoint stays: the same pack goes on from there.
class FullTraining : public QObject
{
    Q_OBJECT
public:
    explicit FullTraining(LearningPlaces places, QObject* parent = nullptr);
    ~FullTraining() override;

    void start(const FullTrainingRequest& request);
    /// Ends after the current step and keeps the best so far.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

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
    QProcess m_process;
    QByteArray m_tail; ///< of the trainer's messages: a line that is not whole yet, or its last sentence
    QByteArray m_lastSentence;
    double m_bestCer = -1;
};

/// "step 200 of 4000  loss 0.412  CER 7.31 %  85 lines/s  0h12m left"; false for anything else.
bool parseTrainingProgress(const QByteArray& line, FullTrainingProgress& progress);

} // namespace longhand::app
