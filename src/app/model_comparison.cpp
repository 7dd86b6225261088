#include "longhand/app/model_comparison.h"

#include <utility>

#include "app/line_changes.h"
#include "app/lines_table.h"
#include "app/normal_form.h"
#include "longhand/app/language_models.h"
#include "longhand/base/files.h"
#include "longhand/feedback/feedback_store.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/imaging/page_reader.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

std::string normalText(const std::string& text)
{
    return text::toUtf8(text::foldWhiteSpace(text::toCodePoints(toNfc(text))));
}

Result<std::vector<std::string>> readWith(const ModelChoice& choice, const std::vector<TextLine>& lines,
                                          const std::stop_token& stop, const ProgressFn& progress)
{
    recognition::Options options = defaultReading();
    options.profile = choice.profile;
    auto recognizer = recognition::Recognizer::open(choice.model, options);
    if (!recognizer)
        return recognizer.error();
    std::vector<GrayImage> pictures;
    for (const TextLine& line : lines)
        pictures.push_back(imaging::normalizeLine(line.picture, (*recognizer)->lineHeightPx()));
    const auto readings = (*recognizer)->read(pictures, stop, progress);
    if (!readings)
        return readings.error();
    std::vector<std::string> texts;
    for (const auto& reading : *readings)
        texts.push_back(reading.text);
    return texts;
}

} // namespace

Result<std::vector<TextLine>> linesOfStore(const std::filesystem::path& path, const std::optional<std::string>& writer)
{
    auto store = feedback::FeedbackStore::open(path);
    if (!store)
        return store.error();
    feedback::LineFilter filter;
    filter.writer = writer;
    filter.state = feedback::LabelState::Trusted;
    const auto stored = (*store)->lines(filter);
    if (!stored)
        return stored.error();
    std::vector<TextLine> lines;
    for (const feedback::StoredLine& line : *stored)
        if (auto picture = (*store)->picture(line.id); picture && !picture->empty())
            lines.push_back({line.id, std::move(*picture), normalText(line.humanText)});
    return lines;
}

Result<std::vector<TextLine>> linesOfSet(const std::filesystem::path& folder, const std::string& split,
                                         std::size_t limit)
{
    auto rows = readLinesTable(folder);
    if (!rows)
        return rows.error();
    if (!split.empty())
        std::erase_if(*rows, [&](const LinesTableRow& row) { return row.split != split; });
    const std::size_t count = limit == 0 ? rows->size() : std::min(limit, rows->size());
    std::vector<TextLine> lines;
    for (std::size_t i = 0; i < count; ++i) {
        const LinesTableRow& row = (*rows)[i * rows->size() / count];
        if (auto picture = imaging::readGray(row.picture))
            lines.push_back({static_cast<std::int64_t>(i), std::move(*picture), normalText(row.text)});
    }
    if (lines.empty())
        return Error{ErrorCode::InvalidInput, "There are no lines of the split '" + split + "' in " +
                                                  quoted(folder / "lines.tsv") + ". Choose another one with --split."};
    return lines;
}

Result<ModelComparison> compareModels(const ModelChoice& first, const ModelChoice& second,
                                      const std::vector<TextLine>& lines, std::stop_token stop,
                                      const ProgressFn& progress)
{
    const auto half = [&](int offset) {
        return [&progress, offset](int done, int total) {
            if (progress)
                progress(offset * total + done, 2 * total);
        };
    };
    const auto before = readWith(first, lines, stop, half(0));
    if (!before)
        return before.error();
    const auto after = readWith(second, lines, stop, half(1));
    if (!after)
        return after.error();
    LineChanges changes;
    for (std::size_t i = 0; i < lines.size(); ++i)
        changes.add({lines[i].id, lines[i].text, (*before)[i], (*after)[i], 0, 0});
    changes.sort();
    return ModelComparison{changes.before, changes.after, changes.lines, std::move(changes.better),
                           std::move(changes.worse)};
}

} // namespace longhand::app
