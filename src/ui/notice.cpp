#include "ui/notice.h"

#include <utility>

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/icons.h"

namespace longhand::ui
{

Notice::Notice(Form form, QWidget* parent) : QFrame(parent), m_label(new QLabel), m_buttons(new QHBoxLayout)
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
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("noticeClose"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Hide this message"));
    close->setToolTip(close->accessibleName());

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 8, 8);
    grid->setSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_label, 0, 0);
    if (form == Form::Wide)
        grid->addLayout(m_buttons, 0, 1, Qt::AlignVCenter);
    else
        grid->addLayout(m_buttons, 1, 0, 1, 3, Qt::AlignLeading);
    grid->addWidget(close, 0, 2, form == Form::Wide ? Qt::AlignVCenter : Qt::AlignTop);
    hide();
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
}

void Notice::show(const QString& sentence, std::vector<Action> actions)
{
    m_label->setText(sentence);
    m_label->setAccessibleName(sentence);
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        // One of them may be what called this.
        item->widget()->setObjectName(QString());
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (Action& action : actions)
        addButton(std::move(action));
    QFrame::show();
    QAccessibleEvent said(m_label, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void Notice::show(const QString& sentence)
{
    show(sentence, std::vector<Action>());
}

void Notice::show(const QString& sentence, const QString& actionText, std::function<void()> action)
{
    show(sentence, {{actionText, std::move(action)}});
}

void Notice::addButton(Action action)
{
    auto* button = new QPushButton(action.text);
    button->setObjectName(m_buttons->isEmpty() ? QStringLiteral("noticeAction")
                                               : QStringLiteral("noticeAction%1").arg(m_buttons->count() + 1));
    button->setAccessibleName(action.text);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, run = std::move(action.run)] {
        hide();
        run();
    });
}

QString Notice::sentence() const
{
    return m_label->text();
}

void Notice::takeBack(const QString& sentence)
{
    if (this->sentence() == sentence)
        hide();
}

} // namespace longhand::ui
