#include "ui/offer_bubble.h"

#include <algorithm>

#include <QLabel>
#include <QVBoxLayout>

namespace longhand::ui
{

OfferBubble::OfferBubble(QWidget* parent) : QFrame(parent), m_text(new QLabel)
{
    setObjectName(QStringLiteral("offerBubble"));
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setCursor(Qt::PointingHandCursor);
    m_text->setObjectName(QStringLiteral("offerText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* keys = new QLabel(tr("Tab takes it, Esc leaves it"));
    QFont small = keys->font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    keys->setFont(small);
    for (QLabel* label : {m_text, keys})
        label->setForegroundRole(QPalette::ToolTipText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(2);
    column->addWidget(m_text);
    column->addWidget(keys);
    hide();
}

void OfferBubble::showOffer(const QString& text, const QRect& line)
{
    constexpr int kMarginPx = 8;
    m_text->setText(QStringLiteral("… ") + text);
    setAccessibleName(tr("The rest of the line could read: %1").arg(text));
    const int room = std::max(120, parentWidget()->width() - 2 * kMarginPx);
    m_text->setFixedWidth(std::min(room - 24, m_text->fontMetrics().horizontalAdvance(m_text->text()) + 8));
    adjustSize();
    const int left = std::clamp(line.left() + kMarginPx, kMarginPx, std::max(kMarginPx, room - width()));
    const bool below = line.bottom() + height() + 4 < parentWidget()->height();
    move(left, below ? line.bottom() + 4 : line.top() - height() - 4);
    show();
    raise();
}

void OfferBubble::mouseReleaseEvent(QMouseEvent*)
{
    Q_EMIT accepted();
}

} // namespace longhand::ui
