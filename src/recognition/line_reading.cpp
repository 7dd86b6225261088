#include "line_reading.h"

#include <algorithm>
#include <cmath>

#include "longhand/text/unicode.h"

namespace longhand::recognition
{

namespace
{

std::vector<std::string> splitWords(const std::string& text)
{
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin)
            words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// Minus the sum of the logarithms of the characters' confidences, in nats.
double surprisal(const std::vector<CharReading>& chars, std::size_t begin, std::size_t end)
{
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i)
        sum -= std::log(std::max(chars[i].confidence, 1e-6));
    return sum;
}

/// For each word of `a` the index of the word of `b` that takes its place in a cheapest word alignment, -1 for none.
std::vector<int> matchWords(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    const std::size_t rows = a.size() + 1, columns = b.size() + 1;
    std::vector<int> cost(rows * columns);
    const auto at = [&](std::size_t i, std::size_t j) -> int& { return cost[i * columns + j]; };
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j) {
            if (i == 0 || j == 0)
                at(i, j) = static_cast<int>(i + j);
            else
                at(i, j) =
                    std::min({at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1});
        }
    std::vector<int> match(a.size(), -1);
    for (std::size_t i = a.size(), j = b.size(); i > 0 && j > 0;) {
        if (at(i, j) == at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1)) {
            match[--i] = static_cast<int>(--j);
        } else if (at(i, j) == at(i - 1, j) + 1) {
            --i;
        } else {
            --j;
        }
    }
    return match;
}

} // namespace

LineReading assembleReading(const std::vector<AlignedLabel>& labels, const text::Alphabet& alphabet,
                            const FrameGeometry& geometry)
{
    LineReading reading;
    const auto position = [&](double frame) {
        const double column = frame * geometry.stridePx - geometry.paddingPx;
        return std::clamp(column / std::max(1, geometry.widthPx), 0.0, 1.0);
    };
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const AlignedLabel& label = labels[i];
        // CTC marks a letter by a peak narrower than its ink; neighbours share the room between them.
        constexpr double kReach = 2.0; // frames beyond the first and last peak
        const double begin = i > 0 ? (labels[i - 1].end + label.begin) / 2.0 : label.begin - kReach;
        const double end = i + 1 < labels.size() ? (label.end + labels[i + 1].begin) / 2.0 : label.end + kReach;
        CharReading character;
        character.text = text::toUtf8(alphabet.character(label.label));
        character.confidence = label.confidence;
        character.begin = position(begin);
        character.end = position(end);
        reading.text += character.text;
        reading.chars.push_back(std::move(character));
    }
    const double perCharacter = surprisal(reading.chars, 0, reading.chars.size()) /
                                static_cast<double>(std::max<std::size_t>(reading.chars.size(), 1));
    for (std::size_t i = 0; i < reading.chars.size(); ++i) {
        if (reading.chars[i].text == " ")
            continue;
        std::size_t end = i;
        WordReading word;
        for (; end < reading.chars.size() && reading.chars[end].text != " "; ++end)
            word.text += reading.chars[end].text;
        word.doubt = {surprisal(reading.chars, i, end), perCharacter, 1};
        word.begin = reading.chars[i].begin;
        word.end = reading.chars[end - 1].end;
        word.firstChar = static_cast<int>(i);
        word.charCount = static_cast<int>(end - i);
        reading.words.push_back(std::move(word));
        i = end;
    }
    reading.confidence = std::exp(-perCharacter);
    reading.alternatives = {{reading.text, 0.0}};
    return reading;
}

void addAlternatives(LineReading& reading, const std::vector<Hypothesis>& hypotheses, int most)
{
    const auto shown = std::min(hypotheses.size(), static_cast<std::size_t>(std::max(1, most)));
    reading.alternatives.assign(hypotheses.begin(), hypotheses.begin() + static_cast<std::ptrdiff_t>(shown));
    std::vector<std::string> words;
    for (const WordReading& word : reading.words)
        words.push_back(word.text);
    std::vector<double> agreeing(words.size(), 0);
    double all = 0;
    for (std::size_t h = 0; h < hypotheses.size(); ++h) {
        const double share = std::exp(hypotheses[h].logProbability - hypotheses.front().logProbability);
        const auto others = splitWords(hypotheses[h].text);
        const auto match = matchWords(words, others);
        all += share;
        for (std::size_t w = 0; w < words.size(); ++w) {
            if (match[w] < 0)
                continue;
            const std::string& other = others[static_cast<std::size_t>(match[w])];
            if (other == words[w]) {
                agreeing[w] += share;
                continue;
            }
            auto& alternatives = reading.words[w].alternatives;
            const bool isNew = std::find(alternatives.begin(), alternatives.end(), other) == alternatives.end();
            if (h < shown && isNew && alternatives.size() < shown)
                alternatives.push_back(other);
        }
    }
    for (std::size_t w = 0; w < words.size(); ++w)
        reading.words[w].doubt.rivals = (all - agreeing[w]) / std::max(agreeing[w], 1e-300);
}

void judgeWords(LineReading& reading, const nn::WordCalibration& calibration)
{
    for (WordReading& word : reading.words)
        word.confidence = nn::confidence(word.doubt, calibration);
}

} // namespace longhand::recognition
