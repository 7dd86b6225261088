#include "beam_search.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
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

/// A prefix met during the search. All of them are a tree, node 0 is the empty one.
struct Node {
    int parent = 0;
    int label = 0;
    int firstChild = 0; ///< 0: none
    int nextSibling = 0;
    int beam = -1;       ///< its place in the beam of the frame before; -1: not there
    int length = 0;      ///< labels of the prefix
    double language = 0; ///< what the language model adds to the score of this prefix
};

/// A prefix in the beam: probabilities of all paths to it, apart by whether they end in a blank.
struct Beam {
    int node = 0;
    double blank = kNever;
    double label = kNever;
    double total = kNever;
    double score = kNever; ///< total with the language model's share
};

class BeamSearch
{
public:
    BeamSearch(const LogProbabilities& line, int width, const Fusion* fusion, const std::vector<int>& beginning)
        : m_line(line), m_width(static_cast<std::size_t>(std::max(1, width))), m_fusion(fusion), m_beginning(beginning)
    {
        m_nodes.push_back({});
        if (m_fusion)
            m_states.push_back(m_fusion->prior->start());
        m_hasState.push_back(true);
        add({0, 0.0, kNever});
        m_beams = std::exchange(m_next, {});
        m_nodes[0].beam = 0;
    }

    std::vector<LabelHypothesis> run(int best)
    {
        for (int t = 0; t < m_line.frames; ++t)
            step(t);
        std::vector<LabelHypothesis> hypotheses;
        for (const Beam& beam : m_beams) {
            if (static_cast<int>(hypotheses.size()) == best)
                break;
            if (isUnfinished(beam) || beam.total == kNever)
                continue;
            hypotheses.push_back({labelsOf(beam.node), beam.score});
        }
        return hypotheses;
    }

private:
    void step(int t)
    {
        for (const Beam& beam : m_beams)
            stay(beam, t);
        // A prefix that is not in the beam can only come from the one it goes on from, so that what is worse than a
        // full beam of those that stay is lost whatever happens.
        double least = kNever;
        std::vector<double> scores;
        for (const Beam& beam : m_next)
            if (m_beginning.empty() || !isOnTheWay(beam))
                scores.push_back(beam.score);
        if (scores.size() >= m_width) {
            std::nth_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(m_width - 1), scores.end(),
                             std::greater<>());
            least = scores[m_width - 1];
        }
        chooseLabels(t);
        for (const Beam& beam : m_beams)
            extend(beam, t, least);
        takeBest();
    }

    /// Paths that end in the same prefix, or come to it from a shorter one that is in the beam too.
    void stay(const Beam& beam, int t)
    {
        const Node& node = m_nodes[static_cast<std::size_t>(beam.node)];
        Beam same{beam.node, beam.total + m_line.at(t, 0), kNever};
        if (beam.node != 0) {
            const double emitted = m_line.at(t, node.label);
            same.label = beam.label + emitted;
            const int parent = m_nodes[static_cast<std::size_t>(node.parent)].beam;
            if (parent >= 0)
                same.label =
                    logAdd(same.label, before(m_beams[static_cast<std::size_t>(parent)], node.label) + emitted);
        }
        add(same);
    }

    /// Paths to prefixes that are one label longer and not in the beam.
    void extend(const Beam& beam, int t, double least)
    {
        const double language = m_nodes[static_cast<std::size_t>(beam.node)].language;
        const double most = language + (m_fusion ? std::max(0.0, m_fusion->bonus) : 0.0);
        if (isUnfinished(beam)) {
            goOnWithBeginning(beam, t);
            return;
        }
        for (const int label : m_labels) {
            const double emitted = m_line.at(t, label);
            // The labels come in order, and the language model takes away only.
            if (beam.total + emitted + most < least)
                break;
            const double longer = before(beam, label) + emitted;
            if (longer == kNever || longer + most < least)
                continue;
            const int node = child(beam.node, label);
            const Node& reached = m_nodes[static_cast<std::size_t>(node)];
            if (reached.beam < 0 && longer + reached.language >= least)
                add({node, kNever, longer});
        }
    }

    /// A prefix that is shorter than the given beginning. All of them lie on the one way to it.
    [[nodiscard]] bool isUnfinished(const Beam& beam) const
    {
        return static_cast<std::size_t>(m_nodes[static_cast<std::size_t>(beam.node)].length) < m_beginning.size();
    }

    /// Also the beginning itself, from which everything else comes.
    [[nodiscard]] bool isOnTheWay(const Beam& beam) const
    {
        return static_cast<std::size_t>(m_nodes[static_cast<std::size_t>(beam.node)].length) <= m_beginning.size();
    }

    /// However improbable: what is given is certain, and the frames have to be shared out among its labels.
    void goOnWithBeginning(const Beam& beam, int t)
    {
        const int length = m_nodes[static_cast<std::size_t>(beam.node)].length;
        const int label = m_beginning[static_cast<std::size_t>(length)];
        const double longer = before(beam, label) + m_line.at(t, label);
        if (longer == kNever)
            return;
        const int node = child(beam.node, label);
        if (m_nodes[static_cast<std::size_t>(node)].beam < 0)
            add({node, kNever, longer});
    }

    /// All paths to a prefix that may be followed by `label` at once: the same label twice needs a blank between.
    [[nodiscard]] double before(const Beam& beam, int label) const
    {
        return beam.node != 0 && m_nodes[static_cast<std::size_t>(beam.node)].label == label ? beam.blank : beam.total;
    }

    /// Those that can matter in a frame, most probable first.
    void chooseLabels(int t)
    {
        constexpr float kLeastLogProbability = -14.0F; // cannot lift a prefix into the beam in practice
        m_labels.clear();
        for (int c = 1; c < m_line.classes; ++c)
            if (m_line.at(t, c) > kLeastLogProbability)
                m_labels.push_back(c);
        std::sort(m_labels.begin(), m_labels.end(), [&](int a, int b) { return m_line.at(t, a) > m_line.at(t, b); });
    }

    void add(Beam beam)
    {
        beam.total = logAdd(beam.blank, beam.label);
        beam.score = beam.total + m_nodes[static_cast<std::size_t>(beam.node)].language;
        m_next.push_back(beam);
    }

    void takeBest()
    {
        const auto better = [](const Beam& a, const Beam& b) { return a.score > b.score; };
        // Those on the way to the given beginning are all kept; only the others compete for the width.
        const auto free = m_beginning.empty() ? m_next.begin()
                                              : std::stable_partition(m_next.begin(), m_next.end(),
                                                                      [this](const Beam& b) { return isOnTheWay(b); });
        if (m_next.end() - free > static_cast<std::ptrdiff_t>(m_width)) {
            std::nth_element(free, free + static_cast<std::ptrdiff_t>(m_width), m_next.end(), better);
            m_next.erase(free + static_cast<std::ptrdiff_t>(m_width), m_next.end());
        }
        std::stable_sort(m_next.begin(), m_next.end(), better);
        for (const Beam& beam : m_beams)
            m_nodes[static_cast<std::size_t>(beam.node)].beam = -1;
        m_beams.swap(m_next);
        m_next.clear();
        for (std::size_t i = 0; i < m_beams.size(); ++i)
            m_nodes[static_cast<std::size_t>(m_beams[i].node)].beam = static_cast<int>(i);
    }

    int child(int parent, int label)
    {
        for (int node = m_nodes[static_cast<std::size_t>(parent)].firstChild; node != 0;
             node = m_nodes[static_cast<std::size_t>(node)].nextSibling)
            if (m_nodes[static_cast<std::size_t>(node)].label == label)
                return node;
        const int node = static_cast<int>(m_nodes.size());
        Node added{parent, label};
        added.length = m_nodes[static_cast<std::size_t>(parent)].length + 1;
        added.nextSibling = std::exchange(m_nodes[static_cast<std::size_t>(parent)].firstChild, node);
        if (m_fusion) {
            const float log = m_fusion->prior->logProbability(stateOf(parent), label);
            added.language =
                m_nodes[static_cast<std::size_t>(parent)].language + m_fusion->weight * log + m_fusion->bonus;
            m_states.push_back({});
            m_hasState.push_back(false);
        }
        m_nodes.push_back(added);
        return node;
    }

    /// Most prefixes are never extended, so that theirs is not asked for.
    const LanguagePrior::State& stateOf(int node)
    {
        const auto at = static_cast<std::size_t>(node);
        if (!m_hasState[at]) {
            m_states[at] =
                m_fusion->prior->next(m_states[static_cast<std::size_t>(m_nodes[at].parent)], m_nodes[at].label);
            m_hasState[at] = true;
        }
        return m_states[at];
    }

    [[nodiscard]] std::vector<int> labelsOf(int node) const
    {
        std::vector<int> result;
        for (; node != 0; node = m_nodes[static_cast<std::size_t>(node)].parent)
            result.push_back(m_nodes[static_cast<std::size_t>(node)].label);
        std::reverse(result.begin(), result.end());
        return result;
    }

    const LogProbabilities& m_line;
    std::size_t m_width;
    const Fusion* m_fusion;
    const std::vector<int>& m_beginning;
    std::vector<Node> m_nodes;
    std::vector<LanguagePrior::State> m_states; ///< of the nodes, with a language model
    std::vector<bool> m_hasState;
    std::vector<Beam> m_beams; ///< best first
    std::vector<Beam> m_next;
    std::vector<int> m_labels;
};

} // namespace

std::vector<LabelHypothesis> decodeBeam(const LogProbabilities& line, int width, int best, const Fusion* fusion,
                                        const std::vector<int>& beginning)
{
    return BeamSearch(line, width, fusion, beginning).run(best);
}

} // namespace longhand::recognition
