#include "ui/uncorrected_pages.h"

#include "ui/page_model.h"
#include "ui/untouched_lines.h"

namespace longhand::ui
{

namespace
{

/// What stands on a page that was marked as corrected is no machine's reading any more.
bool isUncorrected(const PageItem& page, const std::string& writer)
{
    return page.text && !page.settings.corrected && page.settings.writer.toStdString() == writer;
}

} // namespace

std::vector<app::UncorrectedPage> uncorrectedPages(const PageModel& pages, const std::string& writer)
{
    std::vector<app::UncorrectedPage> result;
    for (const auto& page : pages.pages()) {
        if (!isUncorrected(*page, writer))
            continue;
        app::UncorrectedPage lines{sourceOf(*page), {}};
        for (const int line : untouchedLines(*page->text))
            lines.lines.push_back(page->text->reading().lines[static_cast<std::size_t>(line)]);
        if (!lines.lines.empty())
            result.push_back(std::move(lines));
    }
    return result;
}

int uncorrectedLines(const PageModel& pages, const std::string& writer)
{
    std::size_t lines = 0;
    for (const auto& page : pages.pages())
        if (isUncorrected(*page, writer))
            lines += untouchedLines(*page->text).size();
    return static_cast<int>(lines);
}

} // namespace longhand::ui
