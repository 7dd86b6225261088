#include "longhand/app/data_glue.h"

#include <algorithm>
#include <map>
#include <random>
#include <utility>

#include "app/line_set_writer.h"
#include "app/lines_table.h"
#include "app/normal_form.h"
#include "app/word_judgements.h"
#include "longhand/base/files.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/imaging/page_reader.h"
#include "longhand/recognition/recognizer.h"
#include "longhand/synthesis/hand_inventory.h"
#include "longhand/text/counted.h"
#include "longhand/text/error_rate.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

/// Of the lines that are written; more than the network reads, so that gluing happens at full detail.
constexpr int kGluedHeightPx = 72;
constexpr std::size_t kLinesPerBatch = 64;
/// A hand that shows fewer letters than this writes the same few words all the time.
constexpr std::size_t kFewestWords = 25;

struct Hand {
    std::string name;
    std::vector<LinesTableRow> rows;
};

Result<std::vector<Hand>> collectHands(const GlueRequest& request)
{
    std::map<std::string, Hand> hands;
    for (const auto& folder : request.lineSets) {
        auto rows = readLinesTable(folder);
        if (!rows)
            return rows.error();
        const std::string set = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
        for (LinesTableRow& row : *rows) {
            if (row.split != "train")
                continue;
            Hand& hand = hands[set + '-' + row.writer];
            hand.name = set + '-' + row.writer;
            if (hand.rows.size() < request.linesPerHand)
                hand.rows.push_back(std::move(row));
        }
    }
    std::vector<Hand> result;
    for (auto& [name, hand] : hands)
        result.push_back(std::move(hand));
    return result;
}

/// The words of the reading that are right, with their letters in pixels of a picture of this width.
std::vector<std::vector<synthesis::PlacedLetter>> certainWords(const std::string& reference,
                                                               const recognition::LineReading& reading, int widthPx)
{
    std::vector<std::vector<synthesis::PlacedLetter>> words;
    const auto judgements = judgeWords(reference, reading);
    for (std::size_t w = 0; w < judgements.size(); ++w) {
        if (!judgements[w].isRight)
            continue;
        const recognition::WordReading& word = reading.words[w];
        words.emplace_back();
        const auto end = static_cast<std::size_t>(word.firstChar + word.charCount);
        for (auto i = static_cast<std::size_t>(word.firstChar); i < end; ++i) {
            const recognition::CharReading& letter = reading.chars[i];
            words.back().push_back(
                {text::toCodePoints(letter.text).front(), letter.begin * widthPx, letter.end * widthPx});
        }
        // The network tells a letter late, well inside its ink: a word begins before its first letter's share of the
        // room.
        const auto middle = [&](std::size_t i) {
            return (reading.chars[i].begin + reading.chars[i].end) / 2 * widthPx;
        };
        words.back().front().begin = word.firstChar > 0 ? middle(static_cast<std::size_t>(word.firstChar) - 1) : 0.0;
        words.back().back().end = end < reading.chars.size() ? middle(end) : static_cast<double>(widthPx);
    }
    return words;
}

/// Reads a writer's lines and keeps what was read right.
class HandReader
{
public:
    HandReader(recognition::Recognizer& recognizer, GlueReport& report) : m_recognizer(recognizer), m_report(report) {}

    Result<std::vector<synthesis::LetteredLine>> read(const std::vector<LinesTableRow>& rows,
                                                      const std::stop_token& stop)
    {
        std::vector<synthesis::LetteredLine> lines;
        for (std::size_t first = 0; first < rows.size(); first += kLinesPerBatch) {
            std::vector<GrayImage> input;
            std::vector<synthesis::LetteredLine> batch;
            std::vector<std::string> texts;
            for (std::size_t i = first; i < std::min(rows.size(), first + kLinesPerBatch); ++i) {
                const auto picture = imaging::readGray(rows[i].picture);
                if (!picture)
                    continue; // packing names the broken ones
                input.push_back(imaging::normalizeLine(*picture, m_recognizer.lineHeightPx()));
                batch.push_back({imaging::normalizeLine(*picture, kGluedHeightPx), {}});
                texts.push_back(rows[i].text);
            }
            const auto readings = m_recognizer.read(input, stop);
            if (!readings)
                return readings.error();
            for (std::size_t i = 0; i < batch.size(); ++i) {
                batch[i].words = certainWords(texts[i], (*readings)[i], batch[i].picture.width);
                ++m_report.sourceLines;
                m_report.sourceWords += batch[i].words.size();
                if (!batch[i].words.empty())
                    lines.push_back(std::move(batch[i]));
            }
        }
        return lines;
    }

private:
    recognition::Recognizer& m_recognizer;
    GlueReport& m_report;
};

Result<std::vector<std::vector<std::u32string>>> readParagraphs(const std::vector<std::filesystem::path>& files)
{
    std::vector<std::vector<std::u32string>> paragraphs;
    for (const auto& path : files) {
        const auto content = readFile(path);
        if (!content)
            return content.error();
        std::vector<std::u32string> words(1);
        for (const char32_t c : text::toCodePoints(toNfc(*content))) {
            const bool ends = c == U'\n', parts = ends || c == U' ' || c == U'\t' || c == U'\r';
            if (!parts)
                words.back() += c;
            else if (!words.back().empty())
                words.emplace_back();
            if (!ends)
                continue;
            words.pop_back();
            if (!words.empty())
                paragraphs.push_back(std::exchange(words, {}));
            words.emplace_back();
        }
        if (words.back().empty())
            words.pop_back();
        if (!words.empty())
            paragraphs.push_back(std::move(words));
    }
    if (paragraphs.empty())
        return Error{ErrorCode::InvalidInput, "The texts hold nothing to write. Give a text file with --text."};
    return paragraphs;
}

/// Words in a row from somewhere in the text, about as long as a line, without those the hand has no letters for; empty
/// when it can write too few of them. Most of what is left over between gaps are *a*, *to* and *the*, so behind a gap
/// only longer words go on.
std::vector<std::u32string> chooseWords(const std::vector<std::vector<std::u32string>>& paragraphs,
                                        const synthesis::HandInventory& hand, std::mt19937_64& random)
{
    constexpr std::size_t kShortest = 14, kLongest = 56, kLongWord = 4;
    const auto& paragraph = paragraphs[random() % paragraphs.size()];
    const std::size_t wanted = kShortest + random() % (kLongest - kShortest);
    std::vector<std::u32string> words;
    std::size_t length = 0;
    bool gap = false;
    for (std::size_t i = random() % paragraph.size(); i < paragraph.size() && length < wanted; ++i) {
        const bool writes = (!gap || paragraph[i].size() >= kLongWord) && hand.canWrite(paragraph[i]);
        gap = !writes;
        if (writes) {
            words.push_back(paragraph[i]);
            length += paragraph[i].size() + 1;
        }
    }
    if (length < kShortest)
        words.clear();
    return words;
}

std::string joined(const std::vector<std::u32string>& words)
{
    std::u32string text;
    for (const auto& word : words)
        text += (text.empty() ? U"" : U" ") + word;
    return text::toUtf8(text);
}

struct GluedLine {
    GrayImage picture;
    std::string hand, text;
};

/// Without the lines of which the model reads hardly anything: their letters were cut in the wrong places.
Result<std::vector<GluedLine>> legibleOnes(std::vector<GluedLine> lines, recognition::Recognizer& recognizer,
                                           const std::stop_token& stop)
{
    constexpr double kMostErrors = 0.4;
    std::vector<GrayImage> input;
    for (const GluedLine& line : lines)
        input.push_back(imaging::normalizeLine(line.picture, recognizer.lineHeightPx()));
    const auto readings = recognizer.read(input, stop);
    if (!readings)
        return readings.error();
    std::vector<GluedLine> legible;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto wanted = text::toCodePoints(lines[i].text), read = text::toCodePoints((*readings)[i].text);
        if (static_cast<double>(text::editDistance(wanted, read)) <= kMostErrors * static_cast<double>(wanted.size()))
            legible.push_back(std::move(lines[i]));
    }
    return legible;
}

} // namespace

Result<GlueReport> glueLines(const GlueRequest& request, std::stop_token stop, const ProgressFn& progress)
{
    auto hands = collectHands(request);
    if (!hands)
        return hands.error();
    const auto paragraphs = readParagraphs(request.texts);
    if (!paragraphs)
        return paragraphs.error();
    auto recognizer = recognition::Recognizer::open(request.model);
    if (!recognizer)
        return recognizer.error();
    auto writer = LineSetWriter::create(request.output);
    if (!writer)
        return writer.error();

    GlueReport report;
    struct Inventory {
        std::string name;
        synthesis::HandInventory hand;
    };
    std::vector<Inventory> inventories;
    HandReader reader(**recognizer, report);
    const auto total = static_cast<int>(hands->size() + 1);
    for (std::size_t h = 0; h < hands->size(); ++h) {
        const std::size_t before = report.sourceWords;
        auto lines = reader.read((*hands)[h].rows, stop);
        if (!lines)
            return lines.error();
        if (report.sourceWords - before >= kFewestWords)
            inventories.push_back({(*hands)[h].name, synthesis::HandInventory(std::move(*lines))});
        if (progress)
            progress(static_cast<int>(h) + 1, total);
    }
    report.hands = inventories.size();

    std::mt19937_64 random(request.seed);
    constexpr std::size_t kTriesPerLine = 50;
    std::size_t tries = inventories.empty() ? 0 : request.count * kTriesPerLine;
    while (report.lines < request.count && tries > 0) {
        std::vector<GluedLine> glued;
        for (; glued.size() < kLinesPerBatch && tries > 0; --tries) {
            const Inventory& inventory = inventories[random() % inventories.size()];
            const auto words = chooseWords(*paragraphs, inventory.hand, random);
            if (words.empty())
                continue;
            if (auto picture = inventory.hand.write(words, random))
                glued.push_back({std::move(*picture), inventory.name, joined(words)});
        }
        const auto legible = legibleOnes(std::move(glued), **recognizer, stop);
        if (!legible)
            return legible.error();
        for (const GluedLine& line : *legible) {
            if (report.lines == request.count)
                break;
            if (const auto added = writer->add(line.picture, {"train", line.hand, request.language, line.text}); !added)
                return added.error();
            ++report.lines;
        }
    }
    if (report.lines == 0)
        return Error{ErrorCode::InvalidInput,
                     "No hand in these line sets can write the texts: the model reads too few of their words "
                     "right, or they lack the letters."};
    if (const auto finished = writer->finish(); !finished)
        return finished.error();
    if (progress)
        progress(total, total);
    return report;
}

} // namespace longhand::app
