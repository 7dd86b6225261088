#pragma once

#include <vector>

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace longhand::ui
{

class Preferences;
class SettingsPage;
class ShortcutEditor;
class Shortcuts;

/// All settings, found by their words. Each takes effect as it is changed.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `models`: title and path of each that can be chosen; `textFont`: that of the editor now. Both references must
    /// outlive this dialog.
    SettingsDialog(Preferences& preferences, Shortcuts& shortcuts, const QList<std::pair<QString, QString>>& models,
                   const QFont& textFont, QWidget* parent);

private:
    void addPage(SettingsPage* page);
    SettingsPage* makeGeneral();
    SettingsPage* makeReading(const QList<std::pair<QString, QString>>& models);
    SettingsPage* makeLearning();
    SettingsPage* makeEditor(const QFont& textFont);
    SettingsPage* makeSpelling();
    SettingsPage* makeShortcuts(Shortcuts& shortcuts);
    void search(const QString& text);

    Preferences& m_preferences;
    QLineEdit* m_search; // all widgets: owned by this (Qt parent)
    QListWidget* m_list;
    QStackedWidget* m_stack;
    QLabel* m_nothing;
    ShortcutEditor* m_shortcutEditor = nullptr;
    std::vector<SettingsPage*> m_pages;
};

} // namespace longhand::ui
