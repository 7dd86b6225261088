#include "ui/next_lines.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include "longhand/app/teaching_order.h"
#include "ui/background.h"
#include "ui/icons.h"
#include "ui/page_list.h"
#include "ui/session.h"
#include "ui/text_pane.h"
#include "ui/untouched_lines.h"

namespace longhand::ui
{

NextLines::NextLines(Session& session, PageList& list, TextPane& text, QWidget* parent)
    : QFrame(parent), m_session(session), m_list(list), m_text(text), m_label(new QLabel),
      m_previous(new QPushButton(tr("&Back"))), m_next(new QPushButton(tr("&Next Line")))
{
    setObjectName(QStringLiteral("nextLines"));
    setAccessibleName(tr("Correct these next"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_label->setObjectName(QStringLiteral("nextLinesText"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_previous->setObjectName(QStringLiteral("nextLinesBack"));
    m_next->setObjectName(QStringLiteral("nextLinesNext"));
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("nextLinesClose"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("End this list"));
    close->setToolTip(close->accessibleName());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 8, 6);
    row->addWidget(m_label, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(close);
    hide();
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(+1); });
    connect(close, &QToolButton::clicked, this, &NextLines::stop);
}

void NextLines::goOn()
{
    if (m_current >= 0)
        step(+1);
    else if (!m_choosing)
        choose();
}

void NextLines::stop()
{
    m_places.clear();
    m_current = -1;
    hide();
}

void NextLines::choose()
{
    std::vector<Place> places;
    std::vector<std::shared_ptr<const formats::Page>> readings;
    for (const auto& page : m_session.pages().pages()) {
        if (!page->text || page->settings.corrected)
            continue;
        for (const int line : untouchedLines(*page->text)) {
            places.push_back({page->id, line});
            readings.push_back(page->text->sharedReading());
        }
    }
    if (places.empty()) {
        Q_EMIT remarked(tr("There is no line left to correct in the open pages."));
        return;
    }
    m_choosing = true;
    inBackground(
        *this,
        [places = std::move(places), readings = std::move(readings)] {
            std::vector<app::ReadCharacters> lines;
            for (std::size_t i = 0; i < places.size(); ++i)
                lines.push_back(app::charactersOf(readings[i]->lines[static_cast<std::size_t>(places[i].line)]));
            std::vector<Place> ordered;
            for (const std::size_t line : app::teachingOrder(lines, kMost))
                ordered.push_back(places[line]);
            return ordered;
        },
        [this](const std::vector<Place>& ordered) {
            m_choosing = false;
            begin(ordered);
        });
}

void NextLines::begin(std::vector<Place> places)
{
    m_places = std::move(places);
    m_current = -1;
    step(+1);
}

bool NextLines::isOpen(const Place& place) const
{
    const auto& pages = m_session.pages().pages();
    const auto page = std::ranges::find(pages, place.page, [](const auto& item) { return item->id; });
    return page != pages.end() && (*page)->text && std::ranges::count(untouchedLines(*(*page)->text), place.line) > 0;
}

void NextLines::step(int by)
{
    const int count = static_cast<int>(m_places.size());
    int next = m_current + by;
    while (next >= 0 && next < count && !isOpen(m_places[static_cast<std::size_t>(next)]))
        next += by;
    if (next >= count) {
        stop();
        Q_EMIT remarked(tr("That was the last of these lines. Learn > Teach Longhand learns from them."));
        return;
    }
    if (next < 0)
        return;
    m_current = next;
    showPlace();
}

void NextLines::showPlace()
{
    const Place place = m_places[static_cast<std::size_t>(m_current)];
    const PageItem* page = m_session.pages().find(place.page);
    m_label->setText(tr("Correct these next: line %1 of %2, on “%3”. Longhand learns most from it.")
                         .arg(m_current + 1)
                         .arg(m_places.size())
                         .arg(page ? page->name : QString()));
    m_previous->setEnabled(m_current > 0);
    show();
    m_list.setCurrentPage(m_session.pages().rowOf(place.page));
    // The text of another page is shown when the list has told everybody.
    QTimer::singleShot(0, this, [this, place] {
        m_text.goToLine(place.line);
        m_text.setFocus();
    });
}

} // namespace longhand::ui
