#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/result.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// Which lines of `train` are corrected first.
enum class LineOrder {
    Random,  ///< by the seed
    Teaching ///< the most instructive of them all (teaching_order.h); the seed says with which line the table begins
};

struct EvaluateLearningRequest {
    std::filesystem::path folder;                    ///< lines.tsv: learnt from `train`, measured on `test`
    std::filesystem::path guard;                     ///< a general set whose `test` must not get worse; empty: none
    std::string split = "test";                      ///< of both; "val" to choose settings by
    std::vector<std::size_t> counts{0, 16, 64, 256}; ///< lines to learn from, drawn by seed
    std::uint64_t seed = 1;
    LineOrder order = LineOrder::Random;
    double minutes = 0;          ///< for each count; 0: as long as it takes
    std::size_t limit = 0;       ///< measure on so many lines of each set at most; 0: all
    std::size_t uncorrected = 0; ///< so many other lines of `train` teach a profile too, without their texts
    bool asProfile = false;      ///< learn the profile of a writer, and read with it; the guard set as well
    bool shuffledLabels = false; ///< give the lines each other's texts: what must be refused
    std::filesystem::path model;
    recognition::Options reading;
};

/// How a set is read when each page is read with the profile or without, as its first lines propose (proposeProfile).
/// Its pages: runs of at most twelve lines by one writer.
struct ProposedReading {
    std::size_t pages = 0;
    std::size_t withProfile = 0; ///< pages for which the profile was proposed
    double cer = 0;
};

struct LearningMeasurement {
    std::size_t count = 0;
    double cer = -1;        ///< of the learnt model, whatever the gate says; -1: nothing was learnt
    double change = 0;      ///< of the character errors, relative: -0.3 is 30 % fewer
    double guardCer = -1;   ///< -1: not measured
    double guardChange = 0; ///< absolute: 0.003 is 0.3 points worse
    double guardCerIgnoringCase = -1, guardChangeIgnoringCase = 0; ///< the same, small and capital letters alike
    double seconds = 0;                                            ///< of learning, measuring for the gate included
    bool offered = false;                                          ///< by the gate
    std::string reason{};                                          ///< the gate's, or why nothing was learnt
    std::optional<ProposedReading> ownProposed{}, guardProposed{}; ///< of a profile
};

/// Learns from `count` lines as the program does from corrections (a store, the guard for labels, the gate, all of it
/// in a folder that is removed again) and reads the other split before and after. `done` gets each measurement as it
/// comes; the one for 0 lines always comes first. Errors: those of evaluateLines and FeedbackStore, Stopped.
Result<std::vector<LearningMeasurement>>
evaluateLearning(const EvaluateLearningRequest& request, std::stop_token stop = {},
                 const std::function<void(const LearningMeasurement&)>& done = {});

} // namespace longhand::app
