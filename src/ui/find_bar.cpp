#include "ui/find_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/icons.h"

namespace longhand::ui
{

namespace
{

QToolButton* makeButton(const QString& name, const QString& iconName, const QString& title)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setAccessibleName(title);
    button->setToolTip(title);
    return button;
}

} // namespace

FindBar::FindBar(Finder& finder, QWidget* parent)
    : QFrame(parent), m_finder(finder), m_what(new QLineEdit), m_with(new QLineEdit), m_count(new QLabel),
      m_matchCase(new QCheckBox(tr("Match &case"))), m_wholeWord(new QCheckBox(tr("Whole &words"))),
      m_scope(new QComboBox),
      m_previous(makeButton(QStringLiteral("findPrevious"), QStringLiteral("up"), tr("Previous match"))),
      m_next(makeButton(QStringLiteral("findNext"), QStringLiteral("down"), tr("Next match"))),
      m_replace(new QPushButton(tr("&Replace"))), m_replaceAll(new QPushButton(tr("Replace &all"))),
      m_replaceRow(new QWidget)
{
    setObjectName(QStringLiteral("findBar"));
    setAccessibleName(tr("Find and replace"));
    setAutoFillBackground(true);
    m_what->setObjectName(QStringLiteral("findWhat"));
    m_what->setAccessibleName(tr("Find"));
    m_what->setPlaceholderText(tr("Find in the text"));
    m_what->setClearButtonEnabled(true);
    m_with->setObjectName(QStringLiteral("replaceWith"));
    m_with->setAccessibleName(tr("Replace with"));
    m_with->setPlaceholderText(tr("Replace with"));
    m_count->setObjectName(QStringLiteral("findCount"));
    m_scope->setObjectName(QStringLiteral("findScope"));
    m_scope->setAccessibleName(tr("Where to search"));
    m_scope->addItem(tr("This page"), static_cast<int>(SearchScope::Page));
    m_scope->addItem(tr("All pages"), static_cast<int>(SearchScope::AllPages));
    m_matchCase->setObjectName(QStringLiteral("findMatchCase"));
    m_wholeWord->setObjectName(QStringLiteral("findWholeWord"));
    m_replace->setObjectName(QStringLiteral("replaceOne"));
    m_replaceAll->setObjectName(QStringLiteral("replaceAll"));
    auto* close = makeButton(QStringLiteral("findClose"), QStringLiteral("close"), tr("Close the search"));
    for (QLineEdit* edit : {m_what, m_with}) {
        edit->installEventFilter(this);
        edit->setMinimumWidth(120);
    }

    auto* find = new QHBoxLayout;
    find->setSpacing(6);
    find->addWidget(m_what, 1);
    find->addWidget(m_count);
    find->addWidget(m_previous);
    find->addWidget(m_next);
    find->addWidget(close);
    auto* options = new QHBoxLayout;
    options->setSpacing(12);
    options->addWidget(m_matchCase);
    options->addWidget(m_wholeWord);
    options->addStretch();
    options->addWidget(m_scope);
    auto* replace = new QHBoxLayout(m_replaceRow);
    replace->setContentsMargins(0, 0, 0, 0);
    replace->setSpacing(6);
    replace->addWidget(m_with, 1);
    replace->addWidget(m_replace);
    replace->addWidget(m_replaceAll);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(6);
    column->addLayout(find);
    column->addWidget(m_replaceRow);
    column->addLayout(options);
    hide();

    connect(m_what, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_matchCase, &QCheckBox::toggled, this, &FindBar::search);
    connect(m_wholeWord, &QCheckBox::toggled, this, &FindBar::search);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &FindBar::search);
    connect(m_previous, &QToolButton::clicked, &m_finder, &Finder::findPrevious);
    connect(m_next, &QToolButton::clicked, &m_finder, &Finder::findNext);
    connect(m_replace, &QPushButton::clicked, this, [this] { m_finder.replace(m_with->text()); });
    connect(m_replaceAll, &QPushButton::clicked, this, [this] { m_finder.replaceAll(m_with->text()); });
    connect(close, &QToolButton::clicked, this, &FindBar::close);
    connect(&m_finder, &Finder::counted, this, &FindBar::showCount);
}

void FindBar::open(const QString& selected, bool replacing)
{
    m_replaceRow->setVisible(replacing);
    show();
    if (!selected.isEmpty())
        m_what->setText(selected);
    m_what->setFocus();
    m_what->selectAll();
    m_finder.setActive(true);
    search();
}

void FindBar::close()
{
    hide();
    m_finder.setActive(false);
    Q_EMIT closed();
}

void FindBar::search()
{
    m_finder.setQuery({m_what->text(), m_matchCase->isChecked(), m_wholeWord->isChecked()},
                      static_cast<SearchScope>(m_scope->currentData().toInt()));
}

void FindBar::showCount()
{
    const Finder::Count& count = m_finder.count();
    QString text;
    if (m_what->text().isEmpty())
        text.clear();
    else if (count.elsewhere > 0)
        text = tr("Not on this page, %n on others", nullptr, count.elsewhere);
    else if (count.hits == 0)
        text = tr("Not found");
    else if (count.current > 0)
        text = tr("%1 of %2").arg(count.current).arg(count.hits);
    else
        text = tr("%n found", nullptr, count.hits);
    m_count->setText(text);
    m_what->setAccessibleDescription(text);
    for (QWidget* widget : {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next),
                            static_cast<QWidget*>(m_replace), static_cast<QWidget*>(m_replaceAll)})
        widget->setEnabled(count.hits > 0);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (watched == m_with && !(key->modifiers() & Qt::ShiftModifier))
                m_finder.replace(m_with->text());
            else if (key->modifiers() & Qt::ShiftModifier)
                m_finder.findPrevious();
            else
                m_finder.findNext();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace longhand::ui
