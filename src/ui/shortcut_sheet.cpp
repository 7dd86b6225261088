#include "ui/shortcut_sheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/shortcuts.h"

namespace longhand::ui
{

ShortcutSheet::ShortcutSheet(const QMenuBar& menus, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    left->setSpacing(0); // else that of the row they stand in
    right->setSpacing(0);
    QList<std::pair<QString, Rows>> groups;
    const auto bar = menus.actions();
    for (const QAction* entry : bar) {
        Rows rows;
        const auto actions = entry->menu() ? entry->menu()->actions() : QList<QAction*>();
        for (const QAction* action : actions)
            if (!keysOf(*action).isEmpty() && !isForCanvas(*action))
                rows.append({plainTitle(*action), keysOf(*action)});
        if (!rows.isEmpty())
            groups.append({plainTitle(*entry), rows});
    }
    groups.append({tr("On the page, while lines are edited"), canvasKeys(*menus.window())});
    groups.append({tr("Line by line"), lineModeKeys()});
    groups.append({tr("In the text"), editorKeys()});
    qsizetype total = 0;
    for (const auto& [title, rows] : groups)
        total += rows.size() + 2;
    qsizetype placed = 0;
    for (const auto& [title, rows] : groups) {
        const bool first = placed + rows.size() / 2 < total / 2;
        (first ? left : right)->addWidget(makeGroup(title, rows));
        placed += rows.size() + 2;
    }
    left->addStretch();
    right->addStretch();
    auto* sheet = new QWidget;
    auto* columns = new QHBoxLayout(sheet);
    columns->setSpacing(40);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(sheet);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(windowTitle());
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(sheet->minimumSizeHint().width() + 24);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resize(std::max(760, scroll->minimumWidth() + 24), 620);
}

QWidget* ShortcutSheet::makeGroup(const QString& title, const Rows& rows)
{
    auto* group = new QWidget;
    auto* grid = new QGridLayout(group);
    group->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    grid->setContentsMargins(0, 0, 0, 20);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    auto* heading = new QLabel(title);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    grid->addWidget(heading, 0, 0, 1, 2);
    int row = 1;
    for (const auto& [what, keys] : rows) {
        auto* shown = new QLabel(keys);
        shown->setTextFormat(Qt::PlainText);
        grid->addWidget(new QLabel(what), row, 0);
        grid->addWidget(shown, row++, 1, Qt::AlignRight);
    }
    return group;
}

ShortcutSheet::Rows ShortcutSheet::canvasKeys(const QWidget& window)
{
    Rows rows{{tr("Choose a line; add it to the chosen ones"), tr("Up, Down; with Shift")},
              {tr("Move lines or a point; farther"), tr("Ctrl+arrows; with Shift")},
              {tr("Move the place of the cut; farther"), tr("Left, Right; with Shift")}};
    const auto actions = window.findChildren<QAction*>();
    for (const QAction* action : actions)
        if (isForCanvas(*action) && !keysOf(*action).isEmpty())
            rows.append({plainTitle(*action), keysOf(*action)});
    rows.append({tr("Let go of what is chosen, end"), tr("Esc")});
    return rows;
}

ShortcutSheet::Rows ShortcutSheet::lineModeKeys()
{
    return {{tr("The line is right, go on"), tr("Enter")},
            {tr("Next line, line before"), tr("Down or Tab, Up or Shift+Tab")},
            {tr("Several lines on or back"), tr("Page Down, Page Up")},
            {tr("First, last line of the page"), tr("Ctrl+Home, Ctrl+End")},
            {tr("Back to the page"), tr("Esc")}};
}

ShortcutSheet::Rows ShortcutSheet::editorKeys()
{
    return {{tr("Take an offered rest of the line"), tr("Tab")},
            {tr("Leave it"), tr("Esc")},
            {tr("Pick another reading"), tr("1 to 9")},
            {tr("Keep the word as it is"), tr("0")},
            {tr("Next match, match before, in the search"), tr("Enter, Shift+Enter")}};
}

} // namespace longhand::ui
