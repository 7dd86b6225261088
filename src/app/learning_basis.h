#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>

#include "longhand/app/learning.h"
#include "longhand/base/result.h"

namespace longhand::app
{

/// What a learning run starts from.
struct LearningBasis {
    std::filesystem::path model;   ///< that is fine-tuned
    std::filesystem::path profile; ///< that reads this writer's pages together with it so far; may be empty
    std::string name;              ///< of the model, as its file says; filled in by whoever opens it
    std::string id;                ///< in the library; empty: none
    std::string checksum;          ///< of the model
    std::set<std::int64_t> learnt; ///< lines that are part of it already
};

/// The model and the profile that read the lines of `request` today. Errors: those of modelInUse and of reading files.
Result<LearningBasis> findBasis(const LearningRequest& request, const ModelLibrary& library);

/// What is learnt from it today is called; `writer`: of a profile, else empty.
std::string nameOfLearnt(const LearningBasis& basis, const std::string& writer);

} // namespace longhand::app
