#include "ui/recent_menu.h"

#include <QDir>
#include <QFileInfo>

namespace longhand::ui
{

namespace
{

constexpr int kMaxFiles = 10;

} // namespace

RecentMenu::RecentMenu(const QString& title, const QString& nothing, QSettings& settings, const QString& key,
                       QWidget* parent)
    : QMenu(title, parent), m_nothing(nothing), m_settings(settings), m_key(key)
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::fill);
}

void RecentMenu::remember(const QString& file)
{
    QStringList files = m_settings.value(m_key).toStringList();
    files.removeAll(file);
    files.prepend(file);
    m_settings.setValue(m_key, QStringList(files.mid(0, kMaxFiles)));
}

QString RecentMenu::latest() const
{
    return m_settings.value(m_key).toStringList().value(0);
}

void RecentMenu::fill()
{
    clear();
    const QStringList files = m_settings.value(m_key).toStringList();
    for (const QString& file : files) {
        const QFileInfo info(file);
        QString name = info.suffix() == QStringLiteral("longhand") ? info.completeBaseName() : info.fileName();
        QAction* action = addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(QDir::toNativeSeparators(file));
        connect(action, &QAction::triggered, this, [this, file] { Q_EMIT chosen(file); });
    }
    if (files.isEmpty()) {
        addAction(m_nothing)->setEnabled(false);
        return;
    }
    addSeparator();
    connect(addAction(tr("Clear List")), &QAction::triggered, this, [this] { m_settings.remove(m_key); });
}

} // namespace longhand::ui
