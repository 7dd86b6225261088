#include "ui/training_data_page.h"

#include <utility>

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QThread>
#include <QVBoxLayout>

#include "longhand/app/feedback_exchange.h"
#include "ui/background.h"

namespace longhand::ui
{

namespace
{

constexpr int kUsualSteps = 4000;
constexpr int kMostSteps = 1000000;

QLabel* makeText(const QString& text = {})
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

Result<app::CorrectionImportReport> takeOver(const app::LearningPlaces& places, const QString& folder,
                                             const QString& writer, std::stop_token stop)
{
    auto store = feedback::FeedbackStore::open(places.store);
    if (!store)
        return store.error();
    app::CorrectionImport request;
    request.source = QFileInfo(folder).filesystemFilePath();
    if (!writer.isEmpty())
        request.writer = writer.toStdString();
    return app::importCorrections(**store, request, std::move(stop));
}

QString sayImported(const app::CorrectionImportReport& report)
{
    QString said =
        TrainingDataPage::tr("%1 lines were taken over, %2 of them new.").arg(report.lines).arg(report.added);
    for (const auto& [problem, kind] : report.problems.kinds())
        said += QLatin1Char('\n') + TrainingDataPage::tr("Left out: %1 (%2)")
                                        .arg(QString::fromUtf8(app::describe(problem).data()))
                                        .arg(kind.count);
    return said;
}

} // namespace

TrainingDataPage::TrainingDataPage(app::LearningPlaces places, QWidget* parent)
    : QWidget(parent), m_places(std::move(places)), m_training(m_places), m_writer(new QLineEdit),
      m_import(new QPushButton(tr("&Import a Folder…"))), m_importing(new QProgressBar), m_imported(makeText()),
      m_steps(new QSpinBox), m_fromScratch(new QCheckBox(tr("From scratch, without the model in use"))),
      m_train(new QPushButton(tr("&Train from a Pack…"))), m_stopTraining(new QPushButton(tr("&Stop"))),
      m_trainingBar(new QProgressBar), m_trainingText(makeText())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(16);
    column->addWidget(makeImport());
    column->addWidget(makeTraining());
    column->addStretch(1);
}

TrainingDataPage::~TrainingDataPage()
{
    m_stop.request_stop();
}

QWidget* TrainingDataPage::makeImport()
{
    m_writer->setObjectName(QStringLiteral("importWriter"));
    m_writer->setAccessibleName(tr("Writer of the imported lines"));
    m_writer->setPlaceholderText(tr("As the data say"));
    m_import->setObjectName(QStringLiteral("importButton"));
    m_importing->setRange(0, 0);
    m_importing->setTextVisible(false);
    m_importing->setAccessibleName(tr("Importing"));
    m_importing->hide();
    m_imported->setObjectName(QStringLiteral("importReport"));
    m_imported->hide();
    connect(m_import, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Import Transcribed Lines"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, &TrainingDataPage::importFolder);
        dialog->open();
    });
    auto* group = new QGroupBox(tr("Transcribed lines"));
    auto* inner = new QVBoxLayout(group);
    inner->addWidget(makeText(tr("Takes lines that were transcribed elsewhere over as corrections: line pictures with "
                                 ".gt.txt files (kraken, OCR-D), PAGE or ALTO with their pictures (eScriptorium, "
                                 "Transkribus), a lines.tsv, or the IAM database. Then learn from them as from your "
                                 "own.")));
    auto* form = new QFormLayout;
    form->addRow(tr("Writer:"), m_writer);
    inner->addLayout(form);
    inner->addWidget(m_import, 0, Qt::AlignLeft);
    inner->addWidget(m_importing);
    inner->addWidget(m_imported);
    return group;
}

QWidget* TrainingDataPage::makeTraining()
{
    m_steps->setObjectName(QStringLiteral("trainingSteps"));
    m_steps->setRange(1, kMostSteps);
    m_steps->setValue(kUsualSteps);
    m_steps->setAccessibleName(tr("Training steps"));
    m_fromScratch->setObjectName(QStringLiteral("trainingFromScratch"));
    m_train->setObjectName(QStringLiteral("trainButton"));
    m_stopTraining->setObjectName(QStringLiteral("stopTrainingButton"));
    m_stopTraining->setToolTip(tr("Keeps the best so far; the same pack goes on from there"));
    m_trainingBar->setTextVisible(false);
    m_trainingBar->setAccessibleName(tr("Progress of training"));
    m_trainingText->setObjectName(QStringLiteral("trainingText"));
    connect(m_train, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Choose a Training Pack"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("Training packs (*.pack)"), tr("All files (*)")});
        connect(dialog, &QFileDialog::fileSelected, this, &TrainingDataPage::train);
        dialog->open();
    });
    connect(m_stopTraining, &QPushButton::clicked, &m_training, &app::FullTraining::stop);
    connect(&m_training, &app::FullTraining::progressed, this, [this](const app::FullTrainingProgress& progress) {
        m_trainingBar->setRange(0, static_cast<int>(progress.steps));
        m_trainingBar->setValue(static_cast<int>(progress.step));
        QString said = tr("Step %1 of %2, %3 left.").arg(progress.step).arg(progress.steps).arg(progress.timeLeft);
        if (progress.validationCer >= 0)
            said += QLatin1Char(' ') + tr("%1 % of the characters of lines held out are wrong.")
                                           .arg(QLocale().toString(progress.validationCer * 100, 'f', 2));
        showTraining(said, true);
    });
    connect(&m_training, &app::FullTraining::finished, this, [this] {
        showTraining(tr("The model is trained. It is in the list of models; compare it before you use it."), false);
        Q_EMIT modelTrained();
    });
    connect(&m_training, &app::FullTraining::failed, this,
            [this](const QString& sentence) { showTraining(sentence, false); });
    auto* group = new QGroupBox(tr("Full training"));
    auto* inner = new QVBoxLayout(group);
    inner->addWidget(makeText(tr("Trains a model from a pack of many thousand lines, made with “longhand data pack”. "
                                 "This takes hours or days. It ends with Longhand, and goes on from there when it is "
                                 "started again with the same pack.")));
    auto* form = new QFormLayout;
    form->addRow(tr("Steps:"), m_steps);
    form->addRow(QString(), m_fromScratch);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    inner->addLayout(form);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_train);
    buttons->addWidget(m_stopTraining);
    buttons->addStretch(1);
    inner->addLayout(buttons);
    inner->addWidget(m_trainingBar);
    inner->addWidget(m_trainingText);
    showTraining({}, false);
    return group;
}

void TrainingDataPage::importFolder(const QString& folder)
{
    m_import->setEnabled(false);
    m_importing->show();
    m_imported->hide();
    inBackground(
        *this,
        [places = m_places, folder, writer = m_writer->text().simplified(), stop = m_stop.get_token()] {
            return takeOver(places, folder, writer, stop);
        },
        [this](const Result<app::CorrectionImportReport>& report) {
            m_import->setEnabled(true);
            m_importing->hide();
            m_imported->setText(report ? sayImported(*report) : QString::fromStdString(report.error().detail));
            m_imported->show();
            if (report)
                Q_EMIT linesImported();
        });
}

void TrainingDataPage::train(const QString& pack)
{
    app::FullTrainingRequest request;
    request.pack = QFileInfo(pack).filesystemFilePath();
    request.steps = m_steps->value();
    request.cores = std::max(1, QThread::idealThreadCount() - 1);
    showTraining(tr("Getting ready…"), true);
    m_trainingBar->setRange(0, 0);
    inBackground(
        *this,
        [places = m_places, fromScratch = m_fromScratch->isChecked()]() -> Result<app::TrainingBase> {
            return fromScratch ? Result<app::TrainingBase>(app::TrainingBase{}) : app::trainingBase(places);
        },
        [this, request](const Result<app::TrainingBase>& base) {
            if (!base) {
                showTraining(QString::fromStdString(base.error().detail), false);
                return;
            }
            app::FullTrainingRequest complete = request;
            complete.base = *base;
            m_training.start(complete);
        });
}

void TrainingDataPage::showTraining(const QString& sentence, bool running)
{
    m_trainingText->setText(sentence);
    m_trainingText->setVisible(!sentence.isEmpty());
    m_trainingBar->setVisible(running);
    m_stopTraining->setVisible(running);
    m_train->setEnabled(!running);
}

} // namespace longhand::ui
