#include "ctc_decoder.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace longhand::recognition
{

namespace
{

constexpr double kNever = -std::numeric_limits<double>::infinity();

/// Softmax of the network's outputs divided by the temperature: that of one label in one frame.
double probability(const LogProbabilities& line, int t, int label, double temperature)
{
    if (temperature == 1.0)
        return std::exp(static_cast<double>(line.at(t, label)));
    double sum = 0;
    for (int c = 0; c < line.classes; ++c)
        sum += std::exp(line.at(t, c) / temperature);
    return std::exp(line.at(t, label) / temperature) / sum;
}

AlignedLabel measured(const LogProbabilities& line, int label, int begin, int end, double temperature)
{
    double sum = 0;
    for (int t = begin; t < end; ++t)
        sum += probability(line, t, label, temperature);
    return {label, begin, end, std::clamp(sum / (end - begin), 0.0, 1.0)};
}

std::span<const float> frameOf(const LogProbabilities& line, int t)
{
    const auto classes = static_cast<std::size_t>(line.classes);
    return line.values.subspan(static_cast<std::size_t>(t) * classes, classes);
}

} // namespace

std::vector<AlignedLabel> decodeGreedy(const LogProbabilities& line, double temperature)
{
    std::vector<AlignedLabel> result;
    int previous = 0, begin = 0;
    const auto close = [&](int end) {
        if (previous != 0)
            result.push_back(measured(line, previous, begin, end, temperature));
    };
    for (int t = 0; t < line.frames; ++t) {
        const auto frame = frameOf(line, t);
        const int best = static_cast<int>(std::max_element(frame.begin(), frame.end()) - frame.begin());
        if (best != previous) {
            close(t);
            begin = t;
            previous = best;
        }
    }
    close(line.frames);
    return result;
}

double bestPathLogProbability(const LogProbabilities& line)
{
    double sum = 0;
    for (int t = 0; t < line.frames; ++t)
        sum += *std::ranges::max_element(frameOf(line, t));
    return sum;
}

double framesPerLetter(const LogProbabilities& line)
{
    const auto letters = decodeGreedy(line);
    if (letters.size() < 2)
        return 0;
    const auto middle = [](const AlignedLabel& letter) { return (letter.begin + letter.end) / 2.0; };
    return (middle(letters.back()) - middle(letters.front())) / static_cast<double>(letters.size() - 1);
}

std::vector<AlignedLabel> align(const LogProbabilities& line, const std::vector<int>& labels, double temperature)
{
    if (labels.empty() || line.frames == 0)
        return {};
    // States: blank, label 0, blank, label 1, … blank.
    const std::size_t states = 2 * labels.size() + 1;
    const auto labelOf = [&](std::size_t s) { return s % 2 == 0 ? 0 : labels[s / 2]; };
    std::vector<double> score(states, kNever), before(states);
    std::vector<std::uint8_t> steps(static_cast<std::size_t>(line.frames) * states, 0);
    score[0] = line.at(0, 0);
    score[1] = line.at(0, labels[0]);
    for (int t = 1; t < line.frames; ++t) {
        before.swap(score);
        for (std::size_t s = 0; s < states; ++s) {
            std::uint8_t step = 0;
            double from = before[s];
            if (s >= 1 && before[s - 1] > from) {
                from = before[s - 1];
                step = 1;
            }
            const bool maySkipBlank = s >= 2 && s % 2 == 1 && labels[s / 2] != labels[s / 2 - 1];
            if (maySkipBlank && before[s - 2] > from) {
                from = before[s - 2];
                step = 2;
            }
            score[s] = from + line.at(t, labelOf(s));
            steps[static_cast<std::size_t>(t) * states + s] = step;
        }
    }
    std::size_t state = score[states - 1] >= score[states - 2] ? states - 1 : states - 2;
    if (score[state] == kNever)
        return {};
    std::vector<int> begin(labels.size(), -1), end(labels.size(), -1);
    for (int t = line.frames - 1; t >= 0; --t) {
        if (state % 2 == 1) {
            begin[state / 2] = t;
            if (end[state / 2] < 0)
                end[state / 2] = t + 1;
        }
        state -= steps[static_cast<std::size_t>(t) * states + state];
    }
    std::vector<AlignedLabel> result;
    for (std::size_t i = 0; i < labels.size(); ++i)
        result.push_back(measured(line, labels[i], begin[i], end[i], temperature));
    return result;
}

double logLikelihood(const LogProbabilities& line, const std::vector<int>& labels)
{
    const bool known = std::all_of(labels.begin(), labels.end(), [&](int l) { return l >= 1 && l < line.classes; });
    if (!known || line.frames == 0)
        return known && labels.empty() ? 0 : kNever;
    const auto logSum = [](double a, double b) {
        if (a < b)
            std::swap(a, b);
        return b == kNever ? a : a + std::log1p(std::exp(b - a));
    };
    const std::size_t states = 2 * labels.size() + 1;
    const auto labelOf = [&](std::size_t s) { return s % 2 == 0 ? 0 : labels[s / 2]; };
    std::vector<double> score(states, kNever), before(states);
    score[0] = line.at(0, 0);
    if (states > 1)
        score[1] = line.at(0, labels[0]);
    for (int t = 1; t < line.frames; ++t) {
        before.swap(score);
        for (std::size_t s = 0; s < states; ++s) {
            double from = before[s];
            if (s >= 1)
                from = logSum(from, before[s - 1]);
            const bool maySkipBlank = s >= 2 && s % 2 == 1 && labels[s / 2] != labels[s / 2 - 1];
            if (maySkipBlank)
                from = logSum(from, before[s - 2]);
            score[s] = from + line.at(t, labelOf(s));
        }
    }
    return states == 1 ? score[0] : logSum(score[states - 1], score[states - 2]);
}

} // namespace longhand::recognition
