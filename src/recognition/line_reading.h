#pragma once

#include <vector>

#include "ctc_decoder.h"
#include "longhand/recognition/recognizer.h"
#include "longhand/text/alphabet.h"

namespace longhand::recognition
{

/// How frames of the network lie over the columns of the line picture.
struct FrameGeometry {
    double stridePx = 4;
    int paddingPx = 0;
    int widthPx = 1; ///< of the picture without padding
};

/// Text, characters and words from aligned labels. Every column between two characters goes to the nearer one. Words have
/// their doubts, but no confidence yet.
LineReading assembleReading(const std::vector<AlignedLabel>& labels, const text::Alphabet& alphabet,
                            const FrameGeometry& geometry);

/// Adds the `most` best texts, and to every word what they have in its place and the odds of all hypotheses that have
/// another one there. The first hypothesis is the reading.
void addAlternatives(LineReading& reading, const std::vector<Hypothesis>& hypotheses, int most);

/// Gives every word the confidence that its doubts leave.
void judgeWords(LineReading& reading, const nn::WordCalibration& calibration);

} // namespace longhand::recognition
