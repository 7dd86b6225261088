#include "ui/first_steps.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QTimer>
#include <QToolButton>

#include "ui/icons.h"

namespace longhand::ui
{

namespace
{

const QString kStarts = QStringLiteral("firstSteps/starts");
const QString kFinished = QStringLiteral("firstSteps/finished");
constexpr int kMostStarts = 3;
constexpr int kLingerMs = 4000;

} // namespace

FirstSteps::FirstSteps(QSettings& settings, QWidget* parent) : QFrame(parent), m_settings(settings)
{
    setObjectName(QStringLiteral("firstSteps"));
    setAccessibleName(tr("First steps"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    const QStringList texts{tr("<b>Read.</b> Drop pictures on the window; they are read by themselves."),
                            tr("<b>Correct.</b> F3 goes to the next doubtful word, Ctrl+Space offers other readings."),
                            tr("<b>Keep.</b> Ctrl+E exports the text.")};
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        m_icons[i] = new QLabel;
        m_texts[i] = new QLabel(texts[static_cast<qsizetype>(i)]);
        m_texts[i]->setWordWrap(true);
        m_texts[i]->setTextFormat(Qt::RichText);
        m_icons[i]->setFixedSize(20, 20);
        row->addWidget(m_icons[i], 0, Qt::AlignVCenter);
        row->addWidget(m_texts[i], 1);
        if (i + 1 < m_texts.size())
            row->addSpacing(8);
        showStep(static_cast<Step>(i), false);
    }
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("firstStepsClose"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Hide the first steps"));
    close->setToolTip(close->accessibleName());
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &FirstSteps::finish);
    hide();
}

bool FirstSteps::begin()
{
    const int starts = m_settings.value(kStarts).toInt() + 1;
    m_settings.setValue(kStarts, starts);
    setVisible(starts <= kMostStarts && !m_settings.value(kFinished).toBool());
    return starts == 1;
}

void FirstSteps::done(Step step)
{
    const auto at = static_cast<std::size_t>(step);
    if (m_done[at] || !isVisible())
        return;
    m_done[at] = true;
    showStep(step, true);
    if (std::ranges::all_of(m_done, [](bool ticked) { return ticked; }))
        QTimer::singleShot(kLingerMs, this, &FirstSteps::finish);
}

void FirstSteps::showStep(Step step, bool ticked)
{
    const auto at = static_cast<std::size_t>(step);
    m_icons[at]->setPixmap(
        icon(ticked ? QStringLiteral("state-read") : QStringLiteral("state-waiting")).pixmap(QSize(20, 20)));
    m_texts[at]->setEnabled(!ticked);
    m_icons[at]->setAccessibleName(ticked ? tr("Done") : tr("To do"));
}

void FirstSteps::finish()
{
    m_settings.setValue(kFinished, true);
    hide();
}

} // namespace longhand::ui
