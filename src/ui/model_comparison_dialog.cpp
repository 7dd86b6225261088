#include "ui/model_comparison_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include "longhand/app/model_comparison.h"
#include "ui/background.h"
#include "ui/line_change_list.h"

namespace longhand::ui
{

namespace
{

Result<app::ModelComparison> compare(const app::LearningPlaces& places, const std::string& firstId,
                                     const std::string& secondId, std::stop_token stop)
{
    const auto first = app::modelChoice(places, firstId);
    if (!first)
        return first.error();
    const auto second = app::modelChoice(places, secondId);
    if (!second)
        return second.error();
    const auto lines = app::linesOfStore(places.store, std::nullopt);
    if (!lines)
        return lines.error();
    if (lines->empty())
        return app::ModelComparison{};
    return app::compareModels(*first, *second, *lines, std::move(stop));
}

} // namespace

ModelComparisonDialog::ModelComparisonDialog(const app::LearningPlaces& places, const Side& first, const Side& second,
                                             QWidget* parent)
    : QDialog(parent), m_title(new QLabel(tr("Both models read your corrected lines…"))), m_busy(new QProgressBar),
      m_better(new LineChangeList), m_worse(new LineChangeList)
{
    setObjectName(QStringLiteral("modelComparison"));
    setWindowTitle(tr("Compare Models"));
    resize(900, 600);
    m_title->setObjectName(QStringLiteral("comparisonTitle"));
    m_title->setWordWrap(true);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Comparing"));
    auto* lists = new QHBoxLayout;
    lists->addWidget(m_better, 1);
    lists->addWidget(m_worse, 1);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_busy);
    column->addLayout(lists, 1);
    for (LineChangeList* list : {m_better, m_worse}) {
        list->hide();
        connect(list, &LineChangeList::pictureWanted, this, &ModelComparisonDialog::pictureWanted);
    }
    inBackground(
        *this, [places, a = first.id, b = second.id, stop = m_stop.get_token()] { return compare(places, a, b, stop); },
        [this, first, second](const Result<app::ModelComparison>& comparison) {
            m_busy->hide();
            if (!comparison) {
                m_title->setText(QString::fromStdString(comparison.error().detail));
                return;
            }
            if (comparison->lines == 0) {
                showNothing();
                return;
            }
            const auto percent = [](double rate) { return QLocale().toString(rate * 100, 'f', 1); };
            m_title->setText(
                tr("Of 100 characters in your %1 corrected lines, “%2” reads %3 wrong and “%4” %5. A model "
                   "that has learnt from these lines knows them: only lines it had not seen tell which one "
                   "is better.")
                    .arg(QString::number(comparison->lines), first.name, percent(comparison->first.cer()), second.name,
                         percent(comparison->second.cer())));
            const auto count = [](const auto& lines) { return static_cast<int>(lines.size()); };
            m_better->show(tr("“%1” reads %n lines better", nullptr, count(comparison->better)).arg(second.name),
                           comparison->better, tr("First:"), tr("Second:"));
            m_worse->show(tr("“%1” reads %n lines better", nullptr, count(comparison->worse)).arg(first.name),
                          comparison->worse, tr("First:"), tr("Second:"));
            m_better->setVisible(true);
            m_worse->setVisible(true);
        });
}

void ModelComparisonDialog::showNothing()
{
    m_title->setText(tr("There are no corrected lines to compare the models on yet. Correct or confirm some lines of "
                        "your pages, then compare again."));
    m_title->setAlignment(Qt::AlignCenter);
    layout()->setAlignment(m_title, Qt::AlignVCenter);
}

ModelComparisonDialog::~ModelComparisonDialog()
{
    m_stop.request_stop();
}

void ModelComparisonDialog::setPicture(qint64 id, const QImage& picture)
{
    m_better->setPicture(id, picture);
    m_worse->setPicture(id, picture);
}

} // namespace longhand::ui
