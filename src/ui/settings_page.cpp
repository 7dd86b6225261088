#include "ui/settings_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace longhand::ui
{

namespace
{

constexpr int kTitleWidthPx = 190;

} // namespace

SettingsPage::SettingsPage(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(16, 12, 16, 12);
    m_column->setSpacing(14);
    m_column->setAlignment(Qt::AlignTop);
}

void SettingsPage::addRow(const QString& title, QWidget* setter, const QString& hint, const QString& keywords)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    auto* label = new QLabel(title);
    label->setWordWrap(true);
    label->setFixedWidth(kTitleWidthPx);
    label->setAlignment(Qt::AlignRight | Qt::AlignTop);
    label->setMargin(3);
    label->setBuddy(setter);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    auto* line = new QHBoxLayout;
    line->addWidget(setter, 1);
    line->addStretch(); // what is left beside a setter that does not grow
    column->addLayout(line);
    if (!hint.isEmpty()) {
        auto* below = new QLabel(hint);
        below->setWordWrap(true);
        QFont small = below->font();
        small.setPointSizeF(small.pointSizeF() * 0.9);
        below->setFont(small);
        column->addWidget(below);
    }
    row->addWidget(label);
    row->addLayout(column, 1);
    if (setter->accessibleName().isEmpty())
        setter->setAccessibleName(title);
    setter->setAccessibleDescription(hint);
    m_column->addWidget(box);
    m_rows.push_back(
        {box, QStringList(m_title + QLatin1Char(' ') + title + QLatin1Char(' ') + hint + QLatin1Char(' ') + keywords)});
}

void SettingsPage::addWide(const QString& title, QWidget* setter, const QStringList& entries)
{
    if (setter->accessibleName().isEmpty())
        setter->setAccessibleName(title);
    m_column->setAlignment({});
    m_column->addWidget(setter, 1);
    m_rows.push_back({setter, QStringList(m_title) + entries});
}

int SettingsPage::filter(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int left = 0;
    for (const Row& row : m_rows) {
        const auto hasAll = [&words](const QString& entry) {
            return std::all_of(words.begin(), words.end(),
                               [&entry](const QString& word) { return entry.contains(word, Qt::CaseInsensitive); });
        };
        const bool fits = std::any_of(row.entries.begin(), row.entries.end(), hasAll);
        row.box->setVisible(fits);
        left += fits ? 1 : 0;
    }
    return left;
}

} // namespace longhand::ui
