#include "ui/untouched_lines.h"

namespace longhand::ui
{

std::vector<int> untouchedLines(const PageText& text)
{
    const formats::Page& reading = text.reading();
    std::vector<int> paragraphs(reading.lines.size(), 0), untouched;
    const auto all = text.paragraphs();
    for (const Paragraph& paragraph : all)
        if (paragraph.line >= 0 && paragraph.line < text.lineCount())
            ++paragraphs[static_cast<std::size_t>(paragraph.line)];
    for (const Paragraph& paragraph : all) {
        if (paragraph.line < 0 || paragraph.line >= text.lineCount() || paragraph.marks.confirmed)
            continue;
        const auto line = static_cast<std::size_t>(paragraph.line);
        if (paragraphs[line] == 1 && paragraph.text == QString::fromStdString(reading.lines[line].text))
            untouched.push_back(paragraph.line);
    }
    return untouched;
}

} // namespace longhand::ui
