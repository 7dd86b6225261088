#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/app/learning.h"
#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// A corrected line, ready to be learnt or read.
struct LearningLine {
    std::int64_t id = 0;
    GrayImage picture; ///< normalised to the model's height
    std::string text;  ///< NFC, white space folded
    std::string page;
    bool isNew = true; ///< the model in use has not learnt from it
};

struct LearningLines {
    std::vector<LearningLine> lines;
    std::vector<std::int64_t> questioned; ///< newly set aside
    std::vector<std::string> warnings;
};

/// The lines trusted in the store, of one writer or of all. Those whose texts hardly fit the ink are marked as
/// questioned in the store and left out, unless a person vouched for them. `learnt`: ids the model in use has learnt
/// from. Errors: those of FeedbackStore and Recognizer::read; InvalidInput when there are too few lines, none new, or
/// so many texts that do not fit that they must belong to other lines.
Result<LearningLines> collectLines(const LearningRequest& request, const std::set<std::int64_t>& learnt,
                                   recognition::Recognizer& recognizer, std::stop_token stop);

/// Which lines decide. Each round learns from all lines but its own held-out ones.
struct LearningPlan {
    bool crossValidated = false; ///< then the model itself learns from all lines, in a last round without held-out ones
    std::vector<std::vector<std::size_t>> heldOut; ///< indices, one list for each round; all of them new lines
};

/// Whole pages are held out where there are enough of them: lines of one page look alike.
LearningPlan planRounds(const std::vector<LearningLine>& lines, std::uint64_t seed);

} // namespace longhand::app
