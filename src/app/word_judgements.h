#pragma once

#include <string>
#include <vector>

#include "longhand/app/evaluation.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// Every word of the reading: right when the cheapest word alignment to the reference puts it at an equal one.
std::vector<WordJudgement> judgeWords(const std::string& reference, const recognition::LineReading& reading);

/// What a calibration goes by; each with those before.
enum class WordEvidence {
    Own,   ///< the word's characters
    Line,  ///< its line's
    Rivals ///< other words in its place, which beam search alone finds
};

/// The calibration under which the words' being right or wrong is likeliest, every set counting the same however many
/// words it has: the next hand is no more like the largest of them.
nn::WordCalibration fitWords(const std::vector<std::vector<WordJudgement>>& sets, WordEvidence evidence);
/// Minus the mean logarithm of what `calibration` gave each word to be as it is, in nats, mean of the sets; 0 for no
/// words.
double surprise(const std::vector<std::vector<WordJudgement>>& sets, const nn::WordCalibration& calibration);

} // namespace longhand::app
