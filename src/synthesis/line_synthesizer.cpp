#include "longhand/synthesis/line_synthesizer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <system_error>
#include <utility>

#include <opencv2/core.hpp>

#include "longhand/base/files.h"
#include "longhand/text/unicode.h"
#include "synthesis/hand.h"
#include "synthesis/handwriting_font.h"
#include "synthesis/line_drawing.h"
#include "synthesis/line_texts.h"

namespace longhand::synthesis
{

namespace
{

constexpr int kHandsPerFont = 40;
constexpr double kValidationShare = 0.02;
/// With fewer fonts, each is too precious to be kept from training.
constexpr std::size_t kFewestFontsToSplit = 10;
constexpr int kTextsTried = 50;
constexpr int kFontsTried = 8;
constexpr double kStruckOutShare = 0.012;
constexpr double kNeighbourShare = 0.6;

constexpr std::array kFontSuffixes = {".otf", ".ttf", ".woff"};

/// FNV-1a.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

Result<std::vector<std::filesystem::path>> fontFiles(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::string suffix = entry->path().extension().string();
        std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        if (std::find(kFontSuffixes.begin(), kFontSuffixes.end(), suffix) != kFontSuffixes.end())
            files.push_back(entry->path());
    }
    if (error)
        return Error{ErrorCode::NotFound,
                     "Cannot read the font folder " + quoted(folder) + ". Name a folder of font files."};
    if (files.empty())
        return Error{ErrorCode::NotFound, "There is no font in " + quoted(folder) +
                                              ". Put .ttf, .otf or .woff files there, for instance with "
                                              "scripts/install-fonts."};
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::vector<HandwritingFont>> openFonts(const std::filesystem::path& folder)
{
    const auto files = fontFiles(folder);
    if (!files)
        return files.error();
    std::vector<HandwritingFont> fonts;
    for (const auto& file : *files) {
        auto font = HandwritingFont::open(file);
        if (!font)
            return font.error();
        fonts.push_back(std::move(*font));
    }
    return fonts;
}

/// Which fonts are for validation: those with the smallest hashes, so that adding a font moves few others.
std::vector<bool> chooseForValidation(const std::vector<HandwritingFont>& fonts)
{
    std::vector<bool> chosen(fonts.size(), false);
    if (fonts.size() < kFewestFontsToSplit)
        return chosen;
    std::vector<std::size_t> order(fonts.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return mixBits(hashOf(fonts[a].name())) < mixBits(hashOf(fonts[b].name()));
    });
    const auto count = std::max(1L, std::lround(kValidationShare * static_cast<double>(fonts.size())));
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        chosen[order[i]] = true;
    return chosen;
}

/// Nobody writes words in capitals with the letters of a running hand; they could not be read.
bool suits(const HandwritingFont& font, std::u32string_view text)
{
    const auto isCapital = [](char32_t c) { return text::smallLetter(c) != c; };
    const auto twoCapitals = [&](char32_t a, char32_t b) { return isCapital(a) && isCapital(b); };
    const bool shouts = std::adjacent_find(text.begin(), text.end(), twoCapitals) != text.end();
    return font.covers(text) && !(shouts && font.isJoined());
}

std::string twoDigits(int value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

struct LineSynthesizer::State {
    SynthesisSources sources;
    std::shared_ptr<const LineTexts> texts;
    std::vector<HandwritingFont> fonts;
    std::vector<bool> forValidation;
    LineDrawing drawing;

    static Result<std::unique_ptr<State>> make(const SynthesisSources& sources, std::shared_ptr<const LineTexts> texts);
    /// Adds a word that is crossed out at one of the gaps.
    void strikeOut(LineToDraw& line, const HandwritingFont& font, Random& random) const;
};

Result<std::unique_ptr<LineSynthesizer::State>> LineSynthesizer::State::make(const SynthesisSources& sources,
                                                                             std::shared_ptr<const LineTexts> texts)
{
    auto fonts = openFonts(sources.fonts);
    if (!fonts)
        return fonts.error();
    auto state = std::make_unique<State>();
    state->sources = sources;
    state->texts = std::move(texts);
    state->fonts = std::move(*fonts);
    state->forValidation = chooseForValidation(state->fonts);
    return state;
}

void LineSynthesizer::State::strikeOut(LineToDraw& line, const HandwritingFont& font, Random& random) const
{
    const std::u32string word = texts->word(random);
    if (!font.covers(word))
        return;
    std::vector<std::size_t> gaps = {0};
    for (std::size_t i = 0; i < line.text.size(); ++i)
        if (line.text[i] == U' ')
            gaps.push_back(i + 1);
    const std::size_t gap = gaps[random.below(gaps.size())];
    line.text.insert(gap, word + U' ');
    line.struckOut.push_back({gap, gap + word.size()});
}

LineSynthesizer::LineSynthesizer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
LineSynthesizer::LineSynthesizer(LineSynthesizer&&) noexcept = default;
LineSynthesizer& LineSynthesizer::operator=(LineSynthesizer&&) noexcept = default;
LineSynthesizer::~LineSynthesizer() = default;

Result<LineSynthesizer> LineSynthesizer::open(const SynthesisSources& sources)
{
    std::string paragraphs;
    for (const auto& file : sources.texts) {
        auto bytes = readFile(file);
        if (!bytes)
            return bytes.error();
        paragraphs += *bytes;
        paragraphs += '\n';
    }
    auto texts = std::make_shared<const LineTexts>(paragraphs, phrasesOf(sources.language));
    if (texts->empty())
        return Error{ErrorCode::InvalidInput, "The text files hold nothing to write. Name files of UTF-8 text, one "
                                              "paragraph a line."};
    auto state = State::make(sources, std::move(texts));
    if (!state)
        return state.error();
    return LineSynthesizer(std::move(*state));
}

Result<LineSynthesizer> LineSynthesizer::another() const
{
    auto state = State::make(m_state->sources, m_state->texts);
    if (!state)
        return state.error();
    return LineSynthesizer(std::move(*state));
}

std::size_t LineSynthesizer::fontCount() const
{
    return m_state->fonts.size();
}

Result<SyntheticLine> LineSynthesizer::line(std::uint64_t number) const
try {
    const auto& fonts = m_state->fonts;
    Random random(mixBits(m_state->sources.seed) ^ mixBits(~number));
    LineToDraw line;
    const bool capitals = random.chance(m_state->sources.capitals);
    std::size_t chosen = fonts.size();
    for (int tried = 0; tried < kTextsTried && chosen == fonts.size(); ++tried) {
        line.text = m_state->texts->line(random);
        if (capitals)
            line.text = inCapitals(line.text);
        for (int i = 0; i < kFontsTried && chosen == fonts.size(); ++i) {
            const std::size_t candidate = random.below(fonts.size());
            if (suits(fonts[candidate], line.text))
                chosen = candidate;
        }
    }
    if (chosen == fonts.size())
        return Error{ErrorCode::InvalidInput, "The fonts in " + quoted(m_state->sources.fonts) +
                                                  " lack characters that nearly all of the text needs. Add fonts that "
                                                  "have them, or use other texts."};
    const HandwritingFont& font = fonts[chosen];
    const int handNumber = random.between(0, kHandsPerFont - 1);
    const std::string writer = font.name() + '-' + twoDigits(handNumber);
    Random habits(mixBits(m_state->sources.seed) ^ hashOf(writer));
    const Hand hand = varied(inventHand(font, habits), font, random);

    SyntheticLine result;
    result.text = text::toUtf8(line.text);
    result.writer = writer;
    result.forValidation = m_state->forValidation[chosen];
    if (random.chance(kStruckOutShare))
        m_state->strikeOut(line, font, random);
    const auto neighbour = [&](std::u32string& text) {
        if (!random.chance(kNeighbourShare))
            return;
        text = m_state->texts->runningText(random);
        if (capitals)
            text = inCapitals(text);
        std::erase_if(text, [&](char32_t c) { return !font.covers({&c, 1}); });
    };
    neighbour(line.above);
    neighbour(line.below);
    result.picture = m_state->drawing.draw(font, hand, line, random);
    result.jpeg = encodeJpeg(result.picture, random.between(55, 96));
    return result;
} catch (const cv::Exception& error) {
    return Error{ErrorCode::Internal, "Cannot draw line " + std::to_string(number) + ": " + error.what() + "."};
}

} // namespace longhand::synthesis
