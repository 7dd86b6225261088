#pragma once

#include <map>
#include <vector>

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QSettings>

class QAction;
class QWidget;

namespace longhand::ui
{

/// The keys of all actions of a window that have a name: as they come, or as a person changed them.
class Shortcuts : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this object.
    Shortcuts(QWidget& window, QSettings& settings, QObject* parent = nullptr);

    /// Looks for actions that were made meanwhile, and gives those that were changed their keys.
    void adopt();
    /// Sorted by title.
    [[nodiscard]] std::vector<QAction*> actions() const;
    [[nodiscard]] const QList<QKeySequence>& usual(const QAction& action) const;
    [[nodiscard]] bool isChanged(const QAction& action) const;
    /// What else these keys belong to, on the page or elsewhere as those of `except` do; null: nothing.
    [[nodiscard]] QAction* ownerOf(const QKeySequence& keys, const QAction* except) const;
    /// Empty: none. Whoever had the keys loses them.
    void set(QAction& action, const QKeySequence& keys);
    void reset(QAction& action);
    void resetAll();

Q_SIGNALS:
    void changed();

private:
    void store(const QAction& action);

    QWidget& m_window;
    QSettings& m_settings;
    std::map<QString, QList<QKeySequence>> m_usual; ///< by the name of the action
};

/// "&Next Page…" as it is read: "Next Page".
QString plainTitle(const QAction& action);
/// All of its keys, as they are called here: "Ctrl++, Ctrl+=".
QString keysOf(const QAction& action);
/// Its keys count on the page alone, while lines are edited.
bool isForCanvas(const QAction& action);

} // namespace longhand::ui
