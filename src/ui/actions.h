#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;
class QWidget;

namespace longhand::ui
{

/// An action of the window, which owns it. `name` ends in "Action", under which its keys can be changed; `iconName`:
/// empty for none.
QAction* makeAction(QWidget& window, const char* name, const QString& iconName, const QString& text,
                    const QList<QKeySequence>& keys);

/// Gives the action its keys and tells the first one in its tool tip.
void setKeys(QAction& action, const QList<QKeySequence>& keys);

} // namespace longhand::ui
