#include "ui/profile_offer.h"

#include "ui/document.h"
#include "ui/notice.h"
#include "ui/page_list.h"
#include "ui/page_panel.h"
#include "ui/preferences.h"
#include "ui/session.h"

namespace longhand::ui
{

ProfileOffer::ProfileOffer(const Parts& parts)
    : m_parts(parts), m_proposer(parts.choose), m_notice(new Notice(Notice::Form::Narrow))
{
    m_notice->setObjectName(QStringLiteral("profileNotice"));
    m_parts.panel.addAboveText(m_notice);
    connect(&m_parts.session, &Session::readingArrived, this, [this](int page) {
        m_fresh.insert(page);
        lookAtPage();
    });
    connect(&m_parts.session, &Session::pageChanged, this, [this](int page) {
        if (page == m_parts.list.currentPage() && !isOpen(page))
            m_notice->hide();
    });
    connect(&m_parts.session, &Session::writerChanged, this, &ProfileOffer::lookAtPage);
    connect(&m_parts.list, &PageList::currentPageChanged, this, &ProfileOffer::lookAtPage);
    connect(&m_proposer, &app::ProfileProposer::looked, this, [this](int page, const QString& writer) {
        m_fresh.erase(page);
        if (!writer.isEmpty())
            m_offers[page] = writer;
        lookAtPage();
    });
}

ProfileOffer::~ProfileOffer()
{
    delete m_notice;
}

bool ProfileOffer::isOpen(int page) const
{
    const PageItem* item = m_parts.session.pages().find(page);
    return item && item->text && item->settings.writer.isEmpty() && !item->settings.corrected;
}

void ProfileOffer::lookAtPage()
{
    const int page = m_parts.list.currentPage();
    m_notice->hide();
    // Who reads with a model of their own choice wants no other.
    if (!isOpen(page) || !Preferences(m_parts.settings).reading().model.isEmpty())
        return;
    if (const auto known = m_offers.find(page); known != m_offers.end()) {
        if (!m_parts.document.declinedWriters().contains(known->second))
            offer(page, known->second);
    } else if (m_fresh.contains(page)) {
        const PageItem& item = *m_parts.session.pages().find(page);
        m_proposer.look(page, sourceOf(item), item.text->reading());
    }
}

void ProfileOffer::offer(int page, const QString& writer)
{
    m_notice->show(tr("This looks like the hand of %1. Read the page with what Longhand has learnt of it?").arg(writer),
                   {{tr("Read Again"), [this, page, writer] { accept(page, writer); }},
                    {tr("No"), [this, writer] { decline(writer); }}});
}

void ProfileOffer::accept(int page, const QString& writer)
{
    m_parts.session.changeSettings(
        {page}, [&writer](PageSettings& settings) { settings.writer = writer; }, tr("choosing the writer"));
    m_parts.session.readAgain(page);
}

void ProfileOffer::decline(const QString& writer)
{
    m_parts.document.declineWriter(writer);
}

} // namespace longhand::ui
