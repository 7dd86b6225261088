#include "ui/corrections.h"

#include <QAction>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

#include "longhand/app/feedback_service.h"
#include "longhand/app/label_questioner.h"
#include "longhand/app/transcription_service.h"
#include "ui/correction_browser.h"
#include "ui/correction_collector.h"
#include "ui/notice.h"

namespace longhand::ui
{

namespace
{

const QString kCollectKey = QStringLiteral("learning/collect");

} // namespace

Corrections::Corrections(const Parts& parts)
    : m_parts(parts),
      m_collector(new CorrectionCollector(parts.session, parts.text, parts.loader, parts.feedback, this)),
      m_questioner(new app::LabelQuestioner(parts.feedback.database(), app::modelInUseRecognizer(), this))
{
    makeMenu();
    m_parts.window.installEventFilter(this);
    connect(&m_parts.transcription, &app::TranscriptionService::modelOpened, m_collector,
            &CorrectionCollector::setModelName);
    connect(&m_parts.feedback, &app::FeedbackService::failed, this, [this](const Error& error) {
        if (!m_browser || !m_browser->isVisible()) // which says so itself
            m_parts.notice.show(QString::fromStdString(error.detail));
    });
    connect(&m_parts.feedback, &app::FeedbackService::recorded, m_questioner, &app::LabelQuestioner::look);
    connect(m_questioner, &app::LabelQuestioner::questioned, this, [this](const QList<qint64>& ids) {
        m_parts.feedback.noteOtherChanges();
        m_parts.notice.show(
            tr("Is that right? %n corrected line(s) hardly fit what is written there, and are not learnt "
               "from until you confirm them.",
               nullptr, static_cast<int>(ids.size())),
            tr("Look at Them"), [this] { browse(); });
    });
    connect(&m_parts.feedback, &app::FeedbackService::recovered, this,
            [this](const Error& error) { m_parts.notice.takeBack(QString::fromStdString(error.detail)); });
}

Corrections::~Corrections()
{
    flush();
    delete m_browser;
}

void Corrections::makeMenu()
{
    QMenuBar& bar = *m_parts.window.menuBar();
    auto* menu = new QMenu(tr("&Learn"), &bar); // owned by the bar (Qt parent)
    menu->setObjectName(QStringLiteral("learnMenu"));
    menu->setAccessibleName(tr("Learn"));
    const auto* help = bar.findChild<QMenu*>(QStringLiteral("helpMenu"));
    bar.insertMenu(help ? help->menuAction() : nullptr, menu); // help stays the last
    auto* browse = menu->addAction(tr("&Corrections…"));
    browse->setObjectName(QStringLiteral("correctionsAction"));
    connect(browse, &QAction::triggered, this, &Corrections::browse);
    m_collect = menu->addAction(tr("&Keep My Corrections"));
    m_collect->setObjectName(QStringLiteral("collectAction"));
    m_collect->setCheckable(true);
    m_collect->setChecked(m_parts.settings.value(kCollectKey, true).toBool());
    m_collect->setToolTip(tr("Keeps the lines that you correct or confirm, on this computer, to learn your hand from"));
    m_collector->setPaused(!m_collect->isChecked());
    connect(m_collect, &QAction::toggled, this, [this](bool collect) {
        m_parts.settings.setValue(kCollectKey, collect);
        m_collector->setPaused(!collect);
    });
}

void Corrections::browse()
{
    flush();
    if (!m_browser)
        m_browser = new CorrectionBrowser(m_parts.feedback, &m_parts.window);
    m_browser->QWidget::show();
    m_browser->raise();
    m_browser->activateWindow();
}

void Corrections::flush()
{
    m_collector->flush();
}

bool Corrections::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_parts.window && (event->type() == QEvent::WindowDeactivate || event->type() == QEvent::Close))
        flush();
    return QObject::eventFilter(watched, event);
}

} // namespace longhand::ui
