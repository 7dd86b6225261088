#include "ui/cleaning_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

namespace longhand::ui
{

namespace
{

constexpr double kPercent = 100;

} // namespace

CleaningPanel::CleaningPanel(QWidget* parent)
    : QWidget(parent), m_form(new QFormLayout), m_preview(new QCheckBox(tr("Show on the page"))), m_what(new QComboBox),
      m_divider(new QSlider(Qt::Horizontal)), m_status(new QLabel), m_reset(new QPushButton(tr("Reset"))),
      m_apply(new QPushButton(tr("Apply to this page"))), m_applyToAll(new QPushButton(tr("Apply to all pages")))
{
    setObjectName(QStringLiteral("cleaningPanel"));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    auto& o = m_options;
    addStep("rectify", tr("Straighten the sheet"), tr("Takes out the perspective of a photo"), o.rectify.enabled);
    addNumber("minSheetArea", tr("Smallest sheet"), o.rectify.minSheetArea, 0.05, 1, 0.05, 0, tr(" % of the picture"));
    addStep("resize", tr("Reduce large pictures"), tr("More pixels than this do not help reading"), o.resize.enabled);
    addNumber("maxSidePx", tr("Longer side"), o.resize.maxSidePx, 600, 6000, 100, tr(" px"));
    addStep("illumination", tr("Even out the light"), tr("Takes out shadows and stains"), o.illumination.enabled);
    addNumber("lightWindow", tr("Window"), o.illumination.windowShare, 0.005, 0.2, 0.005, 1, tr(" % of the page"));
    addStep("denoise", tr("Remove specks"), tr("Single pixels unlike all around them"), o.denoise.enabled);
    addNumber("medianPx", tr("Size"), o.denoise.medianPx, 3, 9, 2, tr(" px"));
    addStep("deskew", tr("Level the lines"), tr("Turns the page so that lines run straight"), o.deskew.enabled);
    addNumber("maxSkewDeg", tr("At most"), o.deskew.maxSkewDeg, 1, 45, 1, 0, tr("°"));
    addStep("ruling", tr("Ignore ruled lines"), tr("Printed rules and boxes are not taken for writing"),
            o.ruling.enabled);
    addNumber("rulingLength", tr("Shortest"), o.ruling.minLengthShare, 0.05, 1, 0.05, 0, tr(" % of the page"));
    addStep("print", tr("Ignore print"), tr("Lines of printed letters are not taken for writing"), o.print.enabled);
    addNumber("fewestLetters", tr("Letters, at least"), o.print.fewestLetters, 3, 100, 1, QString());

    auto* method = new QComboBox;
    method->setObjectName(QStringLiteral("inkMethod"));
    method->setAccessibleName(tr("How ink is told from paper"));
    method->addItems({tr("One threshold (Otsu)"), tr("Local (Sauvola)"), tr("Local (Gaussian)")});
    auto* inkTitle = new QLabel(tr("Ink"));
    QFont bold = inkTitle->font();
    bold.setBold(true);
    inkTitle->setFont(bold);
    m_form->addRow(inkTitle, method);
    m_show.push_back([this, method] { method->setCurrentIndex(static_cast<int>(m_options.binarize.method)); });
    connect(method, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_options.binarize.method = static_cast<app::Binarization>(index);
        changed();
    });
    addNumber("inkWindow", tr("Window"), o.binarize.windowShare, 0.005, 0.1, 0.005, 1, tr(" % of the page"));
    addNumber("inkK", tr("Sensitivity k"), o.binarize.k, 0.01, 0.6, 0.01, 2, QString());

    m_preview->setObjectName(QStringLiteral("cleaningPreview"));
    m_preview->setChecked(true);
    m_preview->setAccessibleName(m_preview->text());
    m_what->setObjectName(QStringLiteral("cleaningWhat"));
    m_what->setAccessibleName(tr("What is shown"));
    m_what->addItems({tr("What is read"), tr("Where lines are looked for")});
    m_divider->setObjectName(QStringLiteral("cleaningDivider"));
    m_divider->setAccessibleName(tr("Before and after"));
    m_divider->setToolTip(tr("Before at the left, after at the right"));
    m_divider->setRange(0, 1000);
    m_divider->setPageStep(100);
    m_divider->setSingleStep(20);
    m_divider->setValue(500);
    m_status->setObjectName(QStringLiteral("cleaningStatus"));
    m_status->setWordWrap(true);
    m_status->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_status->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_reset->setObjectName(QStringLiteral("cleaningReset"));
    m_apply->setObjectName(QStringLiteral("cleaningApply"));
    m_applyToAll->setObjectName(QStringLiteral("cleaningApplyToAll"));
    m_apply->setToolTip(tr("Reads the page again; what you typed or confirmed stays"));
    m_applyToAll->setToolTip(tr("Reads all pages again; what you typed or confirmed stays"));
    for (QPushButton* button : {m_reset, m_apply, m_applyToAll})
        button->setAccessibleName(button->text());

    auto* steps = new QWidget;
    steps->setLayout(m_form);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(steps);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(steps->minimumSizeHint().width() + 24);
    auto* shown = new QGridLayout;
    shown->setColumnStretch(1, 1);
    shown->addWidget(m_preview, 0, 0);
    shown->addWidget(m_what, 0, 1);
    shown->addWidget(new QLabel(tr("Before | after")), 1, 0);
    shown->addWidget(m_divider, 1, 1);
    shown->addWidget(m_status, 2, 0, 1, 2);
    auto* buttons = new QGridLayout;
    buttons->addWidget(m_apply, 0, 0);
    buttons->addWidget(m_reset, 0, 1);
    buttons->addWidget(m_applyToAll, 1, 0, 1, 2);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addLayout(shown);
    column->addLayout(buttons);

    connect(m_preview, &QCheckBox::toggled, this, [this](bool on) {
        m_what->setEnabled(on);
        m_divider->setEnabled(on);
        Q_EMIT previewChanged();
    });
    connect(m_what, &QComboBox::currentIndexChanged, this, &CleaningPanel::previewChanged);
    connect(m_divider, &QSlider::valueChanged, this, &CleaningPanel::previewChanged);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        setOptions({});
        Q_EMIT optionsChanged();
    });
    connect(m_apply, &QPushButton::clicked, this, &CleaningPanel::applied);
    connect(m_applyToAll, &QPushButton::clicked, this, &CleaningPanel::appliedToAll);
    setOptions({});
}

void CleaningPanel::addStep(const char* name, const QString& title, const QString& tip, bool& enabled)
{
    auto* box = new QCheckBox(title);
    box->setObjectName(QString::fromLatin1(name) + QStringLiteral("Step"));
    box->setAccessibleName(title);
    box->setToolTip(tip);
    QFont bold = box->font();
    bold.setBold(true);
    box->setFont(bold);
    m_form->addRow(box);
    m_show.push_back([box, &enabled] { box->setChecked(enabled); });
    connect(box, &QCheckBox::toggled, this, [this, &enabled](bool on) {
        enabled = on;
        changed();
    });
}

void CleaningPanel::addNumber(const char* name, const QString& label, double& value, double from, double to,
                              double step, int decimals, const QString& suffix)
{
    // A share of something is spoken of in percent.
    const double factor = suffix.contains(QLatin1Char('%')) ? kPercent : 1;
    auto* number = new QDoubleSpinBox;
    number->setObjectName(QString::fromLatin1(name));
    number->setAccessibleName(label);
    number->setDecimals(decimals);
    number->setRange(from * factor, to * factor);
    number->setSingleStep(step * factor);
    number->setSuffix(suffix);
    m_form->addRow(label, number);
    m_show.push_back([number, &value, factor] { number->setValue(value * factor); });
    connect(number, &QDoubleSpinBox::valueChanged, this, [this, &value, factor](double shown) {
        if (m_showing)
            return; // rounded for the eye
        value = shown / factor;
        changed();
    });
}

void CleaningPanel::addNumber(const char* name, const QString& label, int& value, int from, int to, int step,
                              const QString& suffix)
{
    auto* number = new QSpinBox;
    number->setObjectName(QString::fromLatin1(name));
    number->setAccessibleName(label);
    number->setRange(from, to);
    number->setSingleStep(step);
    number->setSuffix(suffix);
    m_form->addRow(label, number);
    m_show.push_back([number, &value] { number->setValue(value); });
    connect(number, &QSpinBox::valueChanged, this, [this, &value, from, step](int shown) {
        // Typed numbers fall between the steps, as an even size of a median.
        value = step == 2 ? from + (shown - from) / 2 * 2 : shown;
        changed();
    });
}

void CleaningPanel::changed()
{
    if (!m_showing)
        Q_EMIT optionsChanged();
}

void CleaningPanel::setOptions(const app::PreprocessOptions& options)
{
    m_options = options;
    m_showing = true;
    for (const auto& show : m_show)
        show();
    m_showing = false;
    m_options = options; // showing may have rounded
}

bool CleaningPanel::isPreviewWanted() const
{
    return m_preview->isChecked();
}

bool CleaningPanel::isInkWanted() const
{
    return m_what->currentIndex() == 1;
}

double CleaningPanel::divider() const
{
    return m_divider->value() / 1000.0;
}

void CleaningPanel::setDivider(double share)
{
    m_divider->setValue(qRound(1000 * share));
}

void CleaningPanel::showStatus(const QString& sentence)
{
    m_status->setText(sentence);
}

void CleaningPanel::setPageAvailable(bool available)
{
    m_apply->setEnabled(available);
    m_applyToAll->setEnabled(available);
}

} // namespace longhand::ui
