#pragma once

#include <QWidget>

#include "longhand/app/learning_job.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace longhand::ui
{

class LearningChart;

/// A learning run at work: how far it is, its curves, and how to pause or end it.
class TrainerRunView : public QWidget
{
    Q_OBJECT
public:
    explicit TrainerRunView(QWidget* parent = nullptr);

    void show(const app::JobStatus& status);

Q_SIGNALS:
    void pauseRequested();
    void goOnRequested(); ///< after a pause, or after the run was broken off
    void stopRequested();
    void cancelRequested();

private:
    QLabel* m_title; // all: owned by this (Qt parent)
    QLabel* m_detail;
    QLabel* m_measured;
    QProgressBar* m_progress;
    LearningChart* m_chart;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_cancel;
    bool m_goesOn = false; ///< the pause button lets it go on
};

/// "about 3 minutes left", "less than a minute left"; empty when it is not known.
QString timeLeftText(double seconds);

} // namespace longhand::ui
