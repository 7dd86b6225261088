#include "ui/learning_chart.h"

#include <algorithm>

#include <QChart>
#include <QEvent>
#include <QLegendMarker>
#include <QLineSeries>
#include <QLocale>
#include <QValueAxis>

namespace longhand::ui
{

LearningChart::LearningChart(QWidget* parent)
    : QChartView(new QChart, parent), m_own(new QLineSeries), m_rehearsal(new QLineSeries), m_loss(new QLineSeries),
      m_steps(new QValueAxis), m_percent(new QValueAxis), m_lossAxis(new QValueAxis)
{
    setObjectName(QStringLiteral("learningChart"));
    setMinimumHeight(180);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    m_own->setName(tr("Errors on your lines"));
    m_rehearsal->setName(tr("Errors on other hands"));
    m_loss->setName(tr("Loss"));
    m_steps->setTitleText(tr("Steps"));
    m_steps->setLabelFormat(QStringLiteral("%.0f"));
    m_percent->setTitleText(tr("Wrong characters, %"));
    m_percent->setLabelFormat(QStringLiteral("%.1f"));
    m_lossAxis->setTitleText(tr("Loss"));
    m_lossAxis->setLabelFormat(QStringLiteral("%.2f"));
    chart()->setMargins({4, 4, 4, 4});
    chart()->addAxis(m_steps, Qt::AlignBottom);
    chart()->addAxis(m_percent, Qt::AlignLeft);
    chart()->addAxis(m_lossAxis, Qt::AlignRight);
    for (QLineSeries* series : {m_own, m_rehearsal, m_loss}) {
        chart()->addSeries(series);
        series->attachAxis(m_steps);
        series->attachAxis(series == m_loss ? m_lossAxis : m_percent);
    }
    chart()->legend()->setAlignment(Qt::AlignTop);
    colour();
    show({});
}

void LearningChart::show(const std::vector<app::CurvePoint>& curve)
{
    QList<QPointF> own, rehearsal, loss;
    double highestRate = 0, highestLoss = 0, lastStep = 0;
    for (const app::CurvePoint& point : curve) {
        if (point.round != curve.back().round)
            continue;
        lastStep = std::max(lastStep, point.step);
        loss.append({point.step, point.loss});
        highestLoss = std::max(highestLoss, point.loss);
        const auto add = [&](QList<QPointF>& points, double rate) {
            if (rate < 0)
                return;
            points.append({point.step, rate * 100});
            highestRate = std::max(highestRate, rate * 100);
        };
        add(own, point.ownCer);
        add(rehearsal, point.rehearsalCer);
    }
    m_own->replace(own);
    m_rehearsal->replace(rehearsal);
    m_loss->replace(loss);
    m_steps->setRange(0, std::max(1.0, lastStep));
    m_percent->setRange(0, std::max(1.0, highestRate * 1.1));
    m_lossAxis->setRange(0, std::max(0.1, highestLoss * 1.1));
    m_percent->applyNiceNumbers();
    m_lossAxis->applyNiceNumbers();
    // What is not measured in this round has no place in the legend either.
    for (const auto& [series, isThere] :
         {std::pair(m_own, !own.isEmpty()), std::pair(m_rehearsal, !rehearsal.isEmpty())}) {
        series->setVisible(isThere);
        for (QLegendMarker* marker : chart()->legend()->markers(series))
            marker->setVisible(isThere);
    }
    m_percent->setVisible(!own.isEmpty() || !rehearsal.isEmpty());
    QString said = tr("Curves of the learning run.");
    if (!own.isEmpty())
        said += QLatin1Char(' ') +
                tr("On your lines %1 % of the characters are wrong.").arg(QLocale().toString(own.last().y(), 'f', 1));
    if (!rehearsal.isEmpty())
        said += QLatin1Char(' ') + tr("On other hands %1 %.").arg(QLocale().toString(rehearsal.last().y(), 'f', 1));
    setAccessibleName(said);
}

void LearningChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void LearningChart::colour()
{
    const QColor text = palette().color(QPalette::WindowText);
    const bool dark = palette().color(QPalette::Window).lightnessF() < 0.5;
    QColor grid = text;
    grid.setAlphaF(0.15F);
    chart()->setBackgroundBrush(palette().brush(QPalette::Window));
    setBackgroundBrush(palette().brush(QPalette::Window));
    chart()->legend()->setLabelColor(text);
    for (QValueAxis* axis : {m_steps, m_percent, m_lossAxis}) {
        axis->setLabelsColor(text);
        axis->setTitleBrush(text);
        axis->setGridLineColor(grid);
        axis->setLinePenColor(grid);
    }
    m_lossAxis->setGridLineVisible(false);
    // Told apart by dashes too.
    m_own->setPen(QPen(dark ? QColor(0x6f, 0xb1, 0xff) : QColor(0x1f, 0x5f, 0xc4), 2.5));
    m_rehearsal->setPen(QPen(dark ? QColor(0xff, 0xb8, 0x6b) : QColor(0xb3, 0x5c, 0x00), 2, Qt::DashLine));
    m_loss->setPen(QPen(dark ? QColor(0x9a, 0xa0, 0xa8) : QColor(0x6b, 0x72, 0x7a), 1.5, Qt::DotLine));
}

} // namespace longhand::ui
