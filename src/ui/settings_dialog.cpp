#include "ui/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "longhand/app/spelling.h"
#include "ui/language_names.h"
#include "ui/preferences.h"
#include "ui/settings_page.h"
#include "ui/shortcut_editor.h"

namespace longhand::ui
{

namespace
{

/// Without a language of its own a combo box would take "de" for what it shows.
QComboBox* makeChoice(const QString& name, const QList<std::pair<QString, QString>>& choices, const QString& chosen)
{
    auto* box = new QComboBox;
    box->setObjectName(name);
    for (const auto& [title, value] : choices)
        box->addItem(title, value);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return box;
}

} // namespace

SettingsDialog::SettingsDialog(Preferences& preferences, Shortcuts& shortcuts,
                               const QList<std::pair<QString, QString>>& models, const QFont& textFont, QWidget* parent)
    : QDialog(parent), m_preferences(preferences), m_search(new QLineEdit), m_list(new QListWidget),
      m_stack(new QStackedWidget), m_nothing(new QLabel(tr("No setting has these words.")))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("settingsPages"));
    m_list->setAccessibleName(tr("Pages of settings"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    for (SettingsPage* page : {makeGeneral(), makeReading(models), makeLearning(), makeEditor(textFont), makeSpelling(),
                               makeShortcuts(shortcuts)})
        addPage(page);
    m_stack->addWidget(m_nothing);
    m_list->setFixedWidth(std::max(150, m_list->sizeHintForColumn(0) + 32));
    m_list->setCurrentRow(0);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(8);
    middle->addWidget(m_list);
    middle->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addLayout(middle, 1);
    column->addWidget(buttons);
    resize(780, 540);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, [this](int row) {
        if (row >= 0)
            m_stack->setCurrentIndex(row);
    });
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
}

void SettingsDialog::addPage(SettingsPage* page)
{
    auto* scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(page->title());
    m_pages.push_back(page);
    m_list->addItem(page->title());
    m_stack->addWidget(scroll);
}

SettingsPage* SettingsDialog::makeGeneral()
{
    auto* page = new SettingsPage(tr("General"));
    auto* language = makeChoice(QStringLiteral("interfaceLanguage"),
                                {{tr("That of the system"), QString()},
                                 {QStringLiteral("English"), QStringLiteral("en")},
                                 {QStringLiteral("Français"), QStringLiteral("fr")},
                                 {QStringLiteral("Deutsch"), QStringLiteral("de")}},
                                m_preferences.interfaceLanguage());
    connect(language, &QComboBox::currentIndexChanged, this,
            [this, language] { m_preferences.setInterfaceLanguage(language->currentData().toString()); });
    page->addRow(tr("Language of the program"), language, tr("Takes effect when Longhand is started again."),
                 QStringLiteral("language Sprache langue"));
    return page;
}

SettingsPage* SettingsDialog::makeReading(const QList<std::pair<QString, QString>>& models)
{
    auto* page = new SettingsPage(tr("Reading"));
    const ReadingPreference reading = m_preferences.reading();
    QList<std::pair<QString, QString>> choices{{tr("The one in use"), QString()}};
    choices.append(models);
    auto* model = makeChoice(QStringLiteral("readingModel"), choices, reading.model);
    auto* languageModel = new QCheckBox(tr("Weigh how likely the words are"));
    languageModel->setObjectName(QStringLiteral("readingLanguageModel"));
    languageModel->setChecked(reading.languageModel);
    auto* decoder = makeChoice(QStringLiteral("readingDecoder"),
                               {{tr("Thorough: whole readings"), QStringLiteral("beam")},
                                {tr("Fast: letter by letter"), QStringLiteral("greedy")}},
                               reading.beamSearch ? QStringLiteral("beam") : QStringLiteral("greedy"));
    languageModel->setEnabled(reading.beamSearch);
    const auto changed = [this, model, languageModel, decoder] {
        const bool beam = decoder->currentData().toString() == QStringLiteral("beam");
        languageModel->setEnabled(beam);
        m_preferences.setReading({model->currentData().toString(), languageModel->isChecked(), beam});
    };
    connect(model, &QComboBox::currentIndexChanged, this, changed);
    connect(decoder, &QComboBox::currentIndexChanged, this, changed);
    connect(languageModel, &QCheckBox::toggled, this, changed);
    page->addRow(tr("Model"), model, tr("What reads the handwriting. Pages that were read stay as they are."));
    page->addRow(tr("Decoder"), decoder, tr("The fast one finds no other readings of a word."),
                 QStringLiteral("beam greedy"));
    page->addRow(tr("Language model"), languageModel,
                 tr("Without it pages are read letter by letter, as they stand. Better for names and old spelling."));
    return page;
}

SettingsPage* SettingsDialog::makeLearning()
{
    auto* page = new SettingsPage(tr("Learning"));
    auto* keep = new QCheckBox(tr("Keep my corrections on this computer"));
    keep->setObjectName(QStringLiteral("keepCorrections"));
    keep->setChecked(m_preferences.learning());
    connect(keep, &QCheckBox::toggled, &m_preferences, &Preferences::setLearning);
    page->addRow(tr("Learn my handwriting"), keep,
                 tr("Longhand learns from what you correct, when you tell it to. Nothing leaves this computer."),
                 QStringLiteral("training feedback"));
    return page;
}

SettingsPage* SettingsDialog::makeEditor(const QFont& textFont)
{
    auto* page = new SettingsPage(tr("Editor"));
    auto* family = new QFontComboBox;
    family->setObjectName(QStringLiteral("editorFont"));
    family->setCurrentFont(textFont);
    family->setMaximumWidth(280);
    auto* size = new QDoubleSpinBox;
    size->setObjectName(QStringLiteral("editorFontSize"));
    size->setRange(6, 72);
    size->setDecimals(1);
    size->setSuffix(tr(" pt"));
    size->setValue(textFont.pointSizeF());
    size->setMaximumWidth(120);
    const auto changed = [this, family, size] {
        m_preferences.setEditorFont(family->currentFont().family(), size->value());
    };
    connect(family, &QFontComboBox::currentFontChanged, this, changed);
    connect(size, &QDoubleSpinBox::valueChanged, this, changed);
    page->addRow(tr("Font of the text"), family);
    page->addRow(tr("Size of the text"), size);
    auto* doubt = new QSpinBox;
    doubt->setObjectName(QStringLiteral("doubtThreshold"));
    doubt->setRange(0, 100);
    doubt->setSuffix(tr(" %"));
    doubt->setValue(static_cast<int>(m_preferences.doubtBelow() * 100 + 0.5));
    doubt->setMaximumWidth(120);
    connect(doubt, &QSpinBox::valueChanged, this,
            [this](int percent) { m_preferences.setDoubtBelow(percent / 100.0); });
    page->addRow(tr("Mark words as doubtful below"), doubt,
                 tr("Of the words marked at 60 %, more than four in ten are wrong. More marks find more mistakes and "
                    "take longer to go through."),
                 QStringLiteral("confidence threshold"));
    return page;
}

SettingsPage* SettingsDialog::makeSpelling()
{
    auto* page = new SettingsPage(tr("Spelling"));
    const QStringList languages = app::spellingLanguages();
    QList<std::pair<QString, QString>> choices{{tr("That of the system"), QString()}, {tr("None"), kNoSpelling}};
    for (const QString& code : languages)
        choices.append({languageTitle(code), code});
    auto* language = makeChoice(QStringLiteral("spellingLanguage"), choices, m_preferences.spellingLanguage());
    connect(language, &QComboBox::currentIndexChanged, this,
            [this, language] { m_preferences.setSpellingLanguage(language->currentData().toString()); });
    page->addRow(tr("Language of the texts"), language,
                 languages.isEmpty() ? tr("No dictionaries were found. Install one, for example the package "
                                          "hunspell-en-us, to have words checked.")
                                     : tr("For documents that do not say theirs."),
                 QStringLiteral("dictionary hunspell"));
    auto* words = new QListWidget;
    words->setObjectName(QStringLiteral("personalWords"));
    words->addItems(m_preferences.personalWords());
    words->setMaximumHeight(160);
    auto* remove = new QPushButton(tr("&Remove word"));
    remove->setObjectName(QStringLiteral("removeWord"));
    remove->setAutoDefault(false);
    remove->setEnabled(false);
    remove->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(words, &QListWidget::currentRowChanged, this, [remove](int row) { remove->setEnabled(row >= 0); });
    connect(remove, &QPushButton::clicked, this, [this, words] {
        delete words->takeItem(words->currentRow());
        QStringList left;
        for (int i = 0; i < words->count(); ++i)
            left.append(words->item(i)->text());
        m_preferences.setPersonalWords(left);
    });
    page->addRow(tr("My words"), words, tr("Words you added are right in every language."),
                 QStringLiteral("personal dictionary"));
    page->addRow(QString(), remove);
    return page;
}

SettingsPage* SettingsDialog::makeShortcuts(Shortcuts& shortcuts)
{
    auto* page = new SettingsPage(tr("Shortcuts"));
    m_shortcutEditor = new ShortcutEditor(shortcuts);
    QStringList titles{tr("keys keyboard")};
    for (const QAction* action : shortcuts.actions())
        titles.append(plainTitle(*action));
    page->addWide(tr("Shortcuts"), m_shortcutEditor, titles);
    return page;
}

void SettingsDialog::search(const QString& text)
{
    int first = -1;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const int row = static_cast<int>(i);
        const bool found = m_pages[i]->filter(text) > 0;
        m_list->item(row)->setHidden(!found);
        if (found && first < 0)
            first = row;
    }
    // Words of the page's own title are no words of its actions.
    const bool narrows = !m_pages.back()->title().contains(text, Qt::CaseInsensitive);
    m_shortcutEditor->filter(narrows ? text : QString());
    const bool stays = m_list->currentRow() >= 0 && !m_list->currentItem()->isHidden();
    if (first < 0) {
        m_stack->setCurrentWidget(m_nothing);
        return;
    }
    const int row = stays && !text.isEmpty() ? m_list->currentRow() : first;
    m_list->setCurrentRow(row);
    m_stack->setCurrentIndex(row);
}

} // namespace longhand::ui
