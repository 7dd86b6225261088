#include "ui/editor_tools.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QTextBlock>
#include <QToolBar>

#include "longhand/app/picture_loader.h"
#include "ui/actions.h"
#include "ui/find_bar.h"
#include "ui/icons.h"
#include "ui/language_names.h"
#include "ui/line_field.h"
#include "ui/line_mode.h"
#include "ui/offer_bubble.h"
#include "ui/page_list.h"
#include "ui/page_panel.h"
#include "ui/page_view.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/text_menu.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

EditorTools::EditorTools(const EditorParts& parts)
    : m_parts(parts), m_languages(app::spellingLanguages()),
      m_finder(parts.session.pages(), parts.list, parts.panel.text(), parts.session.history()),
      m_rest(parts.session, parts.list, parts.panel.text(), parts.transcription),
      m_lineMode(new LineMode(parts.panel.text(), m_strips)), m_findBar(new FindBar(m_finder)),
      m_paneOffer(new OfferBubble(parts.panel.text().viewport())), m_lineOffer(new OfferBubble(m_lineMode))
{
    // The editor comes to life between the picture and its text.
    auto* splitter = qobject_cast<QSplitter*>(m_parts.view.parentWidget());
    splitter->addWidget(m_lineMode);
    m_lineMode->hide();
    makeActions();
    makeFindBar();
    connectLineMode();
    connectOffer();
    connectSpelling();
    connect(&m_finder, &Finder::remarked, this, &EditorTools::remarked);
    connect(&m_parts.preferences, &Preferences::changed, this, &EditorTools::applyPreferences);
    applyPreferences();
}

EditorTools::~EditorTools()
{
    text().setSpelling(nullptr);
    delete m_paneOffer;
    delete m_lineMode; // with the other bubble
    delete m_findBar;
}

TextPane& EditorTools::text() const
{
    return m_parts.panel.text();
}

QAction* EditorTools::addAction(const char* menu, const char* name, const QString& title,
                                const QList<QKeySequence>& keys, const std::function<void()>& run)
{
    QAction* action = makeAction(m_parts.window, name, {}, title, keys);
    connect(action, &QAction::triggered, this, run);
    if (auto* place = m_parts.window.menuBar()->findChild<QMenu*>(QString::fromLatin1(menu)))
        place->addAction(action);
    return action;
}

void EditorTools::makeActions()
{
    QMenuBar& bar = *m_parts.window.menuBar();
    auto* edit = bar.findChild<QMenu*>(QStringLiteral("editMenu"));
    auto* view = bar.findChild<QMenu*>(QStringLiteral("viewMenu"));
    edit->addSeparator();
    addAction("editMenu", "findAction", tr("&Find…"), {QKeySequence(tr("Ctrl+F"))}, [this] { openSearch(false); });
    addAction("editMenu", "replaceAction", tr("&Replace…"), {QKeySequence(tr("Ctrl+H"))}, [this] { openSearch(true); });
    addAction("editMenu", "findNextAction", tr("Find Ne&xt"), {QKeySequence(tr("Ctrl+G"))},
              [this] { m_findBar->isVisible() ? m_finder.findNext() : openSearch(false); });
    addAction("editMenu", "findPreviousAction", tr("Find Pre&vious"), {QKeySequence(tr("Ctrl+Shift+G"))},
              [this] { m_findBar->isVisible() ? m_finder.findPrevious() : openSearch(false); });
    m_languageMenu = edit->addMenu(tr("&Spelling"));
    m_languageMenu->setAccessibleName(tr("Spelling"));
    m_languageMenu->setObjectName(QStringLiteral("spellingMenu"));
    connect(m_languageMenu, &QMenu::aboutToShow, this, &EditorTools::fillLanguageMenu);
    view->addSeparator();
    m_lineModeAction = addAction("viewMenu", "lineModeAction", tr("&Line by Line"),
                                 {QKeySequence(tr("F6")), QKeySequence(tr("Ctrl+L"))},
                                 [this] { setLineMode(m_lineModeAction->isChecked()); });
    m_lineModeAction->setCheckable(true);
    m_lineModeAction->setIcon(icon(QStringLiteral("line-mode")));
    if (auto* tools = m_parts.window.findChild<QToolBar*>(QStringLiteral("toolBar"))) {
        tools->addSeparator();
        tools->addAction(m_lineModeAction);
        if (QWidget* button = tools->widgetForAction(m_lineModeAction)) {
            button->setAccessibleName(m_lineModeAction->iconText());
            button->setFocusPolicy(Qt::TabFocus);
        }
    }
}

void EditorTools::makeFindBar()
{
    if (auto* column = qobject_cast<QBoxLayout*>(m_parts.window.centralWidget()->layout()))
        column->addWidget(m_findBar);
    connect(m_findBar, &FindBar::closed, this, [this] {
        if (m_lineMode->isVisible())
            m_lineMode->setFocus();
        else
            text().setFocus();
    });
}

void EditorTools::openSearch(bool replacing)
{
    const QString selected = text().textCursor().selectedText();
    m_findBar->open(selected.contains(QChar::ParagraphSeparator) ? QString() : selected, replacing);
}

void EditorTools::connectLineMode()
{
    connect(&m_parts.loader, &app::PictureLoader::loaded, this, [this](int id, const app::PagePicture& picture) {
        if (id != m_parts.list.currentPage() || picture.levels.isEmpty())
            return;
        m_strips.setPage(picture.levels.first());
        m_lineMode->forgetStrips();
    });
    connect(&m_parts.list, &PageList::currentPageChanged, this, [this] { m_strips.setPage({}); });
    connect(&m_parts.session, &Session::textReplaced, m_lineMode, [this] {
        m_strips.dropPending();
        m_lineMode->forgetStrips();
    });
    connect(m_lineMode, &LineMode::left, this, [this] { setLineMode(false); });
    connect(m_lineMode, &LineMode::pageWanted, this, &EditorTools::goToPage);
    connect(m_lineMode, &LineMode::lineConfirmed, this, [this](const QTextBlock& paragraph) {
        if (PageText* shown = text().shownText())
            shown->confirmLine(PageText::lineOf(paragraph));
    });
    connect(&text(), &TextPane::alternativesWanted, this,
            [this] { text().offerAlternativesAt(m_lineMode->menuPlace()); });
}

void EditorTools::setLineMode(bool on)
{
    m_lineModeAction->setChecked(on);
    auto* splitter = qobject_cast<QSplitter*>(m_lineMode->parentWidget());
    if (on)
        m_sizes = splitter->sizes();
    m_parts.view.setVisible(!on);
    m_parts.panel.setVisible(!on);
    m_lineMode->setVisible(on);
    // The list of pages keeps its width.
    const QList<int> before = std::exchange(m_sizes, on ? m_sizes : QList<int>());
    if (!before.isEmpty()) {
        QList<int> sizes = before;
        if (on)
            sizes.last() = splitter->width() - sizes.first();
        splitter->setSizes(sizes);
    }
    m_paneOffer->hide();
    if (on) {
        m_lineMode->setFocus();
        Q_EMIT remarked(tr("Enter: the line is right. Up, Down: go through the lines. Esc: back to the page."));
    } else {
        Q_EMIT remarked({}); // what it said of the keys
        text().ensureCursorVisible();
        text().setFocus();
    }
    if (m_rest.hasOffer())
        showOffer();
}

void EditorTools::goToPage(int by)
{
    const int row = m_parts.list.currentIndex().row() + by;
    if (row < 0 || row >= m_parts.session.pages().rowCount()) {
        Q_EMIT remarked(by > 0 ? tr("This was the last line of the last page.")
                               : tr("This is the first line of the first page."));
        return;
    }
    m_parts.list.setCurrentPage(row);
    m_lineMode->goToEnd(by < 0);
    m_lineMode->setFocus();
}

void EditorTools::connectOffer()
{
    text().installEventFilter(this);
    m_lineMode->field().installEventFilter(this);
    connect(&m_rest, &RestOfLine::offered, this, &EditorTools::showOffer);
    connect(&m_rest, &RestOfLine::withdrawn, this, [this] {
        m_paneOffer->hide();
        m_lineOffer->hide();
    });
    for (OfferBubble* bubble : {m_paneOffer, m_lineOffer})
        connect(bubble, &OfferBubble::accepted, &m_rest, &RestOfLine::accept);
}

void EditorTools::showOffer()
{
    if (m_lineMode->isVisible()) {
        m_lineOffer->showOffer(m_rest.offer(), m_lineMode->field().geometry());
    } else {
        QTextCursor end = text().textCursor();
        end.movePosition(QTextCursor::EndOfBlock);
        QTextCursor begin(end.block());
        const QRect line = text().cursorRect(begin).united(text().cursorRect(end));
        m_paneOffer->showOffer(m_rest.offer(), line);
    }
    Q_EMIT remarked(tr("The rest of the line could read “%1”. Tab takes it, Esc leaves it.").arg(m_rest.offer()));
}

bool EditorTools::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !m_rest.hasOffer())
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool takes = key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier;
    if (!takes && key->key() != Qt::Key_Escape)
        return QObject::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        takes ? m_rest.accept() : m_rest.dismiss();
    return true;
}

void EditorTools::connectSpelling()
{
    text().setSpelling(&m_spelling);
    connect(&m_spelling, &app::SpellingService::failed, this,
            [this](const Error& error) { Q_EMIT remarked(QString::fromStdString(error.detail)); });
    connect(&m_parts.list, &PageList::currentPageChanged, this, &EditorTools::chooseSpelling);
    connect(&m_parts.session, &Session::pageChanged, this, [this](int id) {
        if (id == m_parts.list.currentPage())
            chooseSpelling();
    });
    const auto popUp = [this](int position, const QPoint& place) {
        auto* menu = new TextMenu(text(), m_spelling, position, &m_parts.window); // deletes itself
        connect(menu, &TextMenu::wordAdded, this, [this](const QString& word) {
            m_parts.preferences.setPersonalWords(m_parts.preferences.personalWords() << word);
        });
        menu->popup(place);
    };
    connect(&text(), &TextPane::menuWanted, this, popUp);
    LineField& field = m_lineMode->field();
    field.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&field, &QWidget::customContextMenuRequested, this, [this, &field, popUp](const QPoint& point) {
        const int column = field.cursorForPosition(point).position();
        popUp(text().textCursor().block().position() + column, field.mapToGlobal(point));
    });
}

void EditorTools::chooseSpelling()
{
    const PageItem* page = m_parts.session.pages().find(m_parts.list.currentPage());
    QString wanted = page ? page->settings.language : QString();
    if (wanted.isEmpty())
        wanted = m_parts.preferences.spellingLanguage();
    if (wanted.isEmpty())
        wanted = QLocale::system().name();
    m_spelling.setLanguage(wanted == kNoSpelling ? QString() : app::bestSpellingLanguage(wanted, m_languages));
}

void EditorTools::fillLanguageMenu()
{
    m_languageMenu->clear();
    const PageItem* page = m_parts.session.pages().find(m_parts.list.currentPage());
    const QString chosen = page ? page->settings.language : QString();
    auto* group = new QActionGroup(m_languageMenu);
    const auto add = [this, group, &chosen](const QString& title, const QString& code) {
        QAction* action = m_languageMenu->addAction(title);
        action->setCheckable(true);
        action->setChecked(chosen == code);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] {
            m_parts.session.changeSettings(
                m_parts.session.pages().order(), [code](PageSettings& settings) { settings.language = code; },
                tr("choose the language"));
            chooseSpelling();
        });
    };
    add(tr("As in the settings"), {});
    add(tr("None"), kNoSpelling);
    m_languageMenu->addSeparator();
    for (const QString& code : m_languages)
        add(languageTitle(code), code);
    if (m_languages.isEmpty())
        m_languageMenu->addAction(tr("No dictionaries were found"))->setEnabled(false);
}

void EditorTools::applyPreferences()
{
    text().setFont(m_parts.preferences.editorFont(text().font()));
    QFont larger = text().font();
    larger.setPointSizeF(larger.pointSizeF() * 1.2);
    m_lineMode->field().setFont(larger);
    text().setDoubtBelow(m_parts.preferences.doubtBelow());
    m_spelling.setPersonalWords(m_parts.preferences.personalWords());
    chooseSpelling();
}

} // namespace longhand::ui
