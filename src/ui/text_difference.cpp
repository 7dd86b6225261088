#include "ui/text_difference.h"

#include <algorithm>
#include <vector>

#include <QCoreApplication>

namespace longhand::ui
{

namespace
{

struct TextDifference {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::TextDifference)
};

enum class Step { Same, Wrong, Missing };

/// The cheapest way from `text` to `reading`, as steps: each character of the reading is the same or wrong, and what
/// the reading lacks is missing.
std::vector<Step> stepsTo(const QString& text, const QString& reading)
{
    const qsizetype rows = text.size() + 1, columns = reading.size() + 1;
    std::vector<int> cost(static_cast<std::size_t>(rows * columns));
    const auto at = [&](qsizetype row, qsizetype column) -> int& {
        return cost[static_cast<std::size_t>(row * columns + column)];
    };
    for (qsizetype row = 0; row < rows; ++row)
        for (qsizetype column = 0; column < columns; ++column) {
            if (row == 0 || column == 0) {
                at(row, column) = static_cast<int>(row + column);
                continue;
            }
            const int swap = at(row - 1, column - 1) + (text[row - 1] == reading[column - 1] ? 0 : 1);
            at(row, column) = std::min({swap, at(row - 1, column) + 1, at(row, column - 1) + 1});
        }
    std::vector<Step> steps;
    for (qsizetype row = rows - 1, column = columns - 1; row > 0 || column > 0;) {
        const bool same = row > 0 && column > 0 && text[row - 1] == reading[column - 1];
        if (row > 0 && column > 0 && at(row, column) == at(row - 1, column - 1) + (same ? 0 : 1)) {
            steps.push_back(same ? Step::Same : Step::Wrong);
            --row;
            --column;
        } else if (column > 0 && at(row, column) == at(row, column - 1) + 1) {
            steps.push_back(Step::Wrong);
            --column;
        } else {
            steps.push_back(Step::Missing);
            --row;
        }
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

} // namespace

QString markedDifference(const QString& text, const QString& reading, const QPalette& palette)
{
    const bool dark = palette.color(QPalette::Base).lightnessF() < 0.5;
    const QString open = QStringLiteral("<span style=\"color:%1; font-weight:600; text-decoration:underline\">")
                             .arg(dark ? QStringLiteral("#ff9d94") : QStringLiteral("#b3261e"));
    const QString close = QStringLiteral("</span>");
    QString html;
    qsizetype next = 0;
    bool marked = false;
    const auto mark = [&](bool on) {
        if (marked != on)
            html += on ? open : close;
        marked = on;
    };
    for (const Step step : stepsTo(text, reading)) {
        mark(step != Step::Same);
        if (step != Step::Missing)
            html += QString(reading[next++]).toHtmlEscaped();
        else if (!html.endsWith(QChar(0x2038)))
            html += QChar(0x2038); // CARET
    }
    mark(false);
    return html;
}

QString differenceInWords(std::size_t edits)
{
    if (edits == 0)
        return TextDifference::tr("right");
    if (edits == 1)
        return TextDifference::tr("one wrong character");
    return TextDifference::tr("%n wrong characters", nullptr, static_cast<int>(edits));
}

} // namespace longhand::ui
