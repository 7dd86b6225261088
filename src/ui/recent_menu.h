#pragma once

#include <QMenu>
#include <QSettings>

namespace longhand::ui
{

/// Files that were opened before, the latest first, kept in the settings.
class RecentMenu : public QMenu
{
    Q_OBJECT
public:
    /// `key`: in the settings, which must outlive this object. `nothing` stands in an empty menu.
    RecentMenu(const QString& title, const QString& nothing, QSettings& settings, const QString& key,
               QWidget* parent = nullptr);

    void remember(const QString& file);
    /// Empty: none.
    [[nodiscard]] QString latest() const;

Q_SIGNALS:
    void chosen(const QString& file);

private:
    void fill();

    QString m_nothing;
    QSettings& m_settings;
    QString m_key;
};

} // namespace longhand::ui
