#pragma once

#include <QDialog>

class QGridLayout;
class QMenuBar;

namespace longhand::ui
{

/// All keys at a glance, taken from the menus as they are now, and the keys of the editor itself.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    ShortcutSheet(const QMenuBar& menus, QWidget* parent);

private:
    using Rows = QList<std::pair<QString, QString>>; ///< what, keys

    static QWidget* makeGroup(const QString& title, const Rows& rows);
    static Rows editorKeys();
    static Rows lineModeKeys();
    static Rows canvasKeys(const QWidget& window);
};

} // namespace longhand::ui
