#include "ui/line_tools.h"

#include <algorithm>

#include <QAction>
#include <QLabel>
#include <QMainWindow>
#include <QTextBlock>
#include <QTextDocument>
#include <QUndoStack>

#include "ui/line_editor.h"
#include "ui/line_edits.h"
#include "ui/line_number_popup.h"
#include "ui/line_reader.h"
#include "ui/page_list.h"
#include "ui/page_panel.h"
#include "ui/page_view.h"
#include "ui/reading_bar.h"
#include "ui/session.h"
#include "ui/shown_lines.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

namespace
{

constexpr double kHeightOfPage = 0.03; ///< of a first line, share of the page's height
constexpr double kPitchOfHeight = 1.3;

Point middleOf(const Polyline& baseline)
{
    return pointAlong(baseline, lengthOf(baseline) / 2);
}

double usualHeight(const LineEdits& edits)
{
    std::vector<double> heights;
    for (const int line : edits.lines())
        heights.push_back(heightOf(edits.shape(line)));
    if (heights.empty())
        return std::max(8.0, kHeightOfPage * edits.reading().heightPx);
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

/// Behind the nearest line above it that it stands under, else before all lines.
int placeFor(const LineEdits& edits, const Polyline& baseline)
{
    const Rect box = boundingBox(baseline);
    const double y = middleOf(baseline).y;
    int place = 0;
    double nearest = -1;
    const std::vector<int> lines = edits.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Polyline other = edits.shape(lines[i]).baseline;
        const Rect otherBox = boundingBox(other);
        const double above = y - middleOf(other).y;
        const bool apart = otherBox.x > box.x + box.width || box.x > otherBox.x + otherBox.width;
        if (above < 0 || apart || (nearest >= 0 && above > nearest))
            continue;
        nearest = above;
        place = static_cast<int>(i) + 1;
    }
    return place;
}

} // namespace

LineTools::LineTools(const Parts& parts, QMainWindow& window)
    : m_parts(parts), m_window(window), m_editor(new LineEditor(parts.view, this)),
      m_reader(new LineReader(parts.session, parts.service, this)), m_bar(new ReadingBar)
{
    m_parts.panel.addBelowText(m_bar);
    makeMenus();
    connectParts();
    refresh();
}

LineTools::~LineTools()
{
    m_parts.view.setLineDescriber({});
}

void LineTools::connectParts()
{
    connect(&m_parts.list, &PageList::currentPageChanged, this, &LineTools::refresh);
    connect(&m_parts.session, &Session::pageChanged, this, [this](int id) {
        if (id != page())
            return;
        refresh();
        restoreCaret();
    });
    connect(&m_parts.session, &Session::textReplaced, this, [this](int id) {
        if (id == page())
            m_caretToRestore = m_caret;
    });
    connect(&m_parts.session, &Session::readAgainFailed, this,
            [this](int, const QString& sentence) { Q_EMIT remarked(sentence); });
    TextPane& pane = m_parts.panel.text();
    connect(&pane, &QPlainTextEdit::cursorPositionChanged, this, [this, &pane] {
        const PageText* shown = text();
        const QTextCursor cursor = pane.textCursor();
        const int line = PageText::lineOf(cursor.block());
        m_caret.reset();
        if (shown && line >= 0 && line < static_cast<int>(shown->reading().lines.size()))
            m_caret =
                Caret{page(), shown->reading().lines[static_cast<std::size_t>(line)].id, cursor.positionInBlock()};
        updateBar();
    });

    connect(m_editor, &LineEditor::choiceChanged, this, &LineTools::updateActions);
    connect(m_editor, &LineEditor::lineDrawn, this, &LineTools::drawLine);
    connect(m_editor, &LineEditor::linesMoved, this, [this](const std::vector<int>& lines, double dx, double dy) {
        LineEdits edits(*text());
        edits.move(lines, dx, dy);
        apply(edits, lines.size() == 1 ? tr("moving a line") : tr("moving lines"), lines, lines);
    });
    connect(m_editor, &LineEditor::lineReshaped, this, [this](int line, const LineShape& shape) {
        LineEdits edits(*text());
        edits.setShape(line, shape);
        apply(edits, tr("reshaping a line"), {line}, {line});
    });
    connect(m_editor, &LineEditor::lineReordered, this, &LineTools::reorder);
    connect(m_editor, &LineEditor::splitRequested, this, &LineTools::split);
    connect(m_editor, &LineEditor::mergeRequested, this, &LineTools::merge);
    connect(m_editor, &LineEditor::removeRequested, this, &LineTools::removeLines);
    connect(m_editor, &LineEditor::newLineRequested, this, &LineTools::newLineBelow);
    connect(m_editor, &LineEditor::leaveRequested, this, [this] { m_edit->setChecked(false); });

    connect(m_reader, &LineReader::started, this, [this] {
        updateActions();
        Q_EMIT remarked(tr("Reading…"));
    });
    connect(m_reader, &LineReader::failed, this, [this](int, const QString& sentence) {
        updateActions();
        Q_EMIT remarked(sentence);
    });
    connect(m_reader, &LineReader::finished, this, [this](int, int lines, int toDecide) {
        updateActions();
        if (toDecide == 1)
            Q_EMIT remarked(tr("One new reading differs from your text."));
        else if (toDecide > 1)
            Q_EMIT remarked(tr("%n new readings differ from your text.", nullptr, toDecide));
        else if (lines == 1)
            Q_EMIT remarked(tr("The line was read again."));
        else if (lines > 1)
            Q_EMIT remarked(tr("%n lines were read again.", nullptr, lines));
    });
    connect(m_bar, &ReadingBar::accepted, this, [this] { decide(true, false); });
    connect(m_bar, &ReadingBar::kept, this, [this] { decide(false, false); });
    connect(m_bar, &ReadingBar::allAccepted, this, [this] { decide(true, true); });
    connect(m_bar, &ReadingBar::allKept, this, [this] { decide(false, true); });
    connect(m_bar, &ReadingBar::stepped, this, &LineTools::stepReading);
    m_parts.view.setLineDescriber([this](int line) {
        const PageText* shown = text();
        return shown ? describeLine(*shown, line) : QString();
    });
}

int LineTools::page() const
{
    return m_parts.list.currentPage();
}

PageText* LineTools::text() const
{
    const PageItem* item = m_parts.session.pages().find(page());
    return item ? item->text.get() : nullptr;
}

void LineTools::refresh()
{
    PageText* shown = text();
    QTextDocument* document = shown ? &shown->document() : nullptr;
    if (document != m_watched) {
        if (m_watched)
            m_watched->disconnect(this);
        m_watched = document;
        if (document)
            connect(document, &QTextDocument::contentsChanged, this, &LineTools::updateLines);
    }
    updateLines();
}

void LineTools::updateLines()
{
    const PageText* shown = text();
    std::vector<EditableLine> lines;
    if (shown) {
        m_parts.view.updateLines(shownLines(*shown));
        for (const ShownLine& line : m_parts.view.shownLines()) {
            const formats::Line& read = shown->reading().lines[static_cast<std::size_t>(line.line)];
            if (m_editor->isActive())
                lines.push_back({line.line, read.id, {read.outline, read.baseline}});
        }
    }
    m_editor->setLines(std::move(lines));
    updateActions();
    updateBar();
}

void LineTools::restoreCaret()
{
    const std::optional<Caret> caret = std::exchange(m_caretToRestore, std::nullopt);
    const PageText* shown = text();
    if (!caret || caret->page != page() || !shown)
        return;
    for (const ShownLine& line : m_parts.view.shownLines()) {
        if (shown->reading().lines[static_cast<std::size_t>(line.line)].id != caret->line)
            continue;
        const QTextBlock block = shown->paragraphOf(line.line);
        TextPane& pane = m_parts.panel.text();
        QTextCursor cursor = pane.textCursor();
        cursor.setPosition(block.position() + std::min(caret->column, block.length() - 1));
        pane.setTextCursor(cursor);
    }
}

std::vector<int> LineTools::wantedLines() const
{
    if (m_editor->isActive() && !m_editor->chosen().empty())
        return m_editor->chosen();
    const int line = PageText::lineOf(m_parts.panel.text().textCursor().block());
    return line >= 0 && text() ? std::vector<int>{line} : std::vector<int>();
}

void LineTools::apply(const LineEdits& edits, const QString& what, const std::vector<int>& chosen,
                      const std::vector<int>& reread, bool drawn)
{
    const auto idsOf = [&edits](const std::vector<int>& lines) {
        std::vector<std::string> ids;
        for (const int line : lines)
            ids.push_back(edits.reading().lines[static_cast<std::size_t>(line)].id);
        return ids;
    };
    const std::vector<std::string> chosenIds = idsOf(chosen);
    const std::vector<std::string> rereadIds = idsOf(reread);
    m_parts.session.replaceText(page(), edits.text(), what);
    m_editor->chooseIds(chosenIds);
    const PageText* shown = text();
    std::vector<int> machines;
    for (int line = 0; line < static_cast<int>(shown->reading().lines.size()); ++line) {
        const QTextBlock block = shown->paragraphOf(line);
        if (std::ranges::find(rereadIds, shown->reading().lines[static_cast<std::size_t>(line)].id) !=
                rereadIds.end() &&
            block.isValid() && shown->stateOf(block) != LineState::Confirmed)
            machines.push_back(line);
    }
    if (machines.empty())
        return;
    if (drawn)
        m_reader->readDrawn(page(), machines.front());
    else
        m_reader->read(page(), machines);
}

void LineTools::confirmLines()
{
    PageText* shown = text();
    if (!shown)
        return;
    const std::vector<int> lines = wantedLines();
    for (const int line : lines)
        shown->confirmLine(line);
    if (m_editor->isActive() || lines.size() != 1)
        return;
    // On to the next, so that a page is gone through with one key.
    TextPane& pane = m_parts.panel.text();
    QTextBlock next = pane.textCursor().block();
    while (next.isValid() && PageText::lineOf(next) == lines.front())
        next = next.next();
    if (next.isValid())
        pane.setTextCursor(QTextCursor(next));
}

void LineTools::readLines()
{
    m_reader->read(page(), wantedLines());
}

void LineTools::readPage()
{
    if (const PageText* shown = text())
        m_reader->read(page(), LineEdits(*shown).lines());
}

void LineTools::findLinesAgain()
{
    m_parts.session.readAgain(page());
}

void LineTools::rotate(int clockwiseDeg)
{
    const int id = page();
    if (!m_parts.session.pages().find(id))
        return;
    m_reader->cancel();
    const QString what = tr("rotating the page");
    QUndoStack& stack = m_parts.session.undoStack();
    stack.beginMacro(what);
    m_parts.session.changeSettings(
        {id},
        [clockwiseDeg](PageSettings& settings) {
            settings.rotationDeg = (settings.rotationDeg + clockwiseDeg + 360) % 360;
        },
        what);
    if (const PageText* shown = text()) {
        LineEdits edits(*shown);
        edits.rotate(clockwiseDeg);
        m_parts.session.replaceText(id, edits.text(), what);
    }
    stack.endMacro();
    // Lines of writing that lay on its side were not found as such.
    m_parts.session.readAgain(id);
}

void LineTools::drawLine(const Polyline& baseline)
{
    if (!text())
        return;
    LineEdits edits(*text());
    const int line = edits.add({bandAround(baseline, usualHeight(edits)), baseline}, placeFor(edits, baseline));
    apply(edits, tr("drawing a line"), {line}, {line}, true);
}

void LineTools::newLineBelow()
{
    if (!text())
        return;
    LineEdits edits(*text());
    const double height = usualHeight(edits);
    const std::vector<int> lines = edits.lines();
    const std::vector<int> wanted = wantedLines();
    const int above = !wanted.empty() ? wanted.back() : !lines.empty() ? lines.back() : -1;
    const double width = edits.reading().widthPx;
    LineShape shape{{}, {{0.1 * width, 2 * height}, {0.9 * width, 2 * height}}};
    if (above >= 0)
        shape = translated(edits.shape(above), 0, kPitchOfHeight * height);
    shape.outline = bandAround(shape.baseline, height);
    const auto place = std::ranges::find(lines, above) - lines.begin() + (above >= 0 ? 1 : 0);
    const int line = edits.add(shape, static_cast<int>(place));
    m_edit->setChecked(true);
    apply(edits, tr("adding a line"), {line}, {line}, true);
    m_parts.view.setFocus();
}

void LineTools::split()
{
    const std::optional<QPointF> at = m_editor->splitPoint();
    const std::vector<int> lines = m_editor->chosen();
    if (!at || lines.size() != 1 || !text())
        return;
    LineEdits edits(*text());
    const int second = edits.split(lines.front(), {at->x(), at->y()});
    if (second < 0)
        Q_EMIT remarked(tr("The cut is at the end of the line. Move it with the left and right arrow keys."));
    else
        apply(edits, tr("splitting a line"), {lines.front(), second}, {lines.front(), second});
}

void LineTools::merge()
{
    if (!text())
        return;
    LineEdits edits(*text());
    const int merged = edits.merge(m_editor->chosen());
    if (merged < 0)
        Q_EMIT remarked(tr("Choose two or more lines to join: click them while holding Ctrl."));
    else
        apply(edits, tr("joining lines"), {merged}, {merged});
}

void LineTools::removeLines()
{
    const std::vector<int> lines = wantedLines();
    if (lines.empty() || !text())
        return;
    LineEdits edits(*text());
    // The one behind takes over, for whoever deletes one after the other.
    const std::vector<int> all = edits.lines();
    const auto behind = std::ranges::find(all, lines.back()) + 1;
    const std::vector<int> next = behind < all.end() ? std::vector<int>{*behind} : std::vector<int>();
    edits.remove(lines);
    apply(edits, lines.size() == 1 ? tr("deleting a line") : tr("deleting lines"), next, {});
}

void LineTools::reorder(int line, int position)
{
    if (!text())
        return;
    LineEdits edits(*text());
    edits.reorder(line, position);
    apply(edits, tr("reordering lines"), {line}, {});
}

void LineTools::moveInOrder(int by)
{
    const std::vector<int> lines = wantedLines();
    if (lines.size() != 1 || !text())
        return;
    const std::vector<int> all = LineEdits(*text()).lines();
    const int position = static_cast<int>(std::ranges::find(all, lines.front()) - all.begin()) + by;
    if (position >= 0 && position < static_cast<int>(all.size()))
        reorder(lines.front(), position);
}

void LineTools::askForNumber()
{
    const std::vector<int> lines = wantedLines();
    if (lines.size() != 1 || !text())
        return;
    const std::vector<int> all = LineEdits(*text()).lines();
    const int number = static_cast<int>(std::ranges::find(all, lines.front()) - all.begin()) + 1;
    auto* popup = new LineNumberPopup(number, static_cast<int>(all.size()), &m_window); // deletes itself
    connect(popup, &LineNumberPopup::numberChosen, this,
            [this, line = lines.front()](int chosen) { reorder(line, chosen - 1); });
    const QRectF box = m_parts.view.mapFromScene(m_parts.view.outline(lines.front()).boundingRect()).boundingRect();
    popup->openAt(m_parts.view.viewport()->mapToGlobal(box.bottomLeft().toPoint()));
}

std::vector<int> LineTools::undecided() const
{
    std::vector<int> lines;
    for (const ShownLine& line : m_parts.view.shownLines())
        if (line.newReading >= 0)
            lines.push_back(line.line);
    return lines;
}

int LineTools::currentUndecided(const std::vector<int>& lines) const
{
    const int atCaret = PageText::lineOf(m_parts.panel.text().textCursor().block());
    return std::ranges::find(lines, atCaret) != lines.end() ? atCaret : lines.front();
}

void LineTools::updateBar()
{
    const std::vector<int> lines = undecided();
    if (lines.empty() || !text()) {
        m_bar->hide();
        return;
    }
    const int current = currentUndecided(lines);
    const auto shown = std::ranges::find(m_parts.view.shownLines(), current, &ShownLine::line);
    const std::string& read = text()->reading().lines[static_cast<std::size_t>(shown->newReading)].text;
    m_bar->showDifference({shown->number, shown->text, QString::fromStdString(read).simplified(),
                           static_cast<int>(std::ranges::find(lines, current) - lines.begin()),
                           static_cast<int>(lines.size())});
}

void LineTools::decide(bool accept, bool all)
{
    std::vector<int> lines = undecided();
    if (lines.empty())
        return;
    if (!all)
        lines = {currentUndecided(lines)};
    for (const int line : lines) {
        if (accept)
            text()->acceptNewReading(line);
        else
            text()->dismissNewReading(line);
    }
}

void LineTools::stepReading(int by)
{
    const std::vector<int> lines = undecided();
    if (lines.empty())
        return;
    const int count = static_cast<int>(lines.size());
    const auto now = std::ranges::find(lines, currentUndecided(lines)) - lines.begin();
    m_parts.panel.text().goToLine(lines[static_cast<std::size_t>((static_cast<int>(now) + by + count) % count)]);
}

} // namespace longhand::ui
