#include "ui/shortcut_editor.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace longhand::ui
{

namespace
{

constexpr int kActionRole = Qt::UserRole + 1;

} // namespace

ShortcutEditor::ShortcutEditor(Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent), m_shortcuts(shortcuts), m_tree(new QTreeWidget), m_keys(new QKeySequenceEdit),
      m_conflict(new QLabel), m_assign(new QPushButton(tr("&Assign"))), m_clear(new QPushButton(tr("&No keys"))),
      m_reset(new QPushButton(tr("&Usual keys")))
{
    setObjectName(QStringLiteral("shortcutEditor"));
    m_tree->setObjectName(QStringLiteral("shortcutList"));
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setHeaderLabels({tr("Action"), tr("Keys")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    m_keys->setObjectName(QStringLiteral("shortcutKeys"));
    m_keys->setAccessibleName(tr("New keys"));
    m_keys->setToolTip(tr("Press the new keys here"));
    m_conflict->setObjectName(QStringLiteral("shortcutConflict"));
    m_conflict->setWordWrap(true);
    m_conflict->setMinimumHeight(m_conflict->fontMetrics().height());
    m_assign->setObjectName(QStringLiteral("shortcutAssign"));
    m_clear->setObjectName(QStringLiteral("shortcutClear"));
    m_reset->setObjectName(QStringLiteral("shortcutReset"));
    auto* resetAll = new QPushButton(tr("All as &usual"));
    resetAll->setObjectName(QStringLiteral("shortcutResetAll"));
    for (QPushButton* button : {m_assign, m_clear, m_reset, resetAll})
        button->setAutoDefault(false);

    auto* row = new QHBoxLayout;
    row->addWidget(m_keys, 1);
    row->addWidget(m_assign);
    row->addWidget(m_clear);
    row->addWidget(m_reset);
    row->addWidget(resetAll);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree, 1);
    column->addLayout(row);
    column->addWidget(m_conflict);
    fill();

    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showCurrent);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::onKeysEntered);
    connect(m_assign, &QPushButton::clicked, this, &ShortcutEditor::assign);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_shortcuts.set(*current(), {}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_shortcuts.reset(*current()); });
    connect(resetAll, &QPushButton::clicked, &m_shortcuts, &Shortcuts::resetAll);
    connect(&m_shortcuts, &Shortcuts::changed, this, &ShortcutEditor::fill);
    showCurrent();
}

void ShortcutEditor::filter(const QString& text)
{
    m_filter = text;
    fill();
}

void ShortcutEditor::fill()
{
    const QAction* chosen = current();
    m_tree->clear();
    const QStringList words = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QAction* action : m_shortcuts.actions()) {
        const QString keys = keysOf(*action);
        const QString title =
            isForCanvas(*action) ? tr("%1 (while lines are edited)").arg(plainTitle(*action)) : plainTitle(*action);
        const QString found = title + QLatin1Char(' ') + keys;
        if (!std::all_of(words.begin(), words.end(),
                         [&](const QString& word) { return found.contains(word, Qt::CaseInsensitive); }))
            continue;
        auto* item = new QTreeWidgetItem(m_tree, {title, keys}); // owned by the tree
        item->setData(0, kActionRole, QVariant::fromValue(static_cast<QObject*>(action)));
        if (m_shortcuts.isChanged(*action)) {
            QFont bold = item->font(1);
            bold.setBold(true);
            item->setFont(1, bold);
        }
        if (action == chosen)
            m_tree->setCurrentItem(item);
    }
    showCurrent();
}

QAction* ShortcutEditor::current() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item ? qobject_cast<QAction*>(item->data(0, kActionRole).value<QObject*>()) : nullptr;
}

void ShortcutEditor::showCurrent()
{
    const QAction* action = current();
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    m_keys->setEnabled(action);
    m_clear->setEnabled(action && !action->shortcuts().isEmpty());
    m_reset->setEnabled(action && m_shortcuts.isChanged(*action));
    onKeysEntered();
}

void ShortcutEditor::onKeysEntered()
{
    const QAction* action = current();
    const QKeySequence keys = m_keys->keySequence();
    const QAction* owner = action ? m_shortcuts.ownerOf(keys, action) : nullptr;
    m_conflict->setText(owner ? tr("These keys belong to “%1”, which loses them.").arg(plainTitle(*owner)) : QString());
    m_keys->setAccessibleDescription(m_conflict->text());
    m_assign->setText(owner ? tr("&Take over") : tr("&Assign"));
    m_assign->setEnabled(action && !keys.isEmpty() && !action->shortcuts().contains(keys));
}

void ShortcutEditor::assign()
{
    m_shortcuts.set(*current(), m_keys->keySequence());
}

} // namespace longhand::ui
