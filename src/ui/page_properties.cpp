#include "ui/page_properties.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolButton>

#include "longhand/app/feedback_service.h"
#include "longhand/app/model_library.h"
#include "longhand/app/spelling.h"
#include "ui/actions.h"
#include "ui/background.h"
#include "ui/language_names.h"
#include "ui/page_list.h"
#include "ui/page_properties_dialog.h"
#include "ui/session.h"

namespace longhand::ui
{

PageProperties::PageProperties(const Parts& parts)
    : m_parts(parts), m_languages(app::spellingLanguages()),
      m_action(makeAction(parts.window, "pagePropertiesAction", {}, tr("&Writer and Language…"), {tr("Alt+Return")})),
      m_button(new QToolButton)
{
    connect(m_action, &QAction::triggered, this, &PageProperties::open);
    if (auto* menu = m_parts.window.menuBar()->findChild<QMenu*>(QStringLiteral("pageMenu"))) {
        menu->addSeparator();
        menu->addAction(m_action);
    }
    m_button->setObjectName(QStringLiteral("pageWriterButton"));
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setToolTip(tr("Writer and language of the page"));
    connect(m_button, &QToolButton::clicked, m_action, &QAction::trigger);
    m_parts.window.statusBar()->addPermanentWidget(m_button);

    connect(&m_parts.list, &PageList::currentPageChanged, this, &PageProperties::update);
    connect(&m_parts.session, &Session::contentChanged, this, &PageProperties::update);
    update();
}

PageProperties::~PageProperties()
{
    delete m_dialog;
}

void PageProperties::update()
{
    const PageItem* page = m_parts.session.pages().find(m_parts.list.currentPage());
    m_action->setEnabled(page);
    m_button->setVisible(page);
    if (!page)
        return;
    const PageSettings& settings = page->settings;
    QStringList said{settings.writer, settings.language.isEmpty() || settings.language == kNoSpelling
                                          ? QString()
                                          : languageTitle(settings.language)};
    said.removeAll(QString());
    m_button->setText(said.isEmpty() ? tr("Writer…") : said.join(QStringLiteral(", ")));
    m_button->setAccessibleName(tr("Writer and language of the page: %1").arg(m_button->text()));
}

void PageProperties::open()
{
    const std::vector<int> ids = m_parts.list.selectedPages();
    if (ids.empty())
        return;
    PagePropertiesDialog::Pages pages;
    for (const int id : ids) {
        const PageItem& page = *m_parts.session.pages().find(id);
        pages.title = page.name;
        pages.writers.insert(page.settings.writer);
        pages.languages.insert(page.settings.language);
        if (page.text)
            pages.readWriters.insert(page.settings.writer);
    }
    if (ids.size() > 1)
        pages.title = tr("%n selected pages", nullptr, static_cast<int>(ids.size()));
    delete m_dialog;
    m_dialog = new PagePropertiesDialog(pages, m_languages, &m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList writers;
    for (const auto& page : m_parts.session.pages().pages())
        writers.append(page->settings.writer);
    m_dialog->offerWriters(writers);
    connect(m_dialog, &QDialog::accepted, this, [this, ids] { apply(ids, *m_dialog); });
    askForWriters();
    m_dialog->open();
}

void PageProperties::askForWriters()
{
    if (m_parts.feedback) {
        connect(m_parts.feedback, &app::FeedbackService::writersKnown, m_dialog, &PagePropertiesDialog::offerWriters);
        m_parts.feedback->askWriters();
    }
    if (m_parts.modelLibrary.empty())
        return;
    inBackground(
        *m_dialog,
        [library = app::ModelLibrary(m_parts.modelLibrary)] {
            QStringList names;
            for (const std::string& writer : library.writers())
                names.append(QString::fromStdString(writer));
            return names;
        },
        [dialog = m_dialog](const QStringList& writers) { dialog->setProfiles(writers); });
}

void PageProperties::apply(const std::vector<int>& ids, const PagePropertiesDialog& dialog)
{
    const PagePropertiesDialog::Answer answer = dialog.answer();
    std::vector<int> toRead;
    for (const int id : ids) {
        const PageItem* page = m_parts.session.pages().find(id);
        if (answer.readAgain && page && page->text && answer.writer.value_or(QString()) != page->settings.writer)
            toRead.push_back(id);
    }
    m_parts.session.changeSettings(
        ids,
        [&answer](PageSettings& settings) {
            settings.writer = answer.writer.value_or(settings.writer);
            settings.language = answer.language.value_or(settings.language);
        },
        tr("choosing writer and language"));
    for (const int id : toRead)
        m_parts.session.readAgain(id);
}

} // namespace longhand::ui
