#pragma once

#include <vector>

#include <QChartView>

#include "longhand/app/learning_job.h"

class QLineSeries;
class QValueAxis;

namespace longhand::ui
{

/// The curves of a learning run: errors on the person's lines and on other hands in percent at the left, the loss at
/// the right. In the colours of the palette.
class LearningChart : public QChartView
{
    Q_OBJECT
public:
    explicit LearningChart(QWidget* parent = nullptr);

    /// Only the round that is at work is drawn: every round begins anew.
    void show(const std::vector<app::CurvePoint>& curve);

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();

    QLineSeries* m_own; // these: owned by the chart
    QLineSeries* m_rehearsal;
    QLineSeries* m_loss;
    QValueAxis* m_steps;
    QValueAxis* m_percent;
    QValueAxis* m_lossAxis;
};

} // namespace longhand::ui
