#pragma once

namespace longhand::nn
{

/// How likely a word is right, from its surprisal s: minus the sum of the logarithms of its characters' confidences.
/// 1 / (1 + (s / half) ^ slope): a half at `half` nats.
struct WordCalibration {
    double half = 0.75;  ///< > 0
    double slope = 1.25; ///< > 0

    bool operator==(const WordCalibration&) const = default;
};

/// What makes confidences mean something. Fitted on lines the network was not trained on (`longhand model calibrate`).
struct Calibration {
    double temperature = 1; ///< > 0; the network's outputs are divided by it before confidences are taken from them
    WordCalibration words;
    WordCalibration wordsWithLanguageModel{2.7, 0.95}; ///< a language model also picks characters the network doubted

    bool operator==(const Calibration&) const = default;
};

} // namespace longhand::nn
