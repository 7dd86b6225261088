#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/result.h"

namespace longhand::training
{

/// A line somebody transcribed.
struct OwnLine {
    GrayImage picture; ///< normalised to the model's height (imaging::normalizeLine)
    std::string text;  ///< UTF-8, NFC
};

/// The error rate of the rehearsal check may rise by so much, 0..1; a state that forgets more is kept only when there
/// is none that does not.
inline constexpr double kMostForgotten = 0.003;

/// How a model is made to fit a hand; recipeFor() chooses by the number of lines.
struct FineTuneRecipe {
    std::int64_t steps = 100;
    double learningRate = 1e-3;
    double ownShare = 0.8;      ///< of the lines in a batch; the others are rehearsal
    double readShare = 0.5;     ///< of the own lines in a batch: those that a machine read; 0 without any
    int columnsPerBatch = 3000; ///< per thread
    double dropout = 0.2;
    double distortion = 1;      ///< how far own lines are distorted, relative to full training
    double averageDecay = 0.97; ///< of the weights that are kept
    double softTargets = 0;     ///< weight of staying near the base model's outputs on rehearsal lines
    /// Of the way from the base model's weights to the learnt ones (Wortsman et al. 2022, arXiv:2109.01903); at the end
    /// the largest of these that the rehearsal check bears is chosen.
    std::vector<double> keptShares = {0.9, 0.75, 0.6, 0.54, 0.48, 0.44, 0.4, 0.35, 0.3, 0.22, 0.15};
};

/// `onlyThisHand`: what is learnt reads no other, so it may go as far as the rehearsal check bears.
FineTuneRecipe recipeFor(std::size_t ownLines, bool onlyThisHand = false);

/// How a model did on the rehearsal lines that are not learnt from.
struct RehearsalCheck {
    double cer = -1;    ///< read greedily; -1 without such lines
    double seconds = 0; ///< that the check took
};

struct FineTuneRequest {
    std::filesystem::path base;
    std::vector<OwnLine> learn;                        ///< at least one
    std::vector<OwnLine> read;                         ///< of the same hand, with what a machine read as texts
    std::vector<OwnLine> heldOut;                      ///< decide which state is kept; empty: the last
    std::vector<std::filesystem::path> rehearsalPacks; ///< "train" is rehearsed, "val" is the check; may be empty
    std::filesystem::path output;                      ///< the model
    std::filesystem::path workFolder; ///< own.pack, checkpoint, log.jsonl; a run that was broken off goes on from there
    double minutes = 0; ///< ends early when they are over, 0: no limit; the schedule is shortened to fit in
    int threads = 2;
    std::uint64_t seed = 1;
    int checkpointEverySeconds = 20;
    std::optional<RehearsalCheck> baseCheck; ///< where an earlier run from the same base has made it already
    bool checksHalfway = true;               ///< for who watches; with `heldOut` there are checks in any case
    std::string modelName, description;
    FineTuneRecipe recipe;
};

struct FineTuneProgress {
    std::int64_t step = 0;
    std::int64_t steps = 0;
    double loss = 0;
    double ownCer = -1;       ///< of the last check on held-out lines, -1 before it or without them
    double rehearsalCer = -1; ///< likewise
    double secondsLeft = 0;
};

struct FineTuneReport {
    double ownCerBefore = -1, ownCerAfter = -1; ///< on held-out lines, read greedily; -1 without them
    double rehearsalCerBefore = -1, rehearsalCerAfter = -1;
    double rehearsalCheckSeconds = 0;
    std::int64_t stepsDone = 0;
    std::size_t readLines = 0; ///< learnt with what a machine read
    double seconds = 0;
    bool stopped = false;              ///< on request; the best state so far was written
    std::u32string newCharacters;      ///< the alphabet grew by them
    std::vector<std::string> warnings; ///< lines left out, and why
};

/// Fits the base model to a hand: own lines distorted and mixed with rehearsal lines, on whose outputs the new model is
/// held to the old one (Li and Hoiem 2017, arXiv:1606.09282). Characters the base lacks are added behind its own, whose
/// classes and weights begin bit-identical. Blocks; `progress` is called after every step on the calling thread and may
/// block to pause. A stop writes the best state so far. Errors: those of model files and packs, InvalidInput without a
/// usable line, Internal when the loss diverges.
Result<FineTuneReport> fineTune(const FineTuneRequest& request, std::stop_token stop = {},
                                const std::function<void(const FineTuneProgress&)>& progress = {});

} // namespace longhand::training
