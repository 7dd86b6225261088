#include "ui/trainer_start_view.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QThread>
#include <QVBoxLayout>

#include "longhand/app/uncorrected_lines.h"

namespace longhand::ui
{

namespace
{

const QString kMinutesKey = QStringLiteral("learning/minutes");
const QString kCoresKey = QStringLiteral("learning/cores");
const QString kUncorrectedKey = QStringLiteral("learning/uncorrected");
constexpr int kUsualMinutes = 15;
constexpr int kMostMinutes = 600;
constexpr int kTextWidthPx = 560;
constexpr int kFewestUncorrected = 20; ///< fewer teach too little to be worth a question
constexpr int kEnoughCorrected = 64;   ///< so many teach as much alone, in a third of the time
constexpr int kFewest = static_cast<int>(app::kFewestLines);

int mostCores()
{
    return std::max(1, QThread::idealThreadCount());
}

} // namespace

TrainerStartView::TrainerStartView(QSettings& settings, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_title(new QLabel), m_overview(new QLabel), m_choices(new QWidget),
      m_writer(new QComboBox), m_sayWriter(new QPushButton(tr("Say W&hose Hand…"))), m_writerHint(new QLabel),
      m_uncorrected(new QCheckBox), m_minutes(new QSpinBox), m_cores(new QSpinBox),
      m_learn(new QPushButton(tr("&Learn from My Corrections"))), m_hint(new QLabel), m_questioned(new QWidget),
      m_questionedText(new QLabel)
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_title->setFont(large);
    m_overview->setObjectName(QStringLiteral("learningOverview"));
    m_hint->setObjectName(QStringLiteral("learningHint"));
    for (QLabel* label : {m_title, m_overview, m_writerHint, m_hint, m_questionedText}) {
        label->setWordWrap(true);
        label->setMaximumWidth(kTextWidthPx);
    }

    m_writer->setObjectName(QStringLiteral("learningWriter"));
    m_writer->setAccessibleName(tr("Whose lines to learn from"));
    m_writer->addItem(tr("Everybody's lines"));
    m_writer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_writer->setMaximumWidth(kTextWidthPx * 3 / 4); // a long name is cut off there
    m_sayWriter->setObjectName(QStringLiteral("learningSayWriter"));
    m_sayWriter->setToolTip(tr("For the open pages of which nobody has said it"));
    m_writerHint->setObjectName(QStringLiteral("learningWriterHint"));
    m_writerHint->setMinimumWidth(kTextWidthPx * 3 / 4); // else a form breaks it after a few words
    m_uncorrected->setObjectName(QStringLiteral("learningUncorrected"));
    m_uncorrected->setToolTip(tr("Longhand reads them with what your corrections have taught, and learns from what it "
                                 "reads. This takes longer, and teaches more."));
    m_uncorrected->setChecked(m_settings.value(kUncorrectedKey, true).toBool());
    m_minutes->setObjectName(QStringLiteral("learningMinutes"));
    m_minutes->setRange(1, kMostMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setAccessibleName(tr("At most so many minutes of work"));
    m_minutes->setValue(m_settings.value(kMinutesKey, kUsualMinutes).toInt());
    m_cores->setObjectName(QStringLiteral("learningCores"));
    m_cores->setRange(1, mostCores());
    m_cores->setAccessibleName(tr("At most so many processor cores"));
    m_cores->setValue(m_settings.value(kCoresKey, std::max(1, mostCores() - 1)).toInt());
    auto* form = new QFormLayout(m_choices);
    form->setContentsMargins(0, 0, 0, 0);
    auto* whose = new QHBoxLayout;
    whose->addWidget(m_writer);
    whose->addWidget(m_sayWriter);
    form->addRow(tr("Learn from:"), whose);
    form->addRow({}, m_writerHint);
    form->addRow({}, m_uncorrected);
    form->addRow(tr("At most:"), m_minutes);
    form->addRow(tr("Processor cores:"), m_cores);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);

    m_learn->setObjectName(QStringLiteral("learnButton"));
    m_learn->setDefault(true);
    m_learn->setMinimumHeight(m_learn->fontMetrics().height() * 2);

    auto* look = new QPushButton(tr("Look at &Them…"));
    look->setObjectName(QStringLiteral("questionedButton"));
    auto* questioned = new QHBoxLayout(m_questioned);
    questioned->setContentsMargins(0, 0, 0, 0);
    questioned->addWidget(m_questionedText, 1);
    questioned->addWidget(look);
    m_questioned->setMaximumWidth(kTextWidthPx);

    auto* sheet = new QPushButton(tr("&Write a Sample Sheet…"));
    sheet->setObjectName(QStringLiteral("enrolmentButton"));
    sheet->setToolTip(tr("Sixteen sentences to copy by hand and photograph"));
    auto* next = new QPushButton(tr("Correct These &Next"));
    next->setObjectName(QStringLiteral("nextLinesButton"));
    next->setToolTip(tr("The lines of the open pages that teach most, one after the other"));

    auto* begin = new QHBoxLayout;
    begin->addWidget(m_learn);
    begin->addStretch(1);
    auto* more = new QHBoxLayout;
    more->addWidget(sheet);
    more->addWidget(next);
    more->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_overview);
    column->addWidget(m_questioned);
    column->addWidget(m_choices);
    column->addLayout(begin);
    column->addWidget(m_hint);
    column->addSpacing(8);
    column->addWidget(new QLabel(tr("More lines to learn from:")));
    column->addLayout(more);
    column->addStretch(1);

    connect(m_learn, &QPushButton::clicked, this, &TrainerStartView::learnRequested);
    connect(m_writer, &QComboBox::currentIndexChanged, this, &TrainerStartView::writerChanged);
    connect(m_minutes, &QSpinBox::valueChanged, this, [this](int value) { m_settings.setValue(kMinutesKey, value); });
    connect(m_cores, &QSpinBox::valueChanged, this, [this](int value) { m_settings.setValue(kCoresKey, value); });
    connect(m_sayWriter, &QPushButton::clicked, this, &TrainerStartView::writerRequested);
    connect(m_uncorrected, &QCheckBox::clicked, this, [this](bool on) { m_settings.setValue(kUncorrectedKey, on); });
    connect(look, &QPushButton::clicked, this, &TrainerStartView::questionedRequested);
    connect(sheet, &QPushButton::clicked, this, &TrainerStartView::enrolmentRequested);
    connect(next, &QPushButton::clicked, this, &TrainerStartView::nextLinesRequested);
    show({});
}

void TrainerStartView::chooseWriter(const QString& writer)
{
    m_wanted.clear();
    if (const int index = m_writer->findData(writer); index > 0)
        m_writer->setCurrentIndex(index);
    else
        m_wanted = writer;
}

std::optional<std::string> TrainerStartView::writer() const
{
    const QVariant chosen = m_writer->currentData();
    return chosen.isValid() ? std::optional(chosen.toString().toStdString()) : std::nullopt;
}

bool TrainerStartView::usesUncorrected() const
{
    // It is shown or hidden only when the lines of another choice are counted.
    return writer() && !m_uncorrected->isHidden() && m_uncorrected->isChecked();
}

int TrainerStartView::minutes() const
{
    return m_minutes->value();
}

int TrainerStartView::cores() const
{
    return m_cores->value();
}

void TrainerStartView::show(const app::LearningOverview& overview, int uncorrected)
{
    const auto chosen = writer();
    offerWriters(overview.writers);
    const bool enough = overview.lines >= kFewest;
    m_title->setText(enough ? tr("Teach Longhand your hand") : tr("Longhand can learn your hand"));
    m_overview->setText(enough ? enoughText(overview) : tooFewText(overview));
    m_choices->setVisible(enough || writer()); // who was chosen can be changed again
    const bool hasWriters = m_writer->count() > 1;
    m_sayWriter->setVisible(!hasWriters);
    m_writerHint->setVisible(!writer());
    m_writerHint->setText(
        hasWriters ? tr("The lines of one writer alone teach more about that hand, and change nothing for others.")
                   : tr("If all of it is in one hand, say whose: Longhand then learns more about it, and reads "
                        "everybody else as before."));
    m_uncorrected->setVisible(writer() && uncorrected >= kFewestUncorrected && overview.lines < kEnoughCorrected);
    m_uncorrected->setText(tr("Also learn from the %n lines of the open pages that nobody has corrected", nullptr,
                              std::min(uncorrected, static_cast<int>(app::kMostUncorrectedLines))));
    m_learn->setVisible(enough);
    m_learn->setEnabled(overview.fresh >= kFewest);
    m_hint->setVisible(enough);
    m_hint->setText(hintText(overview));
    m_questioned->setVisible(overview.questioned > 0);
    m_questionedText->setText(
        overview.questioned == 1
            ? tr("One line is left out: its text hardly fits its picture.")
            : tr("%n lines are left out: their texts hardly fit their pictures.", nullptr, overview.questioned));
    if (writer() != chosen) // whose last line is gone
        Q_EMIT writerChanged();
}

void TrainerStartView::offerWriters(const std::vector<feedback::WriterSummary>& writers)
{
    const QSignalBlocker silent(m_writer);
    const QVariant chosen = m_writer->currentData();
    while (m_writer->count() > 1)
        m_writer->removeItem(1);
    // Lines of nobody in particular are learnt with everybody's: a profile needs a name.
    for (const auto& writer : writers)
        if (!writer.name.empty()) {
            const QString name = QString::fromStdString(writer.name);
            m_writer->addItem(tr("The lines of %1").arg(name), name);
        }
    int index = chosen.isValid() ? m_writer->findData(chosen) : 0;
    if (const int wanted = m_wanted.isEmpty() ? -1 : m_writer->findData(m_wanted); wanted > 0) {
        index = wanted;
        m_wanted.clear();
    }
    m_writer->setCurrentIndex(std::max(0, index));
    m_writer->setEnabled(m_writer->count() > 1);
}

QString TrainerStartView::tooFewText(const app::LearningOverview& overview) const
{
    const QString name = m_writer->currentData().toString();
    const QStringList sentences = {
        name.isEmpty() ? tr("It needs at least %n corrected lines.", nullptr, kFewest)
                       : tr("It needs at least %n corrected lines of %1.", nullptr, kFewest).arg(name),
        overview.lines == 0   ? tr("There are none yet.")
        : overview.lines == 1 ? tr("There is one so far.")
                              : tr("There are %n so far.", nullptr, overview.lines),
        tr("Open a page, correct its lines or confirm those that are right, and come back; or copy the sample sheet "
           "by hand and open a photo of it.")};
    return sentences.join(QLatin1Char(' '));
}

QString TrainerStartView::enoughText(const app::LearningOverview& overview) const
{
    const QString name = m_writer->currentData().toString();
    const auto writers = std::ranges::count_if(overview.writers, [](const auto& w) { return !w.name.empty(); });
    QString lines = tr("There are %1 corrected lines with %2 words.").arg(overview.lines).arg(overview.words);
    if (!name.isEmpty())
        lines = tr("There are %1 corrected lines of %3 with %2 words.")
                    .arg(QString::number(overview.lines), QString::number(overview.words), name);
    else if (writers > 1)
        lines = tr("There are %1 corrected lines with %2 words, by %3 writers.")
                    .arg(overview.lines)
                    .arg(overview.words)
                    .arg(writers);
    const QString fresh = overview.fresh == overview.lines ? tr("Nothing was learnt from them yet.")
                          : overview.fresh == 1            ? tr("One of them is new since the last run.")
                                                : tr("%n of them are new since the last run.", nullptr, overview.fresh);
    return lines + QLatin1Char(' ') + fresh;
}

QString TrainerStartView::hintText(const app::LearningOverview& overview) const
{
    if (overview.fresh >= kFewest)
        return tr("This happens on this computer, in the background. You can go on working, pause it, or "
                  "close the window. Nothing changes until you accept the result.");
    if (overview.fresh == 0)
        return tr("The model in use has learnt from all of these lines. Correct more of them first.");
    return tr("The model in use has learnt from the others. To see whether more can be gained, %n more new lines are "
              "needed: correct or confirm them first.",
              nullptr, kFewest - overview.fresh);
}

} // namespace longhand::ui
