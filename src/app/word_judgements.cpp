#include "app/word_judgements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "app/normal_form.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

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

/// log(1 + e^x) without overflow.
double softPlus(double x)
{
    return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

/// A word is right with the log-odds that the sum of its features times these has.
using Weights = std::array<double, 4>;
constexpr Weights kPlain{0, 1, 0, 0}; ///< what is believed without evidence

Weights featuresOf(const WordJudgement& word)
{
    const auto log = [](double value) { return std::log(std::max(value, nn::kLeastSurprisal)); };
    return {1, -log(word.doubt.own), -log(word.doubt.line),
            -std::log(std::clamp(word.doubt.rivals, nn::kLeastOdds, 1 / nn::kLeastOdds))};
}

double logOdds(const Weights& weights, const Weights& features)
{
    return std::inner_product(weights.begin(), weights.end(), features.begin(), 0.0);
}

/// Solves `matrix` x = `right` by elimination; the matrix is positive definite.
Weights solve(std::array<Weights, 4> matrix, Weights right)
{
    for (std::size_t i = 0; i < right.size(); ++i)
        for (std::size_t j = i + 1; j < right.size(); ++j) {
            const double factor = matrix[j][i] / matrix[i][i];
            for (std::size_t k = i; k < right.size(); ++k)
                matrix[j][k] -= factor * matrix[i][k];
            right[j] -= factor * right[i];
        }
    for (std::size_t i = right.size(); i-- > 0;) {
        for (std::size_t k = i + 1; k < right.size(); ++k)
            right[i] -= matrix[i][k] * right[k];
        right[i] /= matrix[i][i];
    }
    return right;
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
        judgement.doubt = word.doubt;
        judgements.push_back(judgement);
    }
    const auto right = findRight(read, wordsOf(reference));
    for (std::size_t i = 0; i < judgements.size(); ++i)
        judgements[i].isRight = right[i];
    return judgements;
}

nn::WordCalibration fitWords(const std::vector<std::vector<WordJudgement>>& sets, WordEvidence evidence)
{
    // Logistic regression by Newton's method with halved steps; a little ridge keeps separable words finite.
    constexpr double kRidge = 0.1;
    std::size_t count = 0, filled = 0;
    for (const auto& words : sets) {
        count += words.size();
        filled += words.empty() ? 0 : 1;
    }
    struct Example {
        Weights features;
        double target, weight;
    };
    std::vector<Example> examples;
    for (const auto& words : sets)
        for (const WordJudgement& word : words) {
            Weights features = featuresOf(word);
            std::fill(features.begin() + 2 + static_cast<int>(evidence), features.end(), 0.0);
            const auto share = static_cast<double>(count) / static_cast<double>(filled * words.size());
            examples.push_back({features, word.isRight ? 1.0 : 0.0, share});
        }
    const auto penalized = [&](const Weights& at) {
        double sum = 0;
        for (std::size_t i = 0; i < at.size(); ++i)
            sum += kRidge * (at[i] - kPlain[i]) * (at[i] - kPlain[i]);
        for (const Example& example : examples) {
            const double x = logOdds(at, example.features);
            sum += example.weight * softPlus(example.target > 0 ? -x : x);
        }
        return sum;
    };
    Weights weights = kPlain;
    for (int iteration = 0; iteration < 50; ++iteration) {
        Weights gradient{};
        std::array<Weights, 4> hessian{};
        for (std::size_t i = 0; i < weights.size(); ++i) {
            gradient[i] = 2 * kRidge * (weights[i] - kPlain[i]);
            hessian[i][i] = 2 * kRidge;
        }
        for (const Example& example : examples) {
            const double probability = 1 / (1 + std::exp(-logOdds(weights, example.features)));
            const double error = example.weight * (probability - example.target),
                         variance = example.weight * probability * (1 - probability);
            for (std::size_t i = 0; i < weights.size(); ++i) {
                gradient[i] += error * example.features[i];
                for (std::size_t j = 0; j < weights.size(); ++j)
                    hessian[i][j] += variance * example.features[i] * example.features[j];
            }
        }
        const Weights step = solve(hessian, gradient);
        const auto moved = [&](double share) {
            Weights next = weights;
            for (std::size_t i = 0; i < next.size(); ++i)
                next[i] -= share * step[i];
            return next;
        };
        const double before = penalized(weights);
        double share = 1;
        while (share > 1e-6 && penalized(moved(share)) > before)
            share /= 2;
        weights = moved(share);
        if (before - penalized(weights) < 1e-9)
            break;
    }
    nn::WordCalibration calibration;
    calibration.slope = std::clamp(weights[1], 0.05, 20.0);
    calibration.half = std::clamp(std::exp(weights[0] / calibration.slope), 1e-9, 1e3);
    calibration.lineSlope = std::clamp(weights[2], 0.0, 20.0);
    calibration.rivalSlope = std::clamp(weights[3], 0.0, 20.0);
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

double surprise(const std::vector<std::vector<WordJudgement>>& sets, const nn::WordCalibration& calibration)
{
    double sum = 0;
    std::size_t filled = 0;
    for (const auto& words : sets) {
        double ofSet = 0;
        for (const WordJudgement& word : words) {
            const double confidence = nn::confidence(word.doubt, calibration);
            ofSet -= std::log(std::max(word.isRight ? confidence : 1 - confidence, 1e-12));
        }
        if (!words.empty()) {
            sum += ofSet / static_cast<double>(words.size());
            ++filled;
        }
    }
    return filled > 0 ? sum / static_cast<double>(filled) : 0;
}

} // namespace longhand::app
