#include "ui/changed_pictures.h"

#include "ui/document.h"
#include "ui/notice.h"
#include "ui/page_list.h"
#include "ui/page_panel.h"
#include "ui/prompts.h"

namespace longhand::ui
{

ChangedPictures::ChangedPictures(const Parts& parts) : m_parts(parts), m_notice(new Notice(Notice::Form::Narrow))
{
    m_notice->setObjectName(QStringLiteral("changedPictureNotice"));
    m_parts.panel.addAboveText(m_notice);
    connect(m_notice, &Notice::closed, this, [this] { m_closed.insert(m_parts.list.currentPage()); });
    connect(&m_parts.document, &Document::picturesChanged, this, &ChangedPictures::tellAll);
    connect(&m_parts.list, &PageList::currentPageChanged, this, &ChangedPictures::showPage);
    connect(&m_parts.session, &Session::pageChanged, this, [this](int id) {
        if (id == m_parts.list.currentPage())
            showPage();
    });
    showPage();
}

ChangedPictures::~ChangedPictures()
{
    delete m_notice;
}

std::vector<int> ChangedPictures::changedPages() const
{
    return m_parts.document.pagesWith(app::PictureProblem::Changed);
}

void ChangedPictures::showPage()
{
    const PageItem* page = m_parts.session.pages().find(m_parts.list.currentPage());
    const bool isChanged = page && page->text && page->problem == app::PictureProblem::Changed;
    if (!isChanged || m_closed.contains(page->id)) {
        m_notice->hide();
        return;
    }
    if (!m_notice->isHidden())
        return; // keeps the focus of its buttons
    const auto shown = [this] { return std::vector<int>{m_parts.list.currentPage()}; };
    m_notice->show(tr("The picture has changed since it was read; the lines may be in other places now."),
                   {{tr("Read Again"), [this, shown] { readAgain(shown()); }},
                    {tr("Locate…"), [this] { locate(); }},
                    {tr("Keep"), [this, shown] { keep(shown()); }}});
}

void ChangedPictures::tellAll(int changed)
{
    const PageItem* page = m_parts.session.pages().find(m_parts.list.currentPage());
    if (changed == 1 && page && page->problem == app::PictureProblem::Changed)
        return; // it is said there
    if (changed == 1)
        m_parts.notice.show(tr("One picture has changed since it was read."), tr("Show"), [this] { goToFirst(); });
    else
        m_parts.notice.show(tr("%n pictures have changed since they were read; their lines may be in other places now.",
                               nullptr, changed),
                            {{tr("Show the First"), [this] { goToFirst(); }},
                             {tr("Read Them Again"), [this] { readAgain(changedPages()); }},
                             {tr("Keep Them"), [this] { keep(changedPages()); }}});
}

void ChangedPictures::goToFirst()
{
    if (const std::vector<int> pages = changedPages(); !pages.empty())
        m_parts.list.setCurrentPage(m_parts.session.pages().rowOf(pages.front()));
}

void ChangedPictures::readAgain(const std::vector<int>& pages)
{
    keep(pages);
    for (const int id : pages) {
        m_parts.session.reloadPicture(id);
        m_parts.session.readAgain(id);
    }
}

void ChangedPictures::keep(const std::vector<int>& pages)
{
    for (const int id : pages)
        m_parts.document.acceptPicture(id);
}

void ChangedPictures::locate()
{
    const int page = m_parts.list.currentPage();
    showPage(); // the choice stays open when no file is chosen
    m_parts.prompts.locatePicture(&m_parts.window, m_parts.document.pictureName(page),
                                  [this, page](const QString& file) { m_parts.document.locatePicture(page, file); });
}

} // namespace longhand::ui
