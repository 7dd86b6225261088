#pragma once

#include <QWidget>

#include "ui/shortcuts.h"

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace longhand::ui
{

/// All actions with their keys, which can be changed. Keys that belong to another action are not taken from it before
/// a person says so.
class ShortcutEditor : public QWidget
{
    Q_OBJECT
public:
    /// `shortcuts` must outlive this widget.
    explicit ShortcutEditor(Shortcuts& shortcuts, QWidget* parent = nullptr);

    /// Shows actions whose title has all words of the text.
    void filter(const QString& text);

private:
    void fill();
    [[nodiscard]] QAction* current() const;
    void showCurrent();
    void onKeysEntered();
    void assign();

    Shortcuts& m_shortcuts;
    QTreeWidget* m_tree; // all widgets: owned by this (Qt parent)
    QKeySequenceEdit* m_keys;
    QLabel* m_conflict;
    QPushButton* m_assign;
    QPushButton* m_clear;
    QPushButton* m_reset;
    QString m_filter;
};

} // namespace longhand::ui
