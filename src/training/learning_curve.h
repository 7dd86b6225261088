#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::training
{

/// What a run's log.jsonl says of its course.
struct LearningCurve {
    struct Loss {
        double step = 0;
        double loss = 0;
    };
    struct Check {
        double step = 0;
        double cer = 0; ///< 0..1
        std::map<std::string, double> cerPerSet;
    };
    std::vector<Loss> losses;
    std::vector<Check> checks;
};

/// Lines that are cut off or of another kind are left out; where a resumed run repeats steps, the later entries count.
LearningCurve readLearningCurve(const std::filesystem::path& log);

/// A picture as SVG: CER in per cent over the steps, a thin line for every set and a thick one for all, the loss in
/// grey. Errors: those of writeFileAtomically.
Result<void> writeLearningCurve(const std::filesystem::path& path, const LearningCurve& curve);

} // namespace longhand::training
