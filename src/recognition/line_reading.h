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

/// Text, characters and words from aligned labels. Every column between two characters goes to the nearer one.
LineReading assembleReading(const std::vector<AlignedLabel>& labels, const text::Alphabet& alphabet,
                            const FrameGeometry& geometry, const nn::WordCalibration& calibration = {});

/// Adds n-best texts, and to every word what the other hypotheses have in its place. The first hypothesis is the reading.
void addAlternatives(LineReading& reading, const std::vector<Hypothesis>& hypotheses, int mostPerWord);

} // namespace longhand::recognition
