#include "ui/alternatives_menu.h"

#include <QKeyEvent>

namespace longhand::ui
{

AlternativesMenu::AlternativesMenu(const QString& word, const QStringList& readings, bool keepable, QWidget* parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("alternativesMenu"));
    setAccessibleName(tr("Other readings of “%1”").arg(word));
    setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < readings.size() && i < kMaxReadings; ++i)
        addReading(i + 1, readings[i], readings[i]);
    if (keepable) {
        if (!isEmpty())
            addSeparator();
        addReading(0, tr("Keep “%1”").arg(word), word);
    }
    setActiveAction(actions().value(0));
}

void AlternativesMenu::addReading(int digit, const QString& label, const QString& reading)
{
    QString shown = label;
    shown.replace(QLatin1Char('&'), QStringLiteral("&&"));
    QAction* action = addAction(QStringLiteral("&%1  %2").arg(digit).arg(shown));
    action->setData(digit);
    connect(action, &QAction::triggered, this, [this, reading] { Q_EMIT picked(reading); });
}

void AlternativesMenu::keyPressEvent(QKeyEvent* event)
{
    // QMenu knows the digits as mnemonics, but not those of the number pad, which come with a modifier.
    const int digit = event->key() - Qt::Key_0;
    if (!(event->modifiers() & Qt::KeypadModifier) || digit < 0 || digit > 9) {
        QMenu::keyPressEvent(event);
        return;
    }
    const auto choices = actions();
    for (QAction* choice : choices) {
        if (choice->isSeparator() || choice->data().toInt() != digit)
            continue;
        close();
        choice->trigger();
        return;
    }
}

} // namespace longhand::ui
