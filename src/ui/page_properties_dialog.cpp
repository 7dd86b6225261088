#include "ui/page_properties_dialog.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/language_names.h"

namespace longhand::ui
{

namespace
{

constexpr int kLongestName = 80;

/// Written by hand often enough to be offered where there is no dictionary.
const QStringList kLanguages{QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("fr"), QStringLiteral("es"),
                             QStringLiteral("it"), QStringLiteral("pt"), QStringLiteral("nl"), QStringLiteral("da"),
                             QStringLiteral("sv"), QStringLiteral("nb"), QStringLiteral("fi"), QStringLiteral("pl"),
                             QStringLiteral("cs"), QStringLiteral("hu"), QStringLiteral("la")};

} // namespace

PagePropertiesDialog::PagePropertiesDialog(const Pages& pages, const QStringList& languages, QWidget* parent)
    : QDialog(parent), m_pages(pages), m_writer(new QComboBox), m_hint(new QLabel), m_language(new QComboBox),
      m_readAgain(new QCheckBox(tr("&Read again right away")))
{
    setObjectName(QStringLiteral("pagePropertiesDialog"));
    setWindowTitle(tr("Writer and Language"));
    auto* title = new QLabel(m_pages.title);
    title->setObjectName(QStringLiteral("pagePropertiesTitle"));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_writer->setObjectName(QStringLiteral("pageWriter"));
    m_writer->setAccessibleName(tr("Writer"));
    m_writer->setEditable(true);
    m_writer->setInsertPolicy(QComboBox::NoInsert);
    m_writer->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_writer->lineEdit()->setMaxLength(kLongestName);
    m_writer->lineEdit()->setAccessibleName(tr("Writer"));
    m_writer->lineEdit()->setPlaceholderText(m_pages.writers.size() > 1 ? tr("Different writers") : tr("Not said"));
    m_writer->setMinimumWidth(280);
    offerWriters(m_pages.writers.values());
    if (m_pages.writers.size() == 1)
        m_writer->setEditText(*m_pages.writers.begin());
    m_hint->setObjectName(QStringLiteral("pageWriterHint"));
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing());
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_language->setObjectName(QStringLiteral("pageLanguage"));
    m_language->setAccessibleName(tr("Language"));
    fillLanguages(languages);
    m_readAgain->setObjectName(QStringLiteral("pageReadAgain"));
    m_readAgain->setAccessibleName(tr("Read again right away"));
    m_readAgain->setToolTip(tr("What you typed or confirmed stays"));

    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Writer"), m_writer);
    form->addRow(QString(), m_hint);
    form->addRow(tr("&Language"), m_language);
    form->addRow(QString(), m_readAgain);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(title);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_writer, &QComboBox::editTextChanged, this, &PagePropertiesDialog::update);
    update();
}

void PagePropertiesDialog::fillLanguages(const QStringList& dictionaries)
{
    QStringList known = dictionaries;
    const auto isKnown = [&known](const QString& code) {
        return std::ranges::any_of(known, [&](const QString& other) { return other.startsWith(code); });
    };
    if (m_pages.languages.size() > 1)
        m_language->addItem(tr("Different languages"));
    m_language->addItem(tr("As in the settings"), QString());
    m_language->addItem(tr("None: no spelling"), kNoSpelling);
    m_language->insertSeparator(m_language->count());
    for (const QString& code : dictionaries)
        m_language->addItem(languageTitle(code), code);
    for (const QString& code : kLanguages)
        if (!isKnown(code)) {
            m_language->addItem(languageTitle(code), code);
            known.append(code);
        }
    if (m_pages.languages.size() != 1)
        return;
    const QString& now = *m_pages.languages.begin();
    if (m_language->findData(now) < 0)
        m_language->addItem(languageTitle(now), now);
    m_language->setCurrentIndex(m_language->findData(now));
}

void PagePropertiesDialog::offerWriters(const QStringList& names)
{
    m_offered += names;
    m_offered.removeAll(QString());
    m_offered.removeDuplicates();
    std::ranges::sort(m_offered,
                      [](const QString& a, const QString& b) { return QString::localeAwareCompare(a, b) < 0; });
    const QString typed = m_writer->currentText();
    const int cursor = m_writer->lineEdit()->cursorPosition();
    m_writer->clear();
    m_writer->addItems(m_offered);
    m_writer->setEditText(typed);
    m_writer->lineEdit()->setCursorPosition(cursor);
}

void PagePropertiesDialog::setProfiles(const QStringList& writers)
{
    m_profiles = writers;
    offerWriters(writers);
    update();
}

QString PagePropertiesDialog::typedWriter() const
{
    const QString typed = m_writer->currentText().simplified();
    if (m_offered.contains(typed))
        return typed;
    const auto known = std::ranges::find_if(
        m_offered, [&](const QString& name) { return name.compare(typed, Qt::CaseInsensitive) == 0; });
    return known == m_offered.end() ? typed : *known;
}

bool PagePropertiesDialog::readsOtherwise(const QString& writer) const
{
    const auto profileOf = [this](const QString& name) { return m_profiles.contains(name) ? name : QString(); };
    return std::ranges::any_of(m_pages.readWriters,
                               [&](const QString& before) { return profileOf(before) != profileOf(writer); });
}

void PagePropertiesDialog::update()
{
    const std::optional<QString> writer = answer().writer;
    m_hint->setText(!writer                        ? tr("Every page keeps its writer.")
                    : m_profiles.contains(*writer) ? tr("Longhand has learnt this hand and reads it accordingly.")
                    : writer->isEmpty()            ? tr("The model for everybody's pages reads them.")
                                                   : tr("Corrections count for this writer, whose hand can be learnt "
                                                                   "from them."));
    m_writer->setAccessibleDescription(m_hint->text());
    const bool otherwise = writer && readsOtherwise(*writer);
    m_readAgain->setEnabled(otherwise);
    m_readAgain->setChecked(otherwise);
}

PagePropertiesDialog::Answer PagePropertiesDialog::answer() const
{
    Answer answer;
    const QString writer = typedWriter();
    if (m_pages.writers.size() == 1 || !writer.isEmpty())
        answer.writer = writer;
    if (const QVariant code = m_language->currentData(); code.isValid())
        answer.language = code.toString();
    answer.readAgain = m_readAgain->isEnabled() && m_readAgain->isChecked();
    return answer;
}

} // namespace longhand::ui
