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
        return values[static_cast<std::size_t>(frame) * static_cast<std::size_t>(classes) +
                      static_cast<std::size_t>(label)];
    }
};

/// Where a label was seen: frames [begin, end), and the mean probability the network gave it there, 0..1.
struct AlignedLabel {
    int label = 0;
    int begin = 0;
    int end = 0;
    double confidence = 0;
};

/// The best path: each frame's best label, repeats and blanks removed. The temperature (> 0) changes confidences only.
std::vector<AlignedLabel> decodeGreedy(const LogProbabilities& line, double temperature = 1);

/// log of the probability of the best path, in nats.
double bestPathLogProbability(const LogProbabilities& line);

/// Mean frames from letter to letter, spaces among them, on the best path; 0 with fewer than two.
double framesPerLetter(const LogProbabilities& line);

/// The most probable way to read `labels` from the line (Viterbi). Empty when they do not fit into its frames.
std::vector<AlignedLabel> align(const LogProbabilities& line, const std::vector<int>& labels, double temperature = 1);

/// log p(labels | line) in nats over all paths (CTC's forward algorithm, Graves et al. 2006). -infinity when a label is
/// not one of 1 .. classes - 1 or they do not fit into its frames.
double logLikelihood(const LogProbabilities& line, const std::vector<int>& labels);

} // namespace longhand::recognition
