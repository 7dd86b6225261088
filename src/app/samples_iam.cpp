#include "app/line_samples.h"

#include <sstream>
#include <system_error>
#include <utility>

#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

/// id, segmentation, grey level, components, x, y, width, height; the text is what follows.
constexpr int kFieldsBeforeText = 8;

/// The words stand apart from the punctuation marks and endings that were written onto them.
std::string joinTokens(const std::string& tokens)
{
    const auto startsOntoPrevious = [](const std::string& token) {
        return token.find_first_not_of(".,;:!?)") == std::string::npos || token == "n't" ||
               (token.size() > 1 && token.size() <= 3 && token.front() == '\'');
    };
    std::string text;
    bool glueNext = true;
    bool quoteOpen = false;
    std::istringstream stream(tokens);
    for (std::string token; std::getline(stream, token, '|');) {
        if (token.empty())
            continue;
        const bool isQuote = token == "\"";
        const bool glue = glueNext || startsOntoPrevious(token) || (isQuote && quoteOpen);
        text += (glue ? "" : " ") + token;
        glueNext = token == "(" || (isQuote && !quoteOpen);
        quoteOpen = quoteOpen != isQuote;
    }
    return text;
}

/// Writer of each form; empty when the database came without the list.
std::map<std::string, std::string> writersOfForms(const fs::path& source)
{
    std::map<std::string, std::string> writers;
    for (const fs::path& file : {source / "ascii" / "forms.txt", source / "forms.txt"}) {
        const auto bytes = readFile(file);
        if (!bytes)
            continue;
        std::istringstream stream(*bytes);
        for (std::string line; std::getline(stream, line);) {
            std::istringstream fields(line);
            std::string form;
            std::string writer;
            if (!line.starts_with('#') && fields >> form >> writer)
                writers[form] = writer;
        }
        break;
    }
    return writers;
}

/// "a01-000u-00" -> "a01-000u" -> "a01"
std::string withoutLastPart(const std::string& id)
{
    return id.substr(0, id.rfind('-'));
}

} // namespace

Result<std::vector<LineSample>> listIamSamples(const fs::path& source, ImportProblems& problems)
{
    const fs::path table = source / "ascii" / "lines.txt";
    const auto bytes = readFile(table);
    if (!bytes)
        return bytes.error();
    const auto writers = writersOfForms(source);
    std::vector<LineSample> samples;
    std::istringstream stream(*bytes);
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (line.ends_with('\r'))
            line.pop_back();
        if (line.empty() || line.starts_with('#'))
            continue;
        std::istringstream fields(line);
        std::string id;
        fields >> id;
        std::string skipped;
        for (int i = 1; i < kFieldsBeforeText; ++i)
            fields >> skipped;
        std::string tokens;
        if (!fields || !std::getline(fields >> std::ws, tokens)) {
            problems.add(ImportProblem::Unreadable, table.string() + " line " + std::to_string(number));
            continue;
        }
        LineSample sample;
        sample.name = id;
        sample.page = withoutLastPart(id);
        sample.picture = source / "lines" / withoutLastPart(sample.page) / sample.page / (id + ".png");
        std::error_code ignored;
        if (!fs::exists(sample.picture, ignored)) {
            problems.add(ImportProblem::NoPicture, sample.picture.string());
            continue;
        }
        const auto writer = writers.find(sample.page);
        // Forms of one text prefix were written by one person mostly; better a group too large than one cut in two.
        sample.writer = writer == writers.end() ? withoutLastPart(sample.page) : writer->second;
        sample.language = "en";
        sample.text = joinTokens(tokens);
        samples.push_back(std::move(sample));
    }
    return samples;
}

} // namespace longhand::app
