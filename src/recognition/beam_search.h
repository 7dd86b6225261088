#pragma once

#include <vector>

#include "ctc_decoder.h"
#include "language_prior.h"

namespace longhand::recognition
{

struct LabelHypothesis {
    std::vector<int> labels;
    double logProbability = 0; ///< with a language model: its share and the bonuses added
};

/// How a language model takes part: log p(text | picture) + weight * log p(text) + bonus * characters.
struct Fusion {
    const LanguagePrior* prior = nullptr; ///< outlives the search
    double weight = 0;
    double bonus = 0;
};

/// Prefix beam search (Graves et al. 2006; Hannun et al. 2014, arXiv:1408.2873): sums the probabilities of all paths to
/// a text. Up to `best` hypotheses, best first; exact when `width` holds every prefix. `fusion` may be null. With a
/// `beginning` only texts that begin with these labels are looked at; none when they do not fit into the line.
std::vector<LabelHypothesis> decodeBeam(const LogProbabilities& line, int width, int best,
                                        const Fusion* fusion = nullptr, const std::vector<int>& beginning = {});

} // namespace longhand::recognition
