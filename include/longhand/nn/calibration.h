#pragma once

namespace longhand::nn
{

/// What speaks against a word that was read.
struct WordDoubt {
    double own = 0;    ///< minus the sum of the logarithms of its characters' confidences, in nats
    double line = 1;   ///< the same of all characters of its line, in nats a character
    double rivals = 1; ///< odds, among the readings that beam search found, of those with another word in its place
};

/// How likely a word is right: 1 / (1 + (own / half) ^ slope * line ^ lineSlope * rivals ^ rivalSlope).
struct WordCalibration {
    double half = 0.75;    ///< > 0
    double slope = 1.25;   ///< > 0
    double lineSlope = 0;  ///< >= 0
    double rivalSlope = 0; ///< >= 0; 0 for greedy reading, which finds no rivals

    bool operator==(const WordCalibration&) const = default;
};

/// Bounds of what is counted: a word without any doubt says no more than one with hardly any.
inline constexpr double kLeastSurprisal = 1e-4;
inline constexpr double kLeastOdds = 1e-3;

/// 0..1.
double confidence(const WordDoubt& doubt, const WordCalibration& calibration);

/// What makes confidences mean something. Fitted on lines the network was not trained on (`longhand model calibrate`).
struct Calibration {
    double temperature = 1; ///< > 0; the network's outputs are divided by it before confidences are taken from them
    WordCalibration words;
    WordCalibration wordsWithLanguageModel{2.7, 0.95}; ///< a language model also picks characters the network doubted

    bool operator==(const Calibration&) const = default;
};

} // namespace longhand::nn
