#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// A text whose characters are on average this much less likely than the model's own reading is questioned, in nats.
/// Measured with `longhand evaluate guard`.
inline constexpr double kQuestionedSurplus = 3.0;

/// How a line's text stands to its ink: forced alignment of the text against the model's own reading.
struct LabelFit {
    /// log p(own reading | picture) - log p(text | picture), per character of the longer of the two. About 0 for a text
    /// the model would have read, infinite for one that cannot be written over so few columns. 0 when most of its
    /// characters are unknown to the model: then it cannot say.
    double surplus = 0;
    std::string reading;   ///< the model's own
    double confidence = 0; ///< of it, 0..1

    [[nodiscard]] bool isQuestioned() const { return surplus > kQuestionedSurplus; }
};

/// One fit per pair. Characters the model lacks are left out of the comparison. `lines` as Recognizer::read wants them,
/// `texts` UTF-8, NFC. Errors: those of Recognizer::read.
Result<std::vector<LabelFit>> fitLabels(recognition::Recognizer& recognizer, std::span<const GrayImage> lines,
                                        std::span<const std::string> texts, std::stop_token stop = {});

/// Of lines with several texts of like length among them: the share whose own text fits its picture better than the
/// texts of four other lines do. About 1 for right labels, however badly the model reads; about 0.2 for shuffled ones.
/// 1 for fewer than five lines. Errors: those of Recognizer::score.
Result<double> shareInPlace(recognition::Recognizer& recognizer, std::span<const GrayImage> lines,
                            std::span<const std::string> texts, std::stop_token stop = {});

/// How well right, shuffled and altered texts are told apart.
struct GuardEvaluation {
    std::vector<double> right;    ///< surplus of every line with its own text
    std::vector<double> shuffled; ///< with the text of another line of about its length
    std::vector<double> halved;   ///< with the second half of its text from another line
    std::vector<double> oneWord;  ///< with one word from another line: a slip, not a wrong line

    /// Of such surpluses, the share that is questioned.
    static double questioned(const std::vector<double>& surpluses);
};

/// Measures the guard on a line set (`folder`/lines.tsv). Errors: as evaluateLines.
Result<GuardEvaluation> evaluateGuard(recognition::Recognizer& recognizer, const std::filesystem::path& folder,
                                      const std::string& split, std::size_t limit, std::stop_token stop = {});

} // namespace longhand::app
