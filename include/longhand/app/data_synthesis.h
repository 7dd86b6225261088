#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/progress.h"
#include "longhand/base/result.h"

namespace longhand::app
{

struct SynthesisRequest {
    std::vector<std::filesystem::path> texts; ///< UTF-8, one paragraph a line
    std::filesystem::path fonts;              ///< folder of handwriting fonts
    std::filesystem::path output;             ///< folder of the new line set
    std::string language = "en";              ///< that of the texts; en, fr and de bring phrases of their own
    std::size_t count = 0;
    std::uint64_t seed = 1;
    std::optional<double> capitals; ///< share of the lines in block capitals, 0..1; nullopt: as people write
    int jobs = 0; ///< threads; 0: by the machine. The result does not depend on it
};

struct SynthesisReport {
    std::size_t lines = 0;
    std::size_t validationLines = 0; ///< of `lines`, by fonts kept from training
    std::size_t fonts = 0;
};

/// Draws lines of text in handwriting fonts and writes them as a line set: the same request, the same bytes.
/// Errors: those of LineSynthesizer and LineSetWriter; Stopped, which leaves pictures without a lines.tsv.
Result<SynthesisReport> synthesizeLines(const SynthesisRequest& request, std::stop_token stop = {},
                                        const ProgressFn& progress = {});

} // namespace longhand::app
