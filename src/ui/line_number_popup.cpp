#include "ui/line_number_popup.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSpinBox>

namespace longhand::ui
{

LineNumberPopup::LineNumberPopup(int number, int count, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_number(new QSpinBox)
{
    setObjectName(QStringLiteral("lineNumberPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(StyledPanel);
    auto* label = new QLabel(tr("Make this line number"));
    label->setBuddy(m_number);
    m_number->setObjectName(QStringLiteral("lineNumber"));
    m_number->setAccessibleName(label->text());
    m_number->setRange(1, count);
    m_number->setValue(number);
    m_number->selectAll();
    m_number->installEventFilter(this);
    auto* row = new QHBoxLayout(this);
    row->addWidget(label);
    row->addWidget(m_number);
    row->addWidget(new QLabel(tr("of %1").arg(count)));
}

void LineNumberPopup::openAt(const QPoint& onScreen)
{
    move(onScreen);
    show();
    m_number->setFocus();
}

bool LineNumberPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_number->interpretText();
            const int number = m_number->value();
            close();
            Q_EMIT numberChosen(number);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace longhand::ui
