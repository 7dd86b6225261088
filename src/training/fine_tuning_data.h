#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "batches.h"
#include "longhand/nn/model_file.h"
#include "longhand/training/fine_tuner.h"

namespace longhand::training
{

/// What a hand is learnt from: the lines of one sort, endless batches of those to learn and those to check.
struct FineTuningData {
    std::vector<LinePack> packs;           ///< hold the lines' pixels
    std::unique_ptr<BatchSampler> batches; ///< null: nothing to learn
    std::vector<Sample> check;             ///< sorted by width
    std::size_t read = 0;                  ///< of those in batches: lines that a machine read
    std::vector<std::string> warnings;     ///< lines left out, and why
};

/// The person's lines, put into `workFolder`/own.pack. Errors: those of packs, InvalidInput without a usable line.
Result<FineTuningData> packOwnLines(const FineTuneRequest& request, const nn::ModelInfo& model);

/// Errors: those of packs, InvalidInput for lines of another height than the model reads.
Result<FineTuningData> openRehearsal(const FineTuneRequest& request, const nn::ModelInfo& model);

} // namespace longhand::training
