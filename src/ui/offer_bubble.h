#pragma once

#include <QFrame>

class QLabel;

namespace longhand::ui
{

/// What the program offers to write, close to where it would stand, with the keys that take or leave it. It never has
/// the focus: typing goes on.
class OfferBubble : public QFrame
{
    Q_OBJECT
public:
    explicit OfferBubble(QWidget* parent);

    /// Below `line`, or above where there is no room; both in the parent's pixels.
    void showOffer(const QString& text, const QRect& line);

Q_SIGNALS:
    void accepted(); ///< by a click

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QLabel* m_text; // owned by this (Qt parent)
};

} // namespace longhand::ui
