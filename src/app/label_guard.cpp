#include "longhand/app/label_guard.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <sstream>

#include "longhand/app/model_comparison.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

/// Below this share of known characters the model has no opinion.
constexpr double kLeastKnown = 0.5;
constexpr std::size_t kRivals = 4;

std::vector<double> valuesOf(const std::vector<LabelFit>& fits)
{
    std::vector<double> values;
    for (const LabelFit& fit : fits)
        values.push_back(fit.surplus);
    return values;
}

/// The text without what the model cannot write.
std::string writable(const std::string& text, const std::set<char32_t>& known)
{
    if (known.empty())
        return text;
    std::u32string kept;
    for (const char32_t c : text::toCodePoints(text))
        if (known.contains(c))
            kept += c;
    return text::toUtf8(text::foldWhiteSpace(kept));
}

std::set<char32_t> charactersOf(const recognition::Recognizer& recognizer)
{
    const std::u32string characters = text::toCodePoints(recognizer.characters());
    return {characters.begin(), characters.end()};
}

std::vector<std::string> writable(std::span<const std::string> texts, const std::set<char32_t>& known)
{
    std::vector<std::string> kept;
    for (const std::string& text : texts)
        kept.push_back(writable(text, known));
    return kept;
}

/// For every line another one with a text of about the same length: its `step`-th neighbour in order of length.
std::vector<std::size_t> neighboursByLength(std::span<const std::string> texts, std::size_t step)
{
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return texts[a].size() < texts[b].size(); });
    std::vector<std::size_t> neighbour(texts.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        // Forwards where there is room, else backwards, so that the lengths stay alike at the ends too.
        const std::size_t other = i + step < order.size() ? i + step : i >= step ? i - step : (i + 1) % order.size();
        neighbour[order[i]] = order[other];
    }
    return neighbour;
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace

Result<std::vector<LabelFit>> fitLabels(recognition::Recognizer& recognizer, std::span<const GrayImage> lines,
                                        std::span<const std::string> texts, std::stop_token stop)
{
    const auto readings = recognizer.read(lines, stop);
    if (!readings)
        return readings.error();
    std::vector<std::string> own;
    for (const auto& reading : *readings)
        own.push_back(reading.text);
    const auto ownScores = recognizer.score(lines, own, stop);
    if (!ownScores)
        return ownScores.error();
    const std::vector<std::string> kept = writable(texts, charactersOf(recognizer));
    const auto scores = recognizer.score(lines, kept, stop);
    if (!scores)
        return scores.error();
    std::vector<LabelFit> fits;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        LabelFit fit{0, own[i], (*readings)[i].confidence};
        const auto length = static_cast<double>(text::toCodePoints(texts[i]).size());
        const auto knownLength = static_cast<double>(text::toCodePoints(kept[i]).size());
        const auto ownLength = static_cast<double>(text::toCodePoints(own[i]).size());
        if (length > 0 && knownLength >= kLeastKnown * length)
            fit.surplus = std::max(0.0, ((*ownScores)[i] - (*scores)[i]) / std::max({1.0, knownLength, ownLength}));
        fits.push_back(std::move(fit));
    }
    return fits;
}

Result<double> shareInPlace(recognition::Recognizer& recognizer, std::span<const GrayImage> lines,
                            std::span<const std::string> texts, std::stop_token stop)
{
    if (lines.size() <= kRivals)
        return 1.0;
    const std::vector<std::string> kept = writable(texts, charactersOf(recognizer));
    const auto own = recognizer.score(lines, kept, stop);
    if (!own)
        return own.error();
    // By character, or the shortest of the texts would win.
    const auto perCharacter = [](double score, const std::string& text) {
        return score / static_cast<double>(std::max<std::size_t>(1, text::toCodePoints(text).size()));
    };
    std::vector<bool> isBest(lines.size(), true);
    for (std::size_t rival = 1; rival <= kRivals; ++rival) {
        const auto neighbours = neighboursByLength(kept, rival);
        std::vector<std::string> others;
        for (const std::size_t neighbour : neighbours)
            others.push_back(kept[neighbour]);
        const auto scores = recognizer.score(lines, others, stop);
        if (!scores)
            return scores.error();
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (others[i] != kept[i] && perCharacter((*scores)[i], others[i]) >= perCharacter((*own)[i], kept[i]))
                isBest[i] = false;
    }
    return static_cast<double>(std::count(isBest.begin(), isBest.end(), true)) / static_cast<double>(lines.size());
}

double GuardEvaluation::questioned(const std::vector<double>& surpluses)
{
    const auto count =
        std::count_if(surpluses.begin(), surpluses.end(), [](double surplus) { return surplus > kQuestionedSurplus; });
    return surpluses.empty() ? 0 : static_cast<double>(count) / static_cast<double>(surpluses.size());
}

Result<GuardEvaluation> evaluateGuard(recognition::Recognizer& recognizer, const std::filesystem::path& folder,
                                      const std::string& split, std::size_t limit, std::stop_token stop)
{
    const auto lines = linesOfSet(folder, split, limit);
    if (!lines)
        return lines.error();
    std::vector<GrayImage> pictures;
    std::vector<std::string> right;
    for (const TextLine& line : *lines) {
        pictures.push_back(imaging::normalizeLine(line.picture, recognizer.lineHeightPx()));
        right.push_back(line.text);
    }
    const auto neighbours = neighboursByLength(right, 3);
    std::vector<std::string> shuffled, halved, oneWord;
    for (std::size_t i = 0; i < right.size(); ++i) {
        const std::string& other = right[neighbours[i]];
        shuffled.push_back(other);
        auto words = wordsOf(right[i]);
        const auto others = wordsOf(other);
        auto slip = words;
        if (!words.empty() && !others.empty())
            slip[i % slip.size()] = others[i % others.size()];
        words.resize((words.size() + 1) / 2);
        words.insert(words.end(), others.begin() + static_cast<std::ptrdiff_t>(others.size() / 2), others.end());
        halved.push_back(joined(words));
        oneWord.push_back(joined(slip));
    }
    GuardEvaluation evaluation;
    for (const auto& [texts, into] : {std::pair(&right, &evaluation.right),
                                      {&shuffled, &evaluation.shuffled},
                                      {&halved, &evaluation.halved},
                                      {&oneWord, &evaluation.oneWord}}) {
        const auto fits = fitLabels(recognizer, pictures, *texts, stop);
        if (!fits)
            return fits.error();
        *into = valuesOf(*fits);
    }
    return evaluation;
}

} // namespace longhand::app
