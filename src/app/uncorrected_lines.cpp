#include "longhand/app/uncorrected_lines.h"

#include <algorithm>
#include <system_error>

#include "app/clean_line.h"
#include "app/learning_folder.h"
#include "app/line_set_writer.h"

namespace longhand::app
{

namespace
{

Result<std::size_t> cut(const std::vector<UncorrectedPage>& pages, const std::filesystem::path& folder,
                        const std::stop_token& stop)
{
    auto writer = LineSetWriter::create(folder);
    if (!writer)
        return writer.error();
    std::size_t all = 0, seen = 0;
    for (const UncorrectedPage& page : pages)
        all += page.lines.size();
    const std::size_t wanted = std::min(all, kMostUncorrectedLines);
    const Error stopped{ErrorCode::Stopped, "Cutting out the lines was stopped."};
    for (const UncorrectedPage& page : pages) {
        if (stop.stop_requested())
            return stopped;
        std::vector<const formats::Line*> chosen;
        for (const formats::Line& line : page.lines) {
            // Rises by `wanted` while `seen` rises by `all`.
            if ((seen + 1) * wanted / all > seen * wanted / all)
                chosen.push_back(&line);
            ++seen;
        }
        if (chosen.empty())
            continue;
        const auto picture = readPicture(page.source);
        const auto clean = picture ? imaging::preprocess(*picture, page.source.preprocess)
                                   : Result<imaging::CleanPage>(picture.error());
        if (!clean)
            continue;
        for (const formats::Line* line : chosen)
            if (const auto cut = cutFromClean(*clean, *line))
                if (const auto added = writer->add(*cut, {"train", page.source.writer, {}, {}}); !added)
                    return added.error();
    }
    if (stop.stop_requested())
        return stopped;
    if (writer->lines() > 0)
        if (const auto finished = writer->finish(); !finished)
            return finished.error();
    return writer->lines();
}

} // namespace

Result<std::size_t> cutUncorrectedLines(const std::vector<UncorrectedPage>& pages, const std::filesystem::path& folder,
                                        const std::stop_token& stop)
{
    std::error_code ignored; // what cannot be removed, writing says
    std::filesystem::remove_all(folder, ignored);
    auto lines = cut(pages, folder, stop);
    if (!lines || *lines == 0)
        std::filesystem::remove_all(folder, ignored);
    return lines;
}

Result<std::size_t> cutUncorrectedLinesForRun(const std::vector<UncorrectedPage>& pages,
                                              const std::filesystem::path& job, const std::stop_token& stop)
{
    const auto lock = lockIdle(job); // what lies there may be what another window's run is learning from
    return lock ? cutUncorrectedLines(pages, uncorrectedFolder(job), stop) : lock.error();
}

void dropUncorrectedLines(const std::filesystem::path& job)
{
    std::error_code ignored;
    if (const auto lock = lockIdle(job))
        std::filesystem::remove_all(uncorrectedFolder(job), ignored);
}

} // namespace longhand::app
