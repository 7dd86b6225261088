#include "ui/trainer_result_view.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/line_change_list.h"

namespace longhand::ui
{

namespace
{

QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', 1);
}

} // namespace

QString gainText(const app::GateFigures& figures)
{
    return TrainerResultView::tr("Reads your hand with %1 % fewer errors, measured on %2 lines it had not seen.")
        .arg(std::lround(figures.gain() * 100))
        .arg(figures.lines);
}

TrainerResultView::TrainerResultView(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_detail(new QLabel), m_questioned(new QPushButton),
      m_better(new LineChangeList), m_worse(new LineChangeList), m_accept(new QPushButton(tr("&Accept"))),
      m_keep(new QPushButton(tr("&Keep Aside"))), m_discard(new QPushButton(tr("&Discard")))
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setObjectName(QStringLiteral("learningResult"));
    m_detail->setObjectName(QStringLiteral("learningResultDetail"));
    for (QLabel* label : {m_title, m_detail}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_questioned->setObjectName(QStringLiteral("resultQuestionedButton"));
    m_questioned->setFlat(true);
    m_better->setObjectName(QStringLiteral("betterLines"));
    m_worse->setObjectName(QStringLiteral("worseLines"));
    m_accept->setObjectName(QStringLiteral("acceptButton"));
    m_accept->setToolTip(tr("Reads with it from the next page on"));
    m_keep->setObjectName(QStringLiteral("keepAsideButton"));
    m_keep->setToolTip(tr("Leaves it in the list of models without using it"));
    m_discard->setObjectName(QStringLiteral("discardButton"));

    auto* lists = new QHBoxLayout;
    lists->setSpacing(12);
    lists->addWidget(m_better, 1);
    lists->addWidget(m_worse, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_accept);
    buttons->addWidget(m_keep);
    buttons->addStretch(1);
    buttons->addWidget(m_discard);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_detail);
    column->addWidget(m_questioned, 0, Qt::AlignLeft);
    column->addLayout(lists, 1);
    column->addLayout(buttons);
    for (LineChangeList* list : {m_better, m_worse})
        connect(list, &LineChangeList::pictureWanted, this, &TrainerResultView::pictureWanted);
    connect(m_accept, &QPushButton::clicked, this, &TrainerResultView::accepted);
    connect(m_keep, &QPushButton::clicked, this, &TrainerResultView::keptAside);
    connect(m_discard, &QPushButton::clicked, this, &TrainerResultView::discarded);
    connect(m_questioned, &QPushButton::clicked, this, &TrainerResultView::questionedRequested);
}

void TrainerResultView::show(const app::LearningResult& result)
{
    const app::GateFigures& figures = result.figures;
    const bool offered = result.card.verdict == app::Verdict::Offered;
    m_title->setText(offered              ? gainText(figures)
                     : figures.gain() > 0 ? tr("The new model is kept aside, so nothing has changed.")
                                          : tr("The new model is not better, so nothing has changed."));
    QStringList sentences;
    if (!offered)
        sentences << QString::fromStdString(result.card.reason);
    if (result.card.ownCerBefore >= 0)
        sentences << tr("On your lines it was wrong in %1 of 100 characters before and is in %2 now.")
                         .arg(percent(result.card.ownCerBefore), percent(result.card.ownCerAfter));
    if (figures.rehearsalCerBefore >= 0 && figures.rehearsalCerAfter >= 0)
        sentences << tr("On other hands it was wrong in %1 and is in %2.")
                         .arg(percent(figures.rehearsalCerBefore), percent(figures.rehearsalCerAfter));
    if (!result.newCharacters.empty())
        sentences << tr("It has learnt new characters: %1").arg(QString::fromStdString(result.newCharacters));
    if (result.stopped)
        sentences << tr("The run was stopped before its end.");
    for (const std::string& warning : result.warnings)
        sentences << QString::fromStdString(warning);
    m_detail->setText(sentences.join(QLatin1Char(' ')));
    const int questioned = static_cast<int>(result.questioned.size());
    m_questioned->setVisible(questioned > 0);
    m_questioned->setText(questioned == 1 ? tr("One line was left out because its text hardly fits: look at it…")
                                          : tr("%n lines were left out because their texts hardly fit: look at them…",
                                               nullptr, questioned));
    m_accept->setVisible(offered);
    m_accept->setDefault(offered);
    const auto count = [](const std::vector<app::LineChange>& lines) { return static_cast<int>(lines.size()); };
    m_better->show(tr("Read better: %n lines", nullptr, count(result.better)), result.better, tr("Before:"),
                   tr("Now:"));
    m_worse->show(tr("Read worse: %n lines", nullptr, count(result.worse)), result.worse, tr("Before:"), tr("Now:"));
}

void TrainerResultView::setPicture(qint64 id, const QImage& picture)
{
    m_better->setPicture(id, picture);
    m_worse->setPicture(id, picture);
}

} // namespace longhand::ui
