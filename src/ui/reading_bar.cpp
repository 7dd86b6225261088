#include "ui/reading_bar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/icons.h"
#include "ui/word_alignment.h"

namespace longhand::ui
{

QString markedDifference(const QString& text, const QString& other, const QString& tag)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const std::vector<AlignedWord> aligned = alignWords(words, other.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QStringList marked;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool same = aligned[static_cast<std::size_t>(i)].tie == WordTie::AsRead;
        const QString word = words[i].toHtmlEscaped();
        marked.append(same ? word : QStringLiteral("<%1>%2</%1>").arg(tag, word));
    }
    return marked.join(QLatin1Char(' '));
}

ReadingBar::ReadingBar(QWidget* parent)
    : QFrame(parent), m_title(new QLabel), m_mine(new QLabel), m_reading(new QLabel), m_previous(new QToolButton),
      m_next(new QToolButton), m_acceptAll(new QPushButton(tr("Accept all"))),
      m_keepAll(new QPushButton(tr("Keep all")))
{
    setObjectName(QStringLiteral("readingBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setFrameShape(StyledPanel);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("readingTitle"));
    m_mine->setObjectName(QStringLiteral("readingMine"));
    m_reading->setObjectName(QStringLiteral("readingNew"));
    for (QLabel* label : {m_mine, m_reading}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::RichText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    auto* accept = new QPushButton(tr("Accept new"));
    auto* keep = new QPushButton(tr("Keep mine"));
    accept->setObjectName(QStringLiteral("acceptReadingButton"));
    keep->setObjectName(QStringLiteral("keepTextButton"));
    m_acceptAll->setObjectName(QStringLiteral("acceptAllReadingsButton"));
    m_keepAll->setObjectName(QStringLiteral("keepAllTextButton"));
    m_previous->setObjectName(QStringLiteral("previousReadingButton"));
    m_next->setObjectName(QStringLiteral("nextReadingButton"));
    accept->setToolTip(tr("Put the new reading in the place of your text"));
    keep->setToolTip(tr("Leave your text as it is"));
    for (QPushButton* button : {accept, keep, m_acceptAll, m_keepAll})
        button->setAccessibleName(button->text());
    m_previous->setArrowType(Qt::LeftArrow);
    m_next->setArrowType(Qt::RightArrow);
    m_previous->setAccessibleName(tr("Previous line that was read again"));
    m_next->setAccessibleName(tr("Next line that was read again"));
    for (QToolButton* button : {m_previous, m_next}) {
        button->setAutoRaise(true);
        button->setToolTip(button->accessibleName());
        button->setFocusPolicy(Qt::TabFocus);
    }

    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    auto* texts = new QGridLayout;
    texts->setColumnStretch(1, 1);
    texts->setHorizontalSpacing(12);
    texts->addWidget(new QLabel(tr("Yours")), 0, 0, Qt::AlignTop);
    texts->addWidget(m_mine, 0, 1);
    texts->addWidget(new QLabel(tr("New")), 1, 0, Qt::AlignTop);
    texts->addWidget(m_reading, 1, 1);
    // Two rows, so that the narrowest panel has room for them.
    auto* buttons = new QGridLayout;
    buttons->addWidget(accept, 0, 0);
    buttons->addWidget(keep, 0, 1);
    buttons->addWidget(m_acceptAll, 1, 0);
    buttons->addWidget(m_keepAll, 1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(texts);
    column->addLayout(buttons);
    hide();

    connect(accept, &QPushButton::clicked, this, &ReadingBar::accepted);
    connect(keep, &QPushButton::clicked, this, &ReadingBar::kept);
    connect(m_acceptAll, &QPushButton::clicked, this, &ReadingBar::allAccepted);
    connect(m_keepAll, &QPushButton::clicked, this, &ReadingBar::allKept);
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(+1); });
}

void ReadingBar::showDifference(const Difference& difference)
{
    const bool several = difference.count > 1;
    m_title->setText(several ? tr("Line %1 was read again (%2 of %3)")
                                   .arg(difference.number)
                                   .arg(difference.index + 1)
                                   .arg(difference.count)
                             : tr("Line %1 was read again").arg(difference.number));
    m_mine->setText(markedDifference(difference.mine, difference.reading, QStringLiteral("s")));
    m_reading->setText(QStringLiteral("<span>%1</span>")
                           .arg(markedDifference(difference.reading, difference.mine, QStringLiteral("u"))
                                    .replace(QStringLiteral("<u>"), QStringLiteral("<b><u>"))
                                    .replace(QStringLiteral("</u>"), QStringLiteral("</u></b>"))));
    m_mine->setAccessibleName(tr("Your text: %1").arg(difference.mine));
    m_reading->setAccessibleName(tr("New reading: %1").arg(difference.reading));
    for (QWidget* widget : {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next),
                            static_cast<QWidget*>(m_acceptAll), static_cast<QWidget*>(m_keepAll)})
        widget->setVisible(several);
    show();
}

} // namespace longhand::ui
