#include "ui/page_panel.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/icons.h"
#include "ui/page_model.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

PagePanel::PagePanel(QWidget* parent)
    : QStackedWidget(parent), m_text(new TextPane), m_page(new QWidget), m_status(new QWidget), m_icon(new QLabel),
      m_title(new QLabel), m_detail(new QLabel), m_progress(new QProgressBar),
      m_retry(new QPushButton(icon(QStringLiteral("retry")), {}))
{
    setObjectName(QStringLiteral("pagePanel"));
    m_title->setObjectName(QStringLiteral("pageStatus"));
    m_detail->setObjectName(QStringLiteral("pageReason"));
    m_retry->setObjectName(QStringLiteral("retryButton"));
    m_progress->setAccessibleName(tr("Progress of this page"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(240);
    m_progress->setRange(0, 100);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_title->setFont(large);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setAccessibleName(tr("Reason"));
    for (QLabel* label : {m_title, m_detail}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto* column = new QVBoxLayout(m_status);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addStretch();
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_detail);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addWidget(m_retry, 0, Qt::AlignHCenter);
    column->addStretch();
    auto* page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_text, 1);
    addWidget(m_page);
    addWidget(m_status);
    setMinimumWidth(220);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(m_retry, &QPushButton::clicked, this, &PagePanel::retryRequested);
}

void PagePanel::addAboveText(QWidget* widget)
{
    static_cast<QBoxLayout*>(m_page->layout())->insertWidget(0, widget);
}

void PagePanel::addBelowText(QWidget* widget)
{
    m_page->layout()->addWidget(widget);
}

void PagePanel::showPage(PageItem* page)
{
    const bool hasText = page && page->text;
    if (const PageText* text = hasText ? page->text.get() : nullptr; text != m_shownText || !hasText) {
        m_shownText = text;
        m_text->showText(hasText ? page->text.get() : nullptr);
    }
    setCurrentWidget(hasText ? m_page : m_status);
    if (hasText)
        return;
    const PageState state = page ? page->state : PageState::Opening;
    const bool failed = state == PageState::Failed;
    const bool stopped = state == PageState::Stopped;
    m_title->setText(failed                        ? tr("This page could not be read")
                     : state == PageState::Waiting ? tr("Waiting for its turn")
                     : page                        ? stateText(*page)
                                                   : QString());
    m_detail->setText(failed    ? page->reason
                      : stopped ? tr("Reading was stopped before this page was done.")
                                : QString());
    m_detail->setVisible(failed || stopped);
    m_detail->setAccessibleName(m_detail->text().isEmpty() ? tr("Reason") : m_detail->text());
    m_progress->setVisible(state == PageState::Reading);
    m_progress->setValue(page ? page->progressPercent : 0);
    m_retry->setText(failed ? tr("Try again") : tr("Read this page"));
    m_retry->setAccessibleName(m_retry->text());
    m_retry->setVisible(failed || stopped);
    const QString drawing = failed                        ? QStringLiteral("state-failed")
                            : stopped                     ? QStringLiteral("state-stopped")
                            : state == PageState::Reading ? QStringLiteral("state-reading")
                                                          : QStringLiteral("state-waiting");
    m_icon->setPixmap(page ? icon(drawing).pixmap(QSize(40, 40)) : QPixmap());
}

} // namespace longhand::ui
