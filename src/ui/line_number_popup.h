#pragma once

#include <QFrame>

class QSpinBox;

namespace longhand::ui
{

/// Asks which place in the order a line shall have. Enter answers, Escape or a click elsewhere does not. Deletes itself
/// when closed.
class LineNumberPopup : public QFrame
{
    Q_OBJECT
public:
    LineNumberPopup(int number, int count, QWidget* parent);
    void openAt(const QPoint& onScreen);

Q_SIGNALS:
    void numberChosen(int number); ///< from 1

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QSpinBox* m_number; // owned by this (Qt parent)
};

} // namespace longhand::ui
