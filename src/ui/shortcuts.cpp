#include "ui/shortcuts.h"

#include <algorithm>

#include <QAction>
#include <QWidget>

#include "ui/actions.h"

namespace longhand::ui
{

namespace
{

const QString kGroup = QStringLiteral("shortcuts/");
const QString kSuffix = QStringLiteral("Action");

} // namespace

QString plainTitle(const QAction& action)
{
    QString title = action.text();
    title.remove(QLatin1Char('&'));
    if (title.endsWith(QChar(0x2026)))
        title.chop(1);
    return title;
}

QString keysOf(const QAction& action)
{
    QStringList keys;
    const auto shortcuts = action.shortcuts();
    for (const QKeySequence& sequence : shortcuts)
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(QStringLiteral(", "));
}

bool isForCanvas(const QAction& action)
{
    return action.shortcutContext() == Qt::WidgetShortcut;
}

Shortcuts::Shortcuts(QWidget& window, QSettings& settings, QObject* parent)
    : QObject(parent), m_window(window), m_settings(settings)
{
}

std::vector<QAction*> Shortcuts::actions() const
{
    std::vector<QAction*> actions;
    const auto all = m_window.findChildren<QAction*>();
    for (QAction* action : all)
        if (m_usual.contains(action->objectName()))
            actions.push_back(action);
    std::ranges::sort(actions, [](const QAction* a, const QAction* b) {
        return QString::localeAwareCompare(plainTitle(*a), plainTitle(*b)) < 0;
    });
    return actions;
}

void Shortcuts::adopt()
{
    const auto all = m_window.findChildren<QAction*>();
    for (QAction* action : all) {
        const QString name = action->objectName();
        if (!name.endsWith(kSuffix) || m_usual.contains(name))
            continue;
        m_usual[name] = action->shortcuts();
        if (!m_settings.contains(kGroup + name))
            continue;
        QList<QKeySequence> keys;
        const QStringList stored = m_settings.value(kGroup + name).toStringList();
        for (const QString& text : stored)
            if (!text.isEmpty())
                keys.append(QKeySequence::fromString(text, QKeySequence::PortableText));
        setKeys(*action, keys);
    }
}

const QList<QKeySequence>& Shortcuts::usual(const QAction& action) const
{
    return m_usual.at(action.objectName());
}

bool Shortcuts::isChanged(const QAction& action) const
{
    return action.shortcuts() != usual(action);
}

QAction* Shortcuts::ownerOf(const QKeySequence& keys, const QAction* except) const
{
    if (keys.isEmpty())
        return nullptr;
    for (QAction* action : actions())
        if (action != except && action->shortcuts().contains(keys) &&
            (!except || isForCanvas(*action) == isForCanvas(*except)))
            return action;
    return nullptr;
}

void Shortcuts::set(QAction& action, const QKeySequence& keys)
{
    if (QAction* owner = ownerOf(keys, &action)) {
        QList<QKeySequence> left = owner->shortcuts();
        left.removeAll(keys);
        setKeys(*owner, left);
        store(*owner);
    }
    setKeys(action, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    store(action);
    Q_EMIT changed();
}

void Shortcuts::reset(QAction& action)
{
    // Whoever has got these keys meanwhile loses them again.
    for (const QKeySequence& keys : usual(action)) {
        QAction* owner = ownerOf(keys, &action);
        if (!owner)
            continue;
        QList<QKeySequence> left = owner->shortcuts();
        left.removeAll(keys);
        setKeys(*owner, left);
        store(*owner);
    }
    setKeys(action, usual(action));
    store(action);
    Q_EMIT changed();
}

void Shortcuts::resetAll()
{
    for (QAction* action : actions()) {
        setKeys(*action, usual(*action));
        store(*action);
    }
    Q_EMIT changed();
}

void Shortcuts::store(const QAction& action)
{
    const QString key = kGroup + action.objectName();
    if (!isChanged(action)) {
        m_settings.remove(key);
        return;
    }
    QStringList texts;
    const auto shortcuts = action.shortcuts();
    for (const QKeySequence& keys : shortcuts)
        texts.append(keys.toString(QKeySequence::PortableText));
    // An empty list would read back as nothing stored.
    m_settings.setValue(key, texts.isEmpty() ? QStringList(QString()) : texts);
}

} // namespace longhand::ui
