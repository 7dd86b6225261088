#include "ui/export_dialog.h"

#include <algorithm>

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace longhand::ui
{

namespace
{

constexpr std::size_t kPreviewPages = 3;

} // namespace

ExportDialog::ExportDialog(ExportSuggestion suggestion, QWidget* parent)
    : QDialog(parent), m_suggestion(std::move(suggestion)), m_pages(new QComboBox), m_format(new QComboBox),
      m_layout(new QButtonGroup(this)), m_note(new QLabel), m_preview(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    m_pages->setObjectName(QStringLiteral("exportPages"));
    m_pages->setAccessibleName(tr("Pages"));
    for (const ExportSuggestion::Choice& choice : m_suggestion.choices)
        m_pages->addItem(choice.title);
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->setAccessibleName(tr("Format"));
    for (const formats::Format known : formats::allFormats()) {
        m_format->addItem(formatTitle(known), static_cast<int>(known));
        if (known == m_suggestion.format)
            m_format->setCurrentIndex(m_format->count() - 1);
    }
    auto* choices = new QVBoxLayout;
    choices->setSpacing(4);
    const auto add = [&](formats::TextLayout layout, const QString& title) {
        auto* button = new QRadioButton(title);
        button->setObjectName(QStringLiteral("layout-") +
                              QString::fromUtf8(formats::layoutName(layout).data(),
                                                static_cast<qsizetype>(formats::layoutName(layout).size())));
        button->setChecked(layout == m_suggestion.layout);
        m_layout->addButton(button, static_cast<int>(layout));
        choices->addWidget(button);
    };
    add(formats::TextLayout::Lines, tr("&Lines as on the page"));
    add(formats::TextLayout::Paragraphs, tr("&Paragraphs joined"));
    add(formats::TextLayout::Mended, tr("Joined, and words &cut at line ends mended"));
    m_note->setObjectName(QStringLiteral("exportNote"));
    m_note->setWordWrap(true);
    m_preview->setObjectName(QStringLiteral("exportPreview"));
    m_preview->setAccessibleName(tr("Preview of the text"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);

    auto* left = new QVBoxLayout;
    left->setSpacing(6);
    const auto addTitled = [left](const QString& title, QWidget* widget) {
        auto* label = new QLabel(title);
        label->setBuddy(widget);
        left->addWidget(label);
        left->addWidget(widget);
        left->addSpacing(8);
    };
    addTitled(tr("Pa&ges"), m_pages);
    addTitled(tr("&Format"), m_format);
    left->addWidget(new QLabel(tr("Text")));
    left->addLayout(choices);
    left->addSpacing(8);
    left->addWidget(m_note);
    left->addStretch();
    auto* right = new QVBoxLayout;
    right->addWidget(new QLabel(tr("Preview")));
    right->addWidget(m_preview, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addLayout(left);
    middle->addLayout(right, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* next = buttons->addButton(tr("Choose &Name…"), QDialogButtonBox::AcceptRole);
    next->setObjectName(QStringLiteral("exportAccept"));
    next->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // else Enter presses it where it has the focus
    m_format->setFocus();
    auto* column = new QVBoxLayout(this);
    column->addLayout(middle, 1);
    column->addWidget(buttons);
    resize(820, 520);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_pages, &QComboBox::currentIndexChanged, this, &ExportDialog::update);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::update);
    connect(m_layout, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            update();
    });
    update();
}

formats::Format ExportDialog::format() const
{
    return static_cast<formats::Format>(m_format->currentData().toInt());
}

formats::TextLayout ExportDialog::layout() const
{
    const int id = m_layout->checkedId();
    return id < 0 ? formats::TextLayout::Lines : static_cast<formats::TextLayout>(id);
}

ExportTarget ExportDialog::target() const
{
    ExportTarget target = m_suggestion;
    target.format = format();
    target.layout = layout();
    target.file = withSuffix(target.file, target.format);
    if (m_pages->currentIndex() >= 0)
        target.pages = m_suggestion.choices[static_cast<std::size_t>(m_pages->currentIndex())].pages;
    return target;
}

void ExportDialog::update()
{
    const ExportTarget chosen = target();
    const bool laidOut = formats::hasLayout(chosen.format);
    const auto buttons = m_layout->buttons();
    for (QAbstractButton* button : buttons)
        button->setEnabled(laidOut);
    std::vector<int> shown = chosen.pages;
    const bool more = shown.size() > kPreviewPages;
    shown.resize(std::min(shown.size(), kPreviewPages));
    if (!laidOut)
        m_note->setText(tr("This format keeps the lines and their places on the page."));
    else
        m_note->setText(more ? tr("The preview shows the first pages.") : QString());
    if (!m_suggestion.document)
        return;
    QString text;
    for (const formats::Page& page : m_suggestion.document(shown).pages) {
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        const formats::Page arranged = laidOut ? formats::arranged(page, chosen.layout) : page;
        text += QString::fromStdString(formats::plainText(arranged));
    }
    m_preview->setPlainText(text);
}

} // namespace longhand::ui
