#include "ui/trainer_run_view.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/learning_chart.h"

namespace longhand::ui
{

namespace
{

constexpr int kBarSteps = 1000;

QString phaseText(const app::JobStatus& status)
{
    const app::LearningProgress& progress = status.progress;
    switch (status.state) {
    case app::JobState::Starting:
        return TrainerRunView::tr("Getting ready…");
    case app::JobState::Interrupted:
        return TrainerRunView::tr("The run was broken off. It can go on from where it was.");
    default:
        break;
    }
    switch (progress.phase) {
    case app::LearningPhase::Checking:
        return TrainerRunView::tr("Checking whether the texts fit their lines…");
    case app::LearningPhase::Trying:
        return TrainerRunView::tr("Trying out what learning brings: part %1 of %2…")
            .arg(progress.round + 1)
            .arg(progress.rounds);
    case app::LearningPhase::Learning:
        return TrainerRunView::tr("Learning…");
    case app::LearningPhase::Measuring:
        return TrainerRunView::tr("Measuring on lines it has not seen…");
    case app::LearningPhase::Reading:
        return TrainerRunView::tr("Reading the lines that nobody has corrected…");
    }
    return {};
}

/// Empty as long as nothing was measured.
QString measuredText(const app::MeasuredSoFar& measured)
{
    if (measured.lines == 0)
        return {};
    const int percent = static_cast<int>(std::lround(100 * measured.gain()));
    const QString lines = QString::number(measured.lines);
    if (percent > 0)
        return TrainerRunView::tr("So far: %1 % fewer errors on %2 lines it had not seen.")
            .arg(QString::number(percent), lines);
    if (percent < 0)
        return TrainerRunView::tr("So far: %1 % more errors on %2 lines it had not seen.")
            .arg(QString::number(-percent), lines);
    return TrainerRunView::tr("So far: as many errors as before on %1 lines it had not seen.").arg(lines);
}

} // namespace

QString timeLeftText(double seconds)
{
    if (seconds < 0)
        return {};
    if (seconds < 60)
        return TrainerRunView::tr("less than a minute left");
    const int minutes = static_cast<int>(std::lround(seconds / 60));
    return minutes == 1 ? TrainerRunView::tr("about a minute left")
                        : TrainerRunView::tr("about %n minutes left", nullptr, minutes);
}

TrainerRunView::TrainerRunView(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_detail(new QLabel), m_measured(new QLabel), m_progress(new QProgressBar),
      m_chart(new LearningChart), m_pause(new QPushButton), m_stop(new QPushButton(tr("&Stop and Keep the Best"))),
      m_cancel(new QPushButton(tr("&Cancel")))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("learningPhase"));
    m_detail->setObjectName(QStringLiteral("learningTimeLeft"));
    m_measured->setObjectName(QStringLiteral("learningMeasured"));
    m_measured->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("learningProgress"));
    m_progress->setRange(0, kBarSteps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of learning"));
    m_pause->setObjectName(QStringLiteral("learningPause"));
    m_stop->setObjectName(QStringLiteral("learningStop"));
    m_stop->setToolTip(tr("Ends the run and measures what it has learnt so far"));
    m_cancel->setObjectName(QStringLiteral("learningCancel"));
    m_cancel->setToolTip(tr("Ends the run and throws away what it has learnt"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_pause);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_progress);
    column->addWidget(m_detail);
    column->addWidget(m_measured);
    column->addWidget(m_chart, 1);
    column->addLayout(buttons);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_goesOn)
            Q_EMIT goOnRequested();
        else
            Q_EMIT pauseRequested();
    });
    connect(m_stop, &QPushButton::clicked, this, &TrainerRunView::stopRequested);
    connect(m_cancel, &QPushButton::clicked, this, &TrainerRunView::cancelRequested);
}

void TrainerRunView::show(const app::JobStatus& status)
{
    const bool paused = status.state == app::JobState::Paused;
    const bool broken = status.state == app::JobState::Interrupted;
    m_goesOn = paused || broken;
    m_title->setText(paused ? tr("Paused.") : phaseText(status));
    m_progress->setRange(0, status.state == app::JobState::Starting ? 0 : kBarSteps);
    m_progress->setValue(static_cast<int>(std::clamp(status.progress.share, 0.0, 1.0) * kBarSteps));
    m_detail->setText(m_goesOn ? QString() : timeLeftText(status.progress.secondsLeft));
    m_measured->setText(measuredText(status.progress.measured));
    m_measured->setVisible(!m_measured->text().isEmpty());
    m_pause->setText(m_goesOn ? tr("&Go On") : tr("&Pause"));
    m_pause->setEnabled(status.state != app::JobState::Starting);
    m_stop->setEnabled(!broken && status.state != app::JobState::Starting);
    m_cancel->setText(broken ? tr("&Throw Away") : tr("&Cancel"));
    m_chart->show(status.curve);
}

} // namespace longhand::ui
