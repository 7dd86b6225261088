#include "app/word_judgements.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/normal_form.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

constexpr double kLeastSurprisal = 1e-4; // of a word read without doubt

std::vector<std::string> wordsOf(const std::string& text)
{
    const std::string folded = text::toUtf8(text::foldWhiteSpace(text::toCodePoints(toNfc(text))));
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        words.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// For each word of `read` whether the cheapest alignment puts it at an equal word of `expected`.
std::vector<bool> findRight(const std::vector<std::string>& read, const std::vector<std::string>& expected)
{
    const std::size_t columns = expected.size() + 1;
    std::vector<std::size_t> cost((read.size() + 1) * columns);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return cost[i * columns + j]; };
    const auto swapped = [&](std::size_t i, std::size_t j) {
        return at(i - 1, j - 1) + (read[i - 1] == expected[j - 1] ? 0 : 1);
    };
    for (std::size_t i = 0; i <= read.size(); ++i)
        for (std::size_t j = 0; j <= expected.size(); ++j)
            at(i, j) = i == 0 || j == 0 ? i + j : std::min({swapped(i, j), at(i - 1, j) + 1, at(i, j - 1) + 1});
    std::vector<bool> right(read.size(), false);
    for (std::size_t i = read.size(), j = expected.size(); i > 0 && j > 0;) {
        if (at(i, j) == swapped(i, j)) {
            right[i - 1] = read[i - 1] == expected[j - 1];
            --i;
            --j;
        } else if (at(i, j) == at(i - 1, j) + 1) {
            --i;
        } else {
            --j;
        }
    }
    return right;
}

double logSurprisal(const WordJudgement& word)
{
    return std::log(std::max(word.surprisal, kLeastSurprisal));
}

/// log(1 + e^x) without overflow.
double softPlus(double x)
{
    return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

/// A word is right with probability 1 / (1 + e^-(offset - slope * log s)).
struct Line {
    double offset = 0;
    double slope = 1;
};

double loss(const std::vector<WordJudgement>& words, const Line& line)
{
    double sum = 0;
    for (const WordJudgement& word : words) {
        const double x = line.offset - line.slope * logSurprisal(word);
        sum += softPlus(word.isRight ? -x : x);
    }
    return sum;
}

} // namespace

std::vector<WordJudgement> judgeWords(const std::string& reference, const recognition::LineReading& reading)
{
    std::vector<std::string> read;
    std::vector<WordJudgement> judgements;
    for (const recognition::WordReading& word : reading.words) {
        read.push_back(toNfc(word.text));
        WordJudgement judgement;
        judgement.confidence = word.confidence;
        for (int i = 0; i < word.charCount; ++i) {
            const auto& character = reading.chars[static_cast<std::size_t>(word.firstChar + i)];
            judgement.surprisal -= std::log(std::max(character.confidence, 1e-6));
        }
        judgements.push_back(judgement);
    }
    const auto right = findRight(read, wordsOf(reference));
    for (std::size_t i = 0; i < judgements.size(); ++i)
        judgements[i].isRight = right[i];
    return judgements;
}

nn::WordCalibration fitWords(const std::vector<WordJudgement>& words)
{
    // Logistic regression by Newton's method with halved steps; a little ridge keeps separable words finite.
    constexpr double kRidge = 0.1;
    Line line;
    const auto penalized = [&](const Line& at) {
        return loss(words, at) + kRidge * (at.offset * at.offset + (at.slope - 1) * (at.slope - 1));
    };
    for (int iteration = 0; iteration < 50; ++iteration) {
        std::array<double, 2> gradient{2 * kRidge * line.offset, 2 * kRidge * (line.slope - 1)};
        std::array<double, 3> hessian{2 * kRidge, 0, 2 * kRidge};
        for (const WordJudgement& word : words) {
            const double log = logSurprisal(word);
            const double probability = 1 / (1 + std::exp(line.slope * log - line.offset));
            const double error = probability - (word.isRight ? 1 : 0), variance = probability * (1 - probability);
            gradient[0] += error;
            gradient[1] -= error * log;
            hessian[0] += variance;
            hessian[1] -= variance * log;
            hessian[2] += variance * log * log;
        }
        const double determinant = hessian[0] * hessian[2] - hessian[1] * hessian[1];
        const double toOffset = (gradient[0] * hessian[2] - gradient[1] * hessian[1]) / determinant;
        const double toSlope = (gradient[1] * hessian[0] - gradient[0] * hessian[1]) / determinant;
        const double before = penalized(line);
        double step = 1;
        Line next{line.offset - toOffset, line.slope - toSlope};
        while (step > 1e-6 && penalized(next) > before) {
            step /= 2;
            next = {line.offset - step * toOffset, line.slope - step * toSlope};
        }
        line = next;
        if (before - penalized(line) < 1e-9)
            break;
    }
    nn::WordCalibration calibration;
    calibration.slope = std::clamp(line.slope, 0.05, 20.0);
    calibration.half = std::clamp(std::exp(line.offset / calibration.slope), 0.01, 100.0);
    return calibration;
}

double LinesEvaluation::calibrationError() const
{
    struct Bin {
        double confidence = 0;
        double right = 0;
    };
    std::array<Bin, 15> bins;
    for (const WordJudgement& word : words) {
        const auto index = static_cast<std::size_t>(std::clamp(word.confidence, 0.0, 1.0) * bins.size());
        Bin& bin = bins[std::min(index, bins.size() - 1)];
        bin.confidence += word.confidence;
        bin.right += word.isRight ? 1 : 0;
    }
    double sum = 0;
    for (const Bin& bin : bins)
        sum += std::abs(bin.confidence - bin.right);
    return words.empty() ? 0 : sum / static_cast<double>(words.size());
}

double surprise(const std::vector<WordJudgement>& words, const nn::WordCalibration& calibration)
{
    if (words.empty())
        return 0;
    return loss(words, {calibration.slope * std::log(calibration.half), calibration.slope}) /
           static_cast<double>(words.size());
}

} // namespace longhand::app
