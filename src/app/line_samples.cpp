#include "app/line_samples.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "app/line_set_writer.h"
#include "app/lines_table.h"
#include "app/normal_form.h"
#include "longhand/app/pictures.h"
#include "longhand/base/files.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, SampleFormat>, 4> kFormatNames = {{
    {"lines", SampleFormat::LinesTable},
    {"pairs", SampleFormat::TextPairs},
    {"page", SampleFormat::PageXml},
    {"iam", SampleFormat::Iam},
}};

char32_t straightened(char32_t c)
{
    constexpr std::u32string_view kSingle = U"\u2018\u2019\u201A\u201B";
    constexpr std::u32string_view kDouble = U"\u201C\u201D\u201E\u201F";
    if (kSingle.find(c) != std::u32string_view::npos)
        return U'\'';
    return kDouble.find(c) != std::u32string_view::npos ? U'"' : c;
}

} // namespace

std::optional<SampleFormat> sampleFormatFromName(std::string_view name)
{
    for (const auto& [known, format] : kFormatNames)
        if (known == name)
            return format;
    return std::nullopt;
}

std::string_view sampleFormatName(SampleFormat format)
{
    for (const auto& [name, known] : kFormatNames)
        if (known == format)
            return name;
    return {};
}

std::string_view describe(ImportProblem problem)
{
    switch (problem) {
    case ImportProblem::NoPicture:
        return "missing pictures";
    case ImportProblem::NoTextFile:
        return "pictures without text";
    case ImportProblem::Unreadable:
        return "unreadable files";
    case ImportProblem::EmptyText:
        return "empty texts";
    case ImportProblem::NoOutline:
        return "lines without outline";
    case ImportProblem::OutsidePage:
        return "outlines outside the page";
    case ImportProblem::TooSmall:
        return "too small pictures";
    case ImportProblem::Duplicate:
        return "duplicates";
    case ImportProblem::Contradiction:
        return "same picture, other text";
    }
    return {};
}

void ImportProblems::add(ImportProblem problem, std::string example)
{
    Kind& kind = m_kinds[problem];
    if (++kind.count <= kExamples)
        kind.examples.push_back(std::move(example));
}

std::size_t ImportProblems::count(ImportProblem problem) const
{
    const auto kind = m_kinds.find(problem);
    return kind == m_kinds.end() ? 0 : kind->second.count;
}

Result<std::vector<fs::path>> filesBelow(const fs::path& folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return Error{ErrorCode::NotFound, "There is no folder " + quoted(folder) + ". Check the name."};
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->path().filename().string().starts_with('.')) {
            it.disable_recursion_pending();
            continue;
        }
        std::error_code unknown;
        if (it->is_regular_file(unknown))
            files.push_back(it->path());
    }
    if (error)
        return Error{error == std::errc::permission_denied ? ErrorCode::NoPermission : ErrorCode::Io,
                     "Cannot read the folder " + quoted(folder) + ": " + error.message() +
                         ". Change its permissions or choose another one."};
    std::sort(files.begin(), files.end(),
              [](const fs::path& a, const fs::path& b) { return naturalLess(a.string(), b.string()); });
    return files;
}

Result<SampleFormat> detectSampleFormat(const fs::path& source)
{
    std::error_code ignored;
    if (fs::exists(source / "lines.tsv", ignored))
        return SampleFormat::LinesTable;
    if (fs::exists(source / "ascii" / "lines.txt", ignored))
        return SampleFormat::Iam;
    const auto files = filesBelow(source);
    if (!files)
        return files.error();
    bool hasXml = false;
    for (const fs::path& file : *files) {
        if (file.filename().string().ends_with(".gt.txt"))
            return SampleFormat::TextPairs;
        hasXml = hasXml || file.extension() == ".xml";
    }
    if (hasXml)
        return SampleFormat::PageXml;
    return Error{ErrorCode::InvalidInput,
                 "There is no training data in " + quoted(source) +
                     ": it holds no lines.tsv, no NAME.gt.txt, no PAGE or ALTO file and no ascii/lines.txt. Choose "
                     "another folder."};
}

Result<std::vector<LineSample>> listSamples(const fs::path& source, SampleFormat format, ImportProblems& problems)
{
    switch (format) {
    case SampleFormat::LinesTable:
        return listTableSamples(source);
    case SampleFormat::TextPairs:
        return listTextPairs(source, problems);
    case SampleFormat::PageXml:
        return listPageSamples(source, problems);
    case SampleFormat::Iam:
        return listIamSamples(source, problems);
    }
    return Error{ErrorCode::Internal, "There is no such format of training data."};
}

Result<std::vector<LineSample>> listTableSamples(const fs::path& source)
{
    auto table = readLinesTable(source);
    if (!table)
        return table.error();
    std::vector<LineSample> samples;
    for (LinesTableRow& row : *table) {
        LineSample sample;
        sample.name = row.picture.string();
        sample.picture = std::move(row.picture);
        sample.writer = std::move(row.writer);
        sample.page = sample.writer; // the table does not know pages
        sample.split = std::move(row.split);
        sample.language = std::move(row.language);
        sample.text = std::move(row.text);
        samples.push_back(std::move(sample));
    }
    return samples;
}

SplitBy groupsOf(const std::vector<LineSample>& samples)
{
    const auto other = std::find_if(samples.begin(), samples.end(),
                                    [&](const LineSample& sample) { return sample.writer != samples.front().writer; });
    return other == samples.end() ? SplitBy::Page : SplitBy::Writer;
}

void assignSplits(std::vector<LineSample>& samples, SplitBy by, double valShare, double testShare, unsigned seed)
{
    for (LineSample& sample : samples) {
        if (sample.split != "train" && sample.split != "val" && sample.split != "test")
            sample.split = splitOfGroup(by == SplitBy::Page ? sample.page : sample.writer, valShare, testShare, seed);
    }
}

std::string namePrefix(const std::string& name)
{
    const std::string prefix = name.substr(0, name.find_first_of("-_. 0123456789"));
    return prefix.empty() ? name : prefix;
}

std::string sampleText(const std::string& text, bool foldQuotes)
{
    std::u32string folded = text::foldWhiteSpace(text::toCodePoints(toNfc(text)));
    if (foldQuotes)
        std::transform(folded.begin(), folded.end(), folded.begin(), straightened);
    return text::toUtf8(folded);
}

} // namespace longhand::app
