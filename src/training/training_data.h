#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "batches.h"
#include "longhand/nn/architecture.h"

namespace longhand::training
{

/// Errors: those of LinePack; InvalidInput for no packs or packs of different heights.
Result<std::vector<LinePack>> openPacks(const std::vector<std::filesystem::path>& paths);

/// The characters worth learning: those seen a few times in training lines, and printable ASCII, which users type
/// anyway.
std::u32string chooseAlphabet(const std::vector<LinePack>& packs);

struct TrainingData {
    std::vector<Sample> training;
    std::vector<Sample> validation;    ///< sorted by width; every set has an equal share, spread evenly through it
    std::vector<std::string> warnings; ///< one sentence for each reason why lines were left out
};

/// The samples point into `packs`, which must outlive them.
TrainingData collectSamples(const std::vector<LinePack>& packs, const text::Alphabet& alphabet,
                            const nn::Architecture& architecture, int validationLines);

} // namespace longhand::training
