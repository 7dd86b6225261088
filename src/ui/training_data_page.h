#pragma once

#include <stop_token>

#include <QWidget>

#include "longhand/app/full_training.h"
#include "longhand/app/learning_overview.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace longhand::ui
{

/// Learning from other people's data: transcribed lines taken over as corrections, and a model trained from a pack.
class TrainingDataPage : public QWidget
{
    Q_OBJECT
public:
    explicit TrainingDataPage(app::LearningPlaces places, QWidget* parent = nullptr);
    /// Ends an import after the line at work; what was taken over stays.
    ~TrainingDataPage() override;

    void importFolder(const QString& folder);

Q_SIGNALS:
    void linesImported();
    void modelTrained();

private:
    [[nodiscard]] QWidget* makeImport();
    [[nodiscard]] QWidget* makeTraining();
    void train(const QString& pack);
    void showTraining(const QString& sentence, bool running);

    app::LearningPlaces m_places;
    app::FullTraining m_training;
    std::stop_source m_stop;
    QLineEdit* m_writer; // these: owned by this (Qt parent)
    QPushButton* m_import;
    QProgressBar* m_importing;
    QLabel* m_imported;
    QSpinBox* m_steps;
    QCheckBox* m_fromScratch;
    QPushButton* m_train;
    QPushButton* m_stopTraining;
    QProgressBar* m_trainingBar;
    QLabel* m_trainingText;
};

} // namespace longhand::ui
