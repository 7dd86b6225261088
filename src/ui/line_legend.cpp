#include "ui/line_legend.h"

#include <algorithm>
#include <array>

#include <QPainter>

#include "ui/page_view_items.h"

namespace longhand::ui
{

namespace
{

constexpr int kSamplePx = 56;
constexpr int kGapPx = 12;

struct Row {
    LineState state;
    QString text;
};

std::array<Row, 3> rows()
{
    return {Row{LineState::Found, LineLegend::tr("Dashed: found, not read yet")},
            Row{LineState::Read, LineLegend::tr("Thin: read by machine")},
            Row{LineState::Confirmed, LineLegend::tr("Heavy with a check mark: confirmed by a person")}};
}

} // namespace

LineLegend::LineLegend(QWidget* parent) : QWidget(parent)
{
    QStringList texts;
    for (const Row& row : rows())
        texts.append(row.text);
    setAccessibleName(tr("What the lines mean"));
    setAccessibleDescription(texts.join(QStringLiteral(". ")));
}

QSize LineLegend::sizeHint() const
{
    int width = 0;
    for (const Row& row : rows())
        width = std::max(width, fontMetrics().horizontalAdvance(row.text));
    return {kSamplePx + width + 3 * kGapPx, 3 * fontMetrics().height() * 2 + kGapPx};
}

void LineLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int pitch = fontMetrics().height() * 2;
    int y = kGapPx / 2;
    for (const Row& row : rows()) {
        // Paper, as on the canvas: the colours are chosen for it.
        const QRectF paper(kGapPx, y, kSamplePx, pitch - 4);
        painter.fillRect(paper, QColor(0xfb, 0xfa, 0xf6));
        const bool confirmed = row.state == LineState::Confirmed;
        painter.setPen(LineItem::penOf(row.state));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(paper.adjusted(confirmed ? 22 : 6, 7, -6, -7));
        if (confirmed)
            drawConfirmedSign(painter, QRectF(paper.left() + 3, paper.center().y() - 8, 16, 16));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(kSamplePx + 2 * kGapPx, y, width(), pitch - 4), Qt::AlignVCenter, row.text);
        y += pitch;
    }
}

} // namespace longhand::ui
