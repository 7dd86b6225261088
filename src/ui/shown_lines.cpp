#include "ui/shown_lines.h"

#include <algorithm>

#include <QCoreApplication>
#include <QTextDocument>

namespace longhand::ui
{

namespace
{

QString tr(const char* text, int count = -1)
{
    return QCoreApplication::translate("longhand::ui", text, nullptr, count);
}

} // namespace

std::vector<ShownLine> shownLines(const PageText& text)
{
    std::vector<ShownLine> shown;
    std::vector<int> place(text.reading().lines.size(), -1);
    const QTextDocument& document = text.document();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int line = PageText::lineOf(block);
        if (line < 0)
            continue;
        int& known = place[static_cast<std::size_t>(line)];
        if (known < 0) {
            known = static_cast<int>(shown.size());
            shown.push_back({line, known + 1, text.stateOf(block), PageText::marksOf(block).newReading, block.text()});
            continue;
        }
        ShownLine& whole = shown[static_cast<std::size_t>(known)];
        whole.text += QLatin1Char(' ') + block.text();
        whole.state = std::max(whole.state, text.stateOf(block));
    }
    return shown;
}

QString stateName(LineState state)
{
    switch (state) {
    case LineState::Found:
        return tr("not read yet");
    case LineState::Read:
        return tr("read by machine");
    case LineState::Confirmed:
        return tr("confirmed");
    }
    return {};
}

QString describeLine(const PageText& text, int line)
{
    const QTextBlock first = text.paragraphOf(line);
    if (!first.isValid())
        return {};
    int doubts = 0;
    LineState state = text.stateOf(first);
    for (QTextBlock block = first; block.isValid() && PageText::lineOf(block) == line; block = block.next()) {
        const std::vector<TextWord> words = text.words(block);
        doubts += static_cast<int>(std::ranges::count_if(words, &TextWord::doubtful));
        state = std::max(state, text.stateOf(block));
    }
    QString description = doubts == 0   ? tr("no doubtful words, %1").arg(stateName(state))
                          : doubts == 1 ? tr("one doubtful word, %1").arg(stateName(state))
                                        : tr("%n doubtful words, %1", doubts).arg(stateName(state));
    if (PageText::marksOf(first).newReading >= 0)
        description += QStringLiteral(", ") + tr("another reading to decide about");
    return description;
}

} // namespace longhand::ui
