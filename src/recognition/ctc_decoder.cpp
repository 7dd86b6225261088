#include "ctc_decoder.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>

namespace longhand::recognition
{

namespace
{

constexpr double kNever = -std::numeric_limits<double>::infinity();

double logAdd(double a, double b)
{
    if (a < b)
        std::swap(a, b);
    return b == kNever ? a : a + std::log1p(std::exp(b - a));
}

AlignedLabel measured(const LogProbabilities& line, int label, int begin, int end)
{
    double sum = 0;
    for (int t = begin; t < end; ++t)
        sum += std::exp(static_cast<double>(line.at(t, label)));
    return {label, begin, end, std::clamp(sum / (end - begin), 0.0, 1.0)};
}

/// All prefixes met during a beam search, as a tree: node 0 is the empty prefix.
class PrefixTree
{
public:
    int child(int node, int label)
    {
        const auto key = static_cast<std::int64_t>(node) << 32 | label;
        const auto [found, added] = m_children.emplace(key, static_cast<int>(m_nodes.size()));
        if (added)
            m_nodes.push_back({node, label});
        return found->second;
    }
    [[nodiscard]] int label(int node) const { return m_nodes[static_cast<std::size_t>(node)].label; }
    [[nodiscard]] std::vector<int> labels(int node) const
    {
        std::vector<int> result;
        for (; node != 0; node = m_nodes[static_cast<std::size_t>(node)].parent)
            result.push_back(label(node));
        std::reverse(result.begin(), result.end());
        return result;
    }

private:
    struct Node {
        int parent;
        int label;
    };
    std::vector<Node> m_nodes{{0, 0}};
    std::unordered_map<std::int64_t, int> m_children;
};

/// Probabilities of all paths to one prefix, apart by whether they end in a blank.
struct Beam {
    int node = 0;
    double blank = kNever;
    double label = kNever;
    [[nodiscard]] double total() const { return logAdd(blank, label); }
};

class Frontier
{
public:
    Beam& at(int node)
    {
        const auto [found, added] = m_places.emplace(node, m_beams.size());
        if (added)
            m_beams.push_back({node, kNever, kNever});
        return m_beams[found->second];
    }
    /// The `width` most probable beams, best first; leaves this empty.
    std::vector<Beam> take(std::size_t width)
    {
        const auto better = [](const Beam& a, const Beam& b) { return a.total() > b.total(); };
        if (m_beams.size() > width) {
            std::nth_element(m_beams.begin(), m_beams.begin() + static_cast<std::ptrdiff_t>(width), m_beams.end(), better);
            m_beams.resize(width);
        }
        std::stable_sort(m_beams.begin(), m_beams.end(), better);
        m_places.clear();
        return std::exchange(m_beams, {});
    }

private:
    std::vector<Beam> m_beams;
    std::unordered_map<int, std::size_t> m_places;
};

} // namespace

std::vector<AlignedLabel> decodeGreedy(const LogProbabilities& line)
{
    std::vector<AlignedLabel> result;
    int previous = 0, begin = 0;
    const auto close = [&](int end) {
        if (previous != 0)
            result.push_back(measured(line, previous, begin, end));
    };
    for (int t = 0; t < line.frames; ++t) {
        const float* row = line.values.data() + static_cast<std::size_t>(t) * static_cast<std::size_t>(line.classes);
        const int best = static_cast<int>(std::max_element(row, row + line.classes) - row);
        if (best != previous) {
            close(t);
            begin = t;
            previous = best;
        }
    }
    close(line.frames);
    return result;
}

std::vector<LabelHypothesis> decodeBeam(const LogProbabilities& line, int beamWidth, int best)
{
    // Labels this unlikely in a frame cannot lift a prefix into the beam in practice.
    constexpr double kLeastLogProbability = -14.0;
    PrefixTree tree;
    Frontier next;
    std::vector<Beam> beams{{0, 0.0, kNever}};
    std::vector<int> likely;
    for (int t = 0; t < line.frames; ++t) {
        likely.clear();
        for (int c = 1; c < line.classes; ++c)
            if (line.at(t, c) > kLeastLogProbability)
                likely.push_back(c);
        const double blank = line.at(t, 0);
        for (const Beam& beam : beams) {
            const double total = beam.total();
            const int last = tree.label(beam.node);
            {
                Beam& same = next.at(beam.node);
                same.blank = logAdd(same.blank, total + blank);
                if (beam.node != 0)
                    same.label = logAdd(same.label, beam.label + line.at(t, last));
            }
            for (const int c : likely) {
                const double from = beam.node != 0 && c == last ? beam.blank : total;
                if (from == kNever)
                    continue;
                Beam& longer = next.at(tree.child(beam.node, c));
                longer.label = logAdd(longer.label, from + line.at(t, c));
            }
        }
        beams = next.take(static_cast<std::size_t>(std::max(1, beamWidth)));
    }
    std::vector<LabelHypothesis> hypotheses;
    for (const Beam& beam : beams) {
        if (static_cast<int>(hypotheses.size()) == best)
            break;
        hypotheses.push_back({tree.labels(beam.node), beam.total()});
    }
    return hypotheses;
}

std::vector<AlignedLabel> align(const LogProbabilities& line, const std::vector<int>& labels)
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
        result.push_back(measured(line, labels[i], begin[i], end[i]));
    return result;
}

} // namespace longhand::recognition
