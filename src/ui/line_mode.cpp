#include "ui/line_mode.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextCursor>

#include "ui/line_field.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

namespace
{

constexpr int kMarginPx = 24;
constexpr int kGapPx = 6;
constexpr int kActiveStripPx = 96;
constexpr int kContextStripPx = 44;
constexpr double kFocalHeight = 0.36; ///< the active row's top, as a share of the window's height
constexpr int kMostColumns = 1100;    ///< wider than this, a line is hard to follow

/// What turns `from` into `to` with the least text replaced, so that undo takes back what was typed and no more.
struct Difference {
    int begin = 0;
    int removed = 0;
    QString inserted;
};

Difference difference(const QString& from, const QString& to)
{
    const auto fromSize = static_cast<int>(from.size());
    const auto toSize = static_cast<int>(to.size());
    const int shorter = std::min(fromSize, toSize);
    int head = 0;
    while (head < shorter && from[head] == to[head])
        ++head;
    int tail = 0;
    while (tail < shorter - head && from[fromSize - 1 - tail] == to[toSize - 1 - tail])
        ++tail;
    return {head, fromSize - head - tail, to.mid(head, toSize - head - tail)};
}

} // namespace

LineMode::LineMode(TextPane& pane, app::LineStripCutter& strips, QWidget* parent)
    : QWidget(parent), m_pane(pane), m_cutter(strips), m_field(new LineField(this))
{
    setObjectName(QStringLiteral("lineMode"));
    setAccessibleName(tr("Line by line"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_field);
    setMinimumWidth(260);
    connect(m_field, &LineField::edited, this, &LineMode::pushText);
    connect(m_field, &LineField::caretMoved, this, &LineMode::pushCaret);
    connect(m_field, &LineField::confirmed, this, &LineMode::confirm);
    connect(m_field, &LineField::stepWanted, this, &LineMode::step);
    connect(m_field, &LineField::pagesWanted, this,
            [this](int screens) { step(screens * std::max<int>(1, static_cast<int>(contextRows().size()))); });
    connect(m_field, &LineField::endWanted, this, &LineMode::goToEnd);
    connect(m_field, &LineField::left, this, &LineMode::left);
    connect(&m_cutter, &app::LineStripCutter::stripCut, this, [this](int line, const app::LineStrip& strip) {
        m_strips[line] = strip;
        update();
    });
    connect(&m_pane, &TextPane::textShown, this, &LineMode::forgetStrips);
    connect(&m_pane, &TextPane::marksChanged, this, &LineMode::refresh);
    for (const auto signal :
         {&QPlainTextEdit::cursorPositionChanged, &QPlainTextEdit::selectionChanged, &QPlainTextEdit::textChanged})
        connect(&m_pane, signal, this, &LineMode::refresh);
    refresh();
}

QTextBlock LineMode::current() const
{
    return m_pane.shownText() ? m_pane.textCursor().block() : QTextBlock();
}

void LineMode::forgetStrips()
{
    m_strips.clear();
    refresh();
}

void LineMode::refresh()
{
    if (m_pushing || !isVisible())
        return;
    const QTextBlock paragraph = current();
    m_field->setReadOnly(!paragraph.isValid());
    if (!paragraph.isValid()) {
        m_field->showText({});
        m_field->setAccessibleName(tr("Text of the line"));
        update();
        return;
    }
    const QTextCursor caret = m_pane.textCursor();
    const int begin = paragraph.position();
    const int length = static_cast<int>(paragraph.text().size());
    m_field->showText(paragraph.text());
    m_field->select(std::clamp(caret.anchor() - begin, 0, length), caret.position() - begin);
    m_field->setMarks(m_pane.marks(paragraph));
    m_field->setAccessibleName(
        tr("Text of line %1 of %2").arg(paragraph.blockNumber() + 1).arg(m_pane.document()->blockCount()));
    m_field->setAccessibleDescription(m_pane.accessibleDescription());
    placeField();
    update();
}

void LineMode::pushText(const QString& text)
{
    const QTextBlock paragraph = current();
    if (!paragraph.isValid())
        return;
    const Difference change = difference(paragraph.text(), text);
    m_pushing = true;
    QTextCursor cursor(paragraph);
    cursor.setPosition(paragraph.position() + change.begin);
    cursor.setPosition(cursor.position() + change.removed, QTextCursor::KeepAnchor);
    if (!change.inserted.isEmpty())
        cursor.insertText(change.inserted);
    else
        cursor.removeSelectedText();
    m_pushing = false;
    pushCaret();
    m_field->setMarks(m_pane.marks(current()));
}

void LineMode::pushCaret()
{
    const QTextBlock paragraph = current();
    // In the middle of a change the field is ahead of the page.
    if (m_pushing || !paragraph.isValid() || paragraph.text() != m_field->text())
        return;
    m_pushing = true;
    QTextCursor cursor = m_pane.textCursor();
    cursor.setPosition(paragraph.position() + m_field->anchorColumn());
    cursor.setPosition(paragraph.position() + m_field->caretColumn(), QTextCursor::KeepAnchor);
    m_pane.setTextCursor(cursor);
    m_pushing = false;
    m_field->setAccessibleDescription(m_pane.accessibleDescription());
    update();
}

void LineMode::confirm()
{
    const QTextBlock paragraph = current();
    if (!paragraph.isValid())
        return;
    Q_EMIT lineConfirmed(paragraph);
    if (!paragraph.next().isValid()) {
        Q_EMIT pageWanted(+1);
        return;
    }
    m_pane.setTextCursor(QTextCursor(paragraph.next()));
}

void LineMode::step(int lines)
{
    const QTextBlock paragraph = current();
    if (!paragraph.isValid())
        return;
    const int last = m_pane.document()->blockCount() - 1;
    const int here = paragraph.blockNumber();
    if ((here == last && lines > 0) || (here == 0 && lines < 0)) {
        Q_EMIT pageWanted(lines > 0 ? +1 : -1);
        return;
    }
    const QTextBlock to = m_pane.document()->findBlockByNumber(std::clamp(here + lines, 0, last));
    const int column = std::min(m_field->caretColumn(), static_cast<int>(to.text().size()));
    QTextCursor cursor(to);
    cursor.setPosition(to.position() + column);
    m_pane.setTextCursor(cursor);
}

void LineMode::goToEnd(bool last)
{
    if (current().isValid())
        m_pane.setTextCursor(QTextCursor(last ? m_pane.document()->lastBlock() : m_pane.document()->firstBlock()));
}

QPoint LineMode::menuPlace() const
{
    QTextCursor word = m_field->textCursor();
    word.setPosition(word.selectionStart());
    return m_field->viewport()->mapToGlobal(m_field->cursorRect(word).bottomLeft());
}

QRect LineMode::activeStrip() const
{
    const int columns = std::min(width() - 2 * kMarginPx, kMostColumns);
    const int top = std::max(kMarginPx, static_cast<int>(kFocalHeight * height()));
    return {(width() - columns) / 2, top, columns, kActiveStripPx};
}

void LineMode::placeField()
{
    const QRect strip = activeStrip();
    m_field->setGeometry(strip.left(), strip.bottom() + 1 + kGapPx, strip.width(), m_field->sizeHint().height());
}

std::vector<LineMode::Row> LineMode::contextRows() const
{
    std::vector<Row> rows;
    const QRect active = activeStrip();
    const int textPx = fontMetrics().height() + 2;
    const int rowPx = kContextStripPx + textPx + 2 * kGapPx;
    const auto rowAt = [&](const QTextBlock& paragraph, int top) {
        return Row{paragraph,
                   {active.left(), top, active.width(), kContextStripPx},
                   {active.left(), top + kContextStripPx, active.width(), textPx}};
    };
    const QTextBlock here = current();
    int top = active.top() - kGapPx * 2 - rowPx;
    for (QTextBlock block = here.previous(); block.isValid() && top > -rowPx / 2; block = block.previous()) {
        rows.push_back(rowAt(block, top));
        top -= rowPx;
    }
    top = m_field->geometry().bottom() + 1 + kGapPx * 3;
    for (QTextBlock block = here.isValid() ? here.next() : here; block.isValid() && top < height();
         block = block.next()) {
        rows.push_back(rowAt(block, top));
        top += rowPx;
    }
    return rows;
}

const app::LineStrip* LineMode::stripOf(int line)
{
    const PageText* text = m_pane.shownText();
    if (!text || line < 0 || static_cast<std::size_t>(line) >= text->reading().lines.size())
        return nullptr;
    const auto [it, isNew] = m_strips.try_emplace(line);
    if (isNew)
        m_cutter.cut(line, text->reading().lines[static_cast<std::size_t>(line)]);
    return it->second.picture.isNull() ? nullptr : &it->second;
}

QRect LineMode::stripRect(const app::LineStrip& strip, const QRect& room) const
{
    const QSize size = strip.picture.size().scaled(room.size(), Qt::KeepAspectRatio);
    return {room.left(), room.bottom() + 1 - size.height(), size.width(), size.height()};
}

void LineMode::paintStrip(QPainter& painter, int line, const QRect& room, bool active)
{
    const app::LineStrip* strip = stripOf(line);
    if (!strip) {
        painter.fillRect(room.adjusted(0, room.height() / 4, 0, -room.height() / 4),
                         palette().color(QPalette::AlternateBase));
        return;
    }
    const QRect at = stripRect(*strip, room);
    painter.drawImage(at, strip->picture);
    if (!active)
        return;
    const PageText* text = m_pane.shownText();
    const Ink ink = text->inkAt(m_pane.textCursor().selectionStart());
    const auto spanRect = [&](const app::StripSpan& span) {
        const double left = at.left() + span.first * at.width();
        return QRectF(left, at.top(), (span.second - span.first) * at.width(), at.height());
    };
    if (ink.line != line || ink.word < 0 || static_cast<std::size_t>(ink.word) >= strip->words.size())
        return;
    const auto word = static_cast<std::size_t>(ink.word);
    QColor accent = palette().color(QPalette::Highlight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(accent, 1.5));
    accent.setAlpha(36);
    painter.setBrush(accent);
    painter.drawRoundedRect(spanRect(strip->words[word]).adjusted(-2, 1, 2, -1), 4, 4);
    const bool known = ink.glyph >= 0 && static_cast<std::size_t>(ink.glyph) < strip->glyphs[word].size();
    if (known && !m_pane.textCursor().hasSelection()) {
        const QRectF glyph = spanRect(strip->glyphs[word][static_cast<std::size_t>(ink.glyph)]);
        painter.fillRect(QRectF(glyph.left(), glyph.bottom() - 4, glyph.width(), 4),
                         palette().color(QPalette::Highlight));
    }
}

void LineMode::paintContext(QPainter& painter, const Row& row)
{
    painter.setOpacity(0.6);
    paintStrip(painter, PageText::lineOf(row.paragraph), row.strip, false);
    painter.setOpacity(1);
    QColor ink = palette().color(QPalette::Text);
    ink.setAlphaF(0.75F);
    painter.setPen(ink);
    const bool confirmed = m_pane.shownText()->stateOf(row.paragraph) == LineState::Confirmed;
    const QString text = confirmed ? QStringLiteral("✓ ") + row.paragraph.text() : row.paragraph.text();
    painter.drawText(row.text, Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text, Qt::ElideRight, row.text.width()));
}

void LineMode::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QTextBlock here = current();
    if (!here.isValid()) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(rect().adjusted(kMarginPx, kMarginPx, -kMarginPx, -kMarginPx),
                         Qt::AlignCenter | Qt::TextWordWrap, tr("The text of this page appears here once it is read."));
        return;
    }
    for (const Row& row : contextRows())
        paintContext(painter, row);
    const QRect active = activeStrip();
    QColor band = palette().color(QPalette::Highlight);
    band.setAlpha(22);
    painter.fillRect(0, active.top() - kGapPx, width(), m_field->geometry().bottom() + 2 * kGapPx - active.top() + 1,
                     band);
    paintStrip(painter, PageText::lineOf(here), active, true);
    painter.setPen(palette().color(QPalette::Text));
    QString number = tr("Line %1 of %2").arg(here.blockNumber() + 1).arg(m_pane.document()->blockCount());
    int confirmed = 0;
    for (QTextBlock block = m_pane.document()->begin(); block.isValid(); block = block.next())
        confirmed += m_pane.shownText()->stateOf(block) == LineState::Confirmed ? 1 : 0;
    if (confirmed > 0)
        number += tr(", %1 done").arg(confirmed);
    painter.drawText(QRect(kMarginPx, 4, width() - 2 * kMarginPx, fontMetrics().height()), Qt::AlignRight, number);
}

void LineMode::resizeEvent(QResizeEvent*)
{
    placeField();
}

void LineMode::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void LineMode::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        update();
}

void LineMode::mousePressEvent(QMouseEvent* event)
{
    const QTextBlock here = current();
    const QRect room = activeStrip();
    if (here.isValid() && room.contains(event->pos())) {
        const int line = PageText::lineOf(here);
        const app::LineStrip* strip = stripOf(line);
        if (!strip)
            return;
        const QRect at = stripRect(*strip, room);
        const double share = static_cast<double>(event->pos().x() - at.left()) / std::max(1, at.width());
        int nearest = -1;
        double distance = 2;
        for (std::size_t i = 0; i < strip->words.size(); ++i) {
            const auto& [begin, end] = strip->words[i];
            const double away = std::max({begin - share, share - end, 0.0});
            if (away < distance) {
                distance = away;
                nearest = static_cast<int>(i);
            }
        }
        m_pane.goToInk({line, nearest, -1});
        m_field->setFocus();
        return;
    }
    for (const Row& row : contextRows())
        if (row.strip.united(row.text).contains(event->pos())) {
            m_pane.setTextCursor(QTextCursor(row.paragraph));
            m_field->setFocus();
            return;
        }
}

void LineMode::wheelEvent(QWheelEvent* event)
{
    constexpr int kNotch = 120;
    m_wheelDelta += event->angleDelta().y();
    const int lines = m_wheelDelta / kNotch;
    m_wheelDelta -= lines * kNotch;
    if (const QTextBlock here = current(); here.isValid() && lines != 0) {
        const int last = m_pane.document()->blockCount() - 1;
        const int to = std::clamp(here.blockNumber() - lines, 0, last); // the wheel does not leave the page
        step(to - here.blockNumber());
    }
}

} // namespace longhand::ui
