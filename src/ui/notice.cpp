#include "ui/notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/icons.h"

namespace longhand::ui
{

Notice::Notice(QWidget* parent) : QFrame(parent), m_label(new QLabel), m_action(new QPushButton)
{
    setObjectName(QStringLiteral("notice"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    m_label->setObjectName(QStringLiteral("noticeText"));
    m_label->setForegroundRole(QPalette::ToolTipText);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_label->setAccessibleName(tr("Message"));
    m_action->setObjectName(QStringLiteral("noticeAction"));
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("noticeClose"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Hide this message"));
    close->setToolTip(close->accessibleName());

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_label, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(close, 0, Qt::AlignVCenter);
    hide();
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (m_run)
            m_run();
    });
}

void Notice::show(const QString& sentence, const QString& actionText, std::function<void()> action)
{
    m_label->setText(sentence);
    m_label->setAccessibleName(sentence);
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_run = std::move(action);
    QFrame::show();
}

QString Notice::sentence() const
{
    return m_label->text();
}

} // namespace longhand::ui
