#include "ui/cleaning_tools.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMouseEvent>

#include "ui/cleaning_panel.h"
#include "ui/cleaning_preview_item.h"
#include "ui/icons.h"
#include "ui/page_list.h"
#include "ui/page_panel.h"
#include "ui/page_view.h"
#include "ui/session.h"

namespace longhand::ui
{

namespace
{

constexpr int kPauseMs = 120;
constexpr double kGrabPx = 9;
constexpr int kRoomyPx = 1150; ///< a window with room for pages, picture, text and this panel

QString stepName(const QString& step)
{
    if (step == QLatin1String("rectify"))
        return CleaningTools::tr("straightened");
    if (step == QLatin1String("resize"))
        return CleaningTools::tr("reduced");
    if (step == QLatin1String("illumination"))
        return CleaningTools::tr("light evened out");
    if (step == QLatin1String("denoise"))
        return CleaningTools::tr("specks removed");
    if (step == QLatin1String("deskew"))
        return CleaningTools::tr("levelled");
    if (step == QLatin1String("ruling"))
        return CleaningTools::tr("ruled lines ignored");
    if (step == QLatin1String("print"))
        return CleaningTools::tr("print ignored");
    return {};
}

} // namespace

CleaningTools::CleaningTools(Session& session, PageList& list, PageView& view, PagePanel& text, QMainWindow& window)
    : m_session(session), m_list(list), m_view(view), m_text(text), m_window(window), m_panel(new CleaningPanel),
      m_dock(new QDockWidget(tr("Cleaning"), &window)), m_item(new CleaningPreviewItem)
{
    m_view.scene()->addItem(m_item);
    m_view.viewport()->installEventFilter(this);
    m_window.installEventFilter(this);
    m_dock->setObjectName(QStringLiteral("cleaningDock"));
    m_dock->setAccessibleName(tr("Cleaning of the page"));
    m_dock->setWidget(m_panel);
    m_dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    window.addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_dock->hide();
    QAction* toggle = m_dock->toggleViewAction();
    toggle->setObjectName(QStringLiteral("cleaningAction"));
    toggle->setText(tr("&Cleaning of the Page"));
    toggle->setIcon(icon(QStringLiteral("cleaning")));
    toggle->setShortcut(tr("F9"));
    if (const auto* zoom = window.findChild<QAction*>(QStringLiteral("zoomInAction"))) {
        const QList<QObject*> places = zoom->associatedObjects();
        for (QObject* place : places)
            if (auto* menu = qobject_cast<QMenu*>(place))
                menu->addAction(toggle);
    }

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &CleaningTools::ask);
    connect(m_panel, &CleaningPanel::optionsChanged, this, [this] {
        m_panel->showStatus(tr("Cleaning…"));
        m_pause.start();
    });
    connect(m_panel, &CleaningPanel::previewChanged, this, &CleaningTools::updatePreview);
    connect(m_panel, &CleaningPanel::applied, this, [this] { apply({m_page}); });
    connect(m_panel, &CleaningPanel::appliedToAll, this, [this] { apply(m_session.pages().order()); });
    connect(m_dock, &QDockWidget::visibilityChanged, this, &CleaningTools::showPage);
    connect(m_dock, &QDockWidget::visibilityChanged, this, &CleaningTools::makeRoom);
    connect(&m_list, &PageList::currentPageChanged, this, &CleaningTools::showPage);
    connect(&m_session, &Session::pageChanged, this, [this](int id) {
        if (id == m_list.currentPage())
            showPage();
    });
    connect(&m_worker, &app::CleaningPreview::cleaned, this, &CleaningTools::show);
    connect(&m_worker, &app::CleaningPreview::failed, this,
            [this](const Error& error) { m_panel->showStatus(QString::fromStdString(error.detail)); });
}

bool CleaningTools::isActive() const
{
    return m_dock->isVisible() && m_page != 0;
}

void CleaningTools::showPage()
{
    const PageItem* page = m_session.pages().find(m_list.currentPage());
    const bool ready = page && !page->thumbnail.isNull();
    const int wanted = m_dock->isVisible() && ready ? page->id : 0;
    const int rotationDeg = ready ? page->settings.rotationDeg : 0;
    m_panel->setPageAvailable(wanted != 0);
    if (wanted == m_page && rotationDeg == m_rotationDeg)
        return;
    m_page = wanted;
    m_rotationDeg = rotationDeg;
    m_cleaned = {};
    updatePreview();
    m_pause.stop();
    if (m_page == 0) {
        m_worker.cancel();
        m_panel->showStatus({});
        return;
    }
    m_panel->setOptions(app::preprocessFromJson(page->settings.preprocessing));
    ask();
}

void CleaningTools::makeRoom()
{
    const bool wanted = m_dock->isVisible() && m_window.width() < kRoomyPx;
    if (wanted == m_madeRoom || m_view.isHidden()) // line by line has neither picture nor text beside it
        return;
    m_madeRoom = wanted;
    m_text.setVisible(!wanted);
}

void CleaningTools::ask()
{
    const PageItem* page = m_session.pages().find(m_page);
    if (!page || !isActive())
        return;
    m_panel->showStatus(tr("Cleaning…"));
    app::PictureSource source = sourceOf(*page);
    source.preprocess = m_panel->options();
    m_worker.request(source);
}

void CleaningTools::show(const app::CleanedPicture& picture)
{
    m_cleaned = picture;
    QStringList steps;
    for (const QString& step : picture.stepsRun)
        if (const QString name = stepName(step); !name.isEmpty())
            steps.append(name);
    m_panel->showStatus(steps.isEmpty() ? tr("Nothing had to be cleaned.")
                                        : tr("Done: %1.").arg(steps.join(QStringLiteral(", "))));
    updatePreview();
}

void CleaningTools::updatePreview()
{
    const bool wanted = isActive() && m_panel->isPreviewWanted();
    // The divider stays where it is on the screen while the page moves below it.
    m_view.setViewportUpdateMode(wanted ? QGraphicsView::FullViewportUpdate : QGraphicsView::MinimalViewportUpdate);
    m_item->setPicture(!wanted                  ? QImage()
                       : m_panel->isInkWanted() ? m_cleaned.ink
                                                : m_cleaned.gray,
                       m_cleaned.pictureSizePx);
    m_item->setDivider(m_panel->divider());
}

void CleaningTools::apply(const std::vector<int>& pages)
{
    const QJsonObject settings = app::toJson(m_panel->options());
    std::vector<int> changed;
    for (const int id : pages)
        if (const PageItem* page = m_session.pages().find(id); page && page->settings.preprocessing != settings)
            changed.push_back(id);
    if (changed.empty()) {
        Q_EMIT remarked(tr("Nothing was changed."));
        return;
    }
    m_session.changeSettings(
        changed, [&settings](PageSettings& page) { page.preprocessing = settings; }, tr("changing the cleaning"));
    for (const int id : changed)
        m_session.readAgain(id);
    Q_EMIT remarked(changed.size() == 1 ? tr("The page is read again.")
                                        : tr("%n pages are read again.", nullptr, static_cast<int>(changed.size())));
}

bool CleaningTools::isOnDivider(QPoint viewportPoint) const
{
    return std::abs(viewportPoint.x() - m_panel->divider() * m_view.viewport()->width()) <= kGrabPx;
}

bool CleaningTools::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window) {
        if (event->type() == QEvent::Resize)
            makeRoom();
        return false;
    }
    if (m_item->isEmpty())
        return QObject::eventFilter(watched, event);
    const auto mouse = [event] { return static_cast<const QMouseEvent*>(event); };
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_dragging = mouse()->button() == Qt::LeftButton && isOnDivider(mouse()->pos());
        return m_dragging;
    case QEvent::MouseMove:
        if (m_dragging) {
            const double share = static_cast<double>(mouse()->pos().x()) / m_view.viewport()->width();
            m_panel->setDivider(std::clamp(share, 0.0, 1.0));
            return true;
        }
        if (mouse()->buttons() == Qt::NoButton && isOnDivider(mouse()->pos())) {
            m_view.viewport()->setCursor(Qt::SplitHCursor);
            return true;
        }
        return false;
    case QEvent::MouseButtonRelease:
        return std::exchange(m_dragging, false);
    default:
        return QObject::eventFilter(watched, event);
    }
}

} // namespace longhand::ui
