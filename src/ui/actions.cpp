#include "ui/actions.h"

#include <QAction>
#include <QWidget>

#include "ui/icons.h"

namespace longhand::ui
{

QAction* makeAction(QWidget& window, const char* name, const QString& iconName, const QString& text,
                    const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, &window); // owned by the window (Qt parent)
    action->setObjectName(QString::fromLatin1(name));
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    setKeys(*action, keys);
    return action;
}

void setKeys(QAction& action, const QList<QKeySequence>& keys)
{
    action.setShortcuts(keys);
    QString tip = action.iconText();
    if (!keys.isEmpty() && !keys.first().isEmpty())
        tip += QStringLiteral(" (%1)").arg(keys.first().toString(QKeySequence::NativeText));
    action.setToolTip(tip);
}

} // namespace longhand::ui
