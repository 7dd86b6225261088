#pragma once

#include <QFrame>

#include "ui/finder.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace longhand::ui
{

/// Find and replace below the text: Enter finds the next match, Shift+Enter the one before, Escape closes the bar.
class FindBar : public QFrame
{
    Q_OBJECT
public:
    /// `finder` must outlive this widget.
    explicit FindBar(Finder& finder, QWidget* parent = nullptr);

    /// With what is selected to look for; empty: what was looked for before.
    void open(const QString& selected, bool replacing);
    void close();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void search();
    void showCount();

    Finder& m_finder;
    QLineEdit* m_what; // all widgets: owned by this (Qt parent)
    QLineEdit* m_with;
    QLabel* m_count;
    QCheckBox* m_matchCase;
    QCheckBox* m_wholeWord;
    QComboBox* m_scope;
    QToolButton* m_previous;
    QToolButton* m_next;
    QPushButton* m_replace;
    QPushButton* m_replaceAll;
    QWidget* m_replaceRow;
};

} // namespace longhand::ui
