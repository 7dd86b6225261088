#include "longhand/app/language_models.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/lines_table.h"
#include "app/normal_form.h"
#include "longhand/app/models.h"
#include "longhand/base/files.h"
#include "longhand/language/build.h"
#include "longhand/language/language_model.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

constexpr const char* kDefaultLanguageModel = "longhand.lm";

std::u32string normalized(std::string_view utf8)
{
    return text::toCodePoints(toNfc(utf8));
}

Result<std::vector<std::u32string>> linesOfFile(const fs::path& file)
{
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    std::vector<std::u32string> lines;
    for (std::size_t begin = 0; begin < bytes->size();) {
        const std::size_t end = std::min(bytes->find('\n', begin), bytes->size());
        lines.push_back(normalized(std::string_view(*bytes).substr(begin, end - begin)));
        begin = end + 1;
    }
    return lines;
}

Result<std::vector<std::u32string>> linesOfSet(const fs::path& folder)
{
    const auto rows = readLinesTable(folder);
    if (!rows)
        return rows.error();
    std::vector<std::u32string> lines;
    for (const LinesTableRow& row : *rows)
        if (row.split == "train")
            lines.push_back(normalized(row.text));
    return lines;
}

/// Name and weight of every text, for people.
std::string describe(const std::vector<LanguageModelText>& texts)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const LanguageModelText& text : texts) {
        const fs::path path = text.path.has_filename() ? text.path : text.path.parent_path();
        list.push_back({{"text", path.filename().string()}, {"weight", text.weight}});
    }
    return list.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace

Result<LanguageModelReport> buildLanguageModel(const LanguageModelRequest& request, std::stop_token stop,
                                               const ProgressFn& progress)
{
    LanguageModelReport report;
    std::vector<language::WeightedText> texts;
    for (const LanguageModelText& text : request.texts) {
        std::error_code ignored;
        auto lines = fs::is_directory(text.path, ignored) ? linesOfSet(text.path) : linesOfFile(text.path);
        if (!lines)
            return lines.error();
        for (const std::u32string& line : *lines)
            report.characters += line.size();
        texts.push_back({std::move(*lines), text.weight});
    }
    language::BuildOptions options;
    options.order = request.order;
    options.maxBytes = request.maxBytes;
    options.description = describe(request.texts);
    const auto bytes = language::buildModel(texts, options, std::move(stop), progress);
    if (!bytes)
        return bytes.error();
    const auto model = language::LanguageModel::parse(*bytes, quoted(request.output));
    if (!model)
        return model.error();
    if (const auto written = writeFileAtomically(request.output, *bytes); !written)
        return written.error();
    report.ngrams = model->ngramCounts();
    report.bytes = bytes->size();
    return report;
}

Result<std::string> describeLanguageModel(const fs::path& path)
{
    const auto model = language::LanguageModel::open(path);
    if (!model)
        return model.error();
    const auto texts = nlohmann::ordered_json::parse(model->description(), nullptr, false);
    const nlohmann::ordered_json description = {{"order", model->order()},
                                                {"characters", text::toUtf8(model->characters())},
                                                {"ngrams", model->ngramCounts()},
                                                {"texts", texts.is_discarded() ? nlohmann::ordered_json() : texts}};
    return description.dump(2);
}

std::optional<fs::path> findDefaultLanguageModel()
{
    std::error_code ignored;
    for (const fs::path& folder : modelFolders())
        if (fs::is_regular_file(folder / kDefaultLanguageModel, ignored))
            return folder / kDefaultLanguageModel;
    return std::nullopt;
}

recognition::Options defaultReading()
{
    recognition::Options options;
    options.decoder = recognition::Decoder::Beam;
    options.language.model = findDefaultLanguageModel().value_or(fs::path());
    return options;
}

} // namespace longhand::app
