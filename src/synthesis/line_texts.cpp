#include "synthesis/line_texts.h"

#include <algorithm>
#include <utility>

#include "longhand/text/unicode.h"

namespace longhand::synthesis
{

namespace
{

constexpr std::size_t kShortest = 20;
constexpr std::size_t kLongest = 70;

// Shares of the kinds of lines, judged by letters and notes at hand.
constexpr double kPhrases = 0.3;
constexpr double kPhraseAndText = 0.04;
constexpr double kShortLines = 0.08;
constexpr double kSplitWords = 0.04;  ///< at the end, with a hyphen
constexpr double kCapitals = 0.025;   ///< a word in capitals
constexpr double kUnderNumber = 0.02; ///< a number before the text, as in lists

char32_t straightened(char32_t c)
{
    switch (c) {
    case U'\u2018':
    case U'\u2019':
    case U'\u02BC':
        return U'\'';
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u00AB':
    case U'\u00BB':
        return U'"';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2212':
        return U'-';
    case U'\u00A0':
    case U'\t':
        return U' ';
    default:
        return c;
    }
}

bool isWritable(char32_t c)
{
    constexpr std::u32string_view kTypesettersOnly = U"\\^_`{|}~*=<>[]";
    if (c < 0x7F)
        return c >= 0x20 && kTypesettersOnly.find(c) == std::u32string_view::npos;
    return (c >= 0xA1 && c < 0x250 && c != 0xAD) || c == U'\u20AC';
}

bool isLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

/// As somebody would copy it by hand: no marks of italics, one kind of quote, one kind of dash.
std::u32string copiedByHand(std::u32string_view printed)
{
    std::u32string text;
    for (const char32_t c : printed) {
        if (c == U'_' || c == U'*')
            continue;
        text += straightened(c);
        if (text.ends_with(U"--"))
            text.replace(text.size() - 2, 2, U" - ");
    }
    return text::foldWhiteSpace(text);
}

/// Words of `text`, without the spaces between.
std::vector<std::u32string_view> wordsOf(std::u32string_view text)
{
    std::vector<std::u32string_view> words;
    while (!text.empty()) {
        const auto end = text.find(U' ');
        if (end != 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(end == std::u32string_view::npos ? text.size() : end + 1);
    }
    return words;
}

/// One of the words in capitals. A sharp s has none that people write.
void raiseWord(std::u32string& text, Random& random)
{
    const auto words = wordsOf(text);
    const auto word = words[random.below(words.size())];
    if (word.find(U'\u00DF') != std::u32string_view::npos)
        return;
    const auto begin = text.begin() + (word.data() - text.data());
    std::transform(begin, begin + static_cast<std::ptrdiff_t>(word.size()), begin, text::capitalLetter);
}

} // namespace

std::u32string inCapitals(std::u32string_view text)
{
    std::u32string raised;
    for (const char32_t c : text) {
        if (c == U'\u00DF')
            raised += U"SS";
        else
            raised += text::capitalLetter(c);
    }
    return raised;
}

LineTexts::LineTexts(std::string_view paragraphs, const PhraseGrammar* phrases) : m_phrases(phrases)
{
    std::size_t total = 0;
    while (!paragraphs.empty()) {
        const auto end = paragraphs.find('\n');
        std::u32string text = copiedByHand(text::toCodePoints(paragraphs.substr(0, end)));
        paragraphs.remove_prefix(end == std::string_view::npos ? paragraphs.size() : end + 1);
        if (text.empty() || !std::all_of(text.begin(), text.end(), isWritable))
            continue;
        total += text.size();
        m_paragraphs.push_back(std::move(text));
        m_ends.push_back(total);
    }
}

std::u32string LineTexts::cut(std::size_t longest, Random& random) const
{
    const std::size_t place = random.below(m_ends.back());
    const auto found = std::upper_bound(m_ends.begin(), m_ends.end(), place);
    const auto& paragraph = m_paragraphs[static_cast<std::size_t>(found - m_ends.begin())];
    if (paragraph.size() <= longest)
        return paragraph;
    std::size_t begin = random.chance(0.1) ? 0 : random.below(paragraph.size());
    while (begin > 0 && paragraph[begin - 1] != U' ')
        --begin;
    std::size_t end = std::min(begin + longest, paragraph.size());
    while (end < paragraph.size() && end > begin && paragraph[end] != U' ')
        --end;
    if (end <= begin + 1) // one very long word
        end = std::min(begin + longest, paragraph.size());
    return text::foldWhiteSpace(paragraph.substr(begin, end - begin));
}

std::u32string LineTexts::runningText(Random& random) const
{
    return cut(static_cast<std::size_t>(random.between(kShortest, kLongest)), random);
}

std::u32string LineTexts::word(Random& random) const
{
    const std::u32string text = cut(kLongest, random);
    const auto words = wordsOf(text);
    return std::u32string(words[random.below(words.size())].substr(0, 14));
}

std::u32string LineTexts::line(Random& random) const
{
    if (m_phrases && random.chance(kPhrases)) {
        std::u32string phrase = text::foldWhiteSpace(m_phrases->make(U"note", random));
        if (random.chance(kPhraseAndText) && phrase.size() < 40)
            phrase += U' ' + cut(74 - 1 - phrase.size(), random);
        if (!phrase.empty() && phrase.size() <= 74)
            return phrase;
    }
    if (random.chance(kShortLines)) {
        const std::u32string text = cut(kLongest, random);
        const auto words = wordsOf(text);
        const std::size_t count = std::min<std::size_t>(words.size(), 1 + random.below(3));
        const std::size_t first = random.below(words.size() - count + 1);
        const auto& last = words[first + count - 1];
        return {words[first].data(), last.data() + last.size()};
    }
    std::u32string text = runningText(random);
    if (random.chance(kSplitWords)) {
        const auto words = wordsOf(text);
        const auto last = words.back();
        if (last.size() >= 6 && std::all_of(last.begin(), last.end(), isLetter)) {
            text.resize(text.size() - 2 - random.below(last.size() - 4));
            text += U'-';
        } else if (words.front().size() >= 6 && words.size() > 2) {
            text.erase(0, 2 + random.below(words.front().size() - 4));
        }
    }
    if (random.chance(kCapitals))
        raiseWord(text, random);
    if (random.chance(kUnderNumber) && text.size() <= kLongest)
        text = text::toCodePoints(std::to_string(random.between(1, 20)) + (random.chance(0.7) ? ". " : ") ")) + text;
    return text;
}

} // namespace longhand::synthesis
