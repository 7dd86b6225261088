#pragma once

#include <string>
#include <vector>

#include "longhand/app/evaluation.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// Every word of the reading: right when the cheapest word alignment to the reference puts it at an equal one.
std::vector<WordJudgement> judgeWords(const std::string& reference, const recognition::LineReading& reading);

/// The calibration under which the words' being right or wrong is likeliest, every set counting the same however many
/// words it has: the next hand is no more like the largest of them. Without `withRivals` as beam search has none.
nn::WordCalibration fitWords(const std::vector<std::vector<WordJudgement>>& sets, bool withRivals);
/// Minus the mean logarithm of what `calibration` gave each word to be as it is, in nats, mean of the sets; 0 for no
/// words.
double surprise(const std::vector<std::vector<WordJudgement>>& sets, const nn::WordCalibration& calibration);

} // namespace longhand::app
