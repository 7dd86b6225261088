#include "ui/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/icons.h"

namespace longhand::ui
{

EmptyState::EmptyState(QWidget* parent) : QWidget(parent), m_sample(new QPushButton(tr("Try the sample page")))
{
    setObjectName(QStringLiteral("emptyState"));
    auto* drawing = new QLabel;
    drawing->setPixmap(icon(QStringLiteral("drop-pages")).pixmap(QSize(96, 96)));
    drawing->setAlignment(Qt::AlignCenter);
    auto* title = new QLabel(tr("Drop pictures of handwritten pages here"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    auto* hint = new QLabel(tr("Photos or scans: JPEG, PNG, TIFF, WebP or BMP, one by one or whole folders.\n"
                               "They are read on this computer and never leave it."));
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);

    auto* open = new QPushButton(icon(QStringLiteral("open")), tr("Open pictures…"));
    open->setObjectName(QStringLiteral("openButton"));
    open->setAccessibleName(tr("Open pictures"));
    open->setDefault(true);
    m_sample->setObjectName(QStringLiteral("sampleButton"));
    m_sample->setAccessibleName(m_sample->text());
    for (QPushButton* button : {open, m_sample})
        button->setMinimumSize(button->sizeHint().width() + 24, 36);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addStretch();
    buttons->addWidget(open);
    buttons->addWidget(m_sample);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(48, 48, 48, 48);
    column->setSpacing(12);
    column->addStretch();
    column->addWidget(drawing);
    column->addSpacing(8);
    column->addWidget(title);
    column->addWidget(hint);
    column->addSpacing(16);
    column->addLayout(buttons);
    column->addStretch();
    connect(open, &QPushButton::clicked, this, &EmptyState::openRequested);
    connect(m_sample, &QPushButton::clicked, this, &EmptyState::sampleRequested);
}

void EmptyState::setSampleAvailable(bool available)
{
    m_sample->setVisible(available);
}

void EmptyState::setDropHighlighted(bool highlighted)
{
    m_highlighted = highlighted;
    update();
}

void EmptyState::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = palette().color(m_highlighted ? QPalette::Highlight : QPalette::WindowText);
    QColor fill = palette().color(QPalette::Highlight);
    edge.setAlpha(m_highlighted ? 255 : 90);
    fill.setAlpha(m_highlighted ? 30 : 0);
    painter.setPen(QPen(edge, m_highlighted ? 3 : 2, Qt::DashLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(24, 24, -24, -24), 16, 16);
}

} // namespace longhand::ui
