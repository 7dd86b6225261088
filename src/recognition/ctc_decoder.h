#pragma once

#include <span>
#include <vector>

namespace longhand::recognition
{

/// Log-probabilities of one line: `frames` rows of `classes` natural logarithms; class 0 is the blank.
struct LogProbabilities {
    int frames = 0;
    int classes = 0;
    std::span<const float> values;

    [[nodiscard]] float at(int frame, int label) const
    {
        return values[static_cast<std::size_t>(frame) * static_cast<std::size_t>(classes) + static_cast<std::size_t>(label)];
    }
};

/// Where a label was seen: frames [begin, end), and the mean probability the network gave it there, 0..1.
struct AlignedLabel {
    int label = 0;
    int begin = 0;
    int end = 0;
    double confidence = 0;
};

struct LabelHypothesis {
    std::vector<int> labels;
    double logProbability = 0;
};

/// The best path: each frame's best label, repeats and blanks removed.
std::vector<AlignedLabel> decodeGreedy(const LogProbabilities& line);

/// Prefix beam search (Graves et al. 2006; Hannun et al. 2014, arXiv:1408.2873): sums the probabilities of all paths to a text.
/// Up to `best` hypotheses, most probable first; exact when `beamWidth` holds every prefix.
std::vector<LabelHypothesis> decodeBeam(const LogProbabilities& line, int beamWidth, int best);

/// The most probable way to read `labels` from the line (Viterbi). Empty when they do not fit into its frames.
std::vector<AlignedLabel> align(const LogProbabilities& line, const std::vector<int>& labels);

} // namespace longhand::recognition
