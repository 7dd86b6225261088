#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "longhand/app/learning.h"
#include "longhand/app/models.h"
#include "longhand/app/user_data.h"
#include "longhand/base/result.h"
#include "longhand/feedback/feedback_store.h"

namespace longhand::app
{

/// Where the parts of learning are. As they stand: the user's own.
struct LearningPlaces {
    std::filesystem::path store = feedbackDatabase();
    std::filesystem::path library = userModelFolder();
    std::filesystem::path job = learningFolder();
    std::filesystem::path program;                     ///< that learns; empty: the running one
    std::filesystem::path baseModel;                   ///< when nothing learnt is in use; empty: the one that ships
    std::vector<std::filesystem::path> rehearsalPacks; ///< empty: those that ship
};

/// What there is to learn from.
struct LearningOverview {
    int lines = 0; ///< trusted
    int words = 0;
    int fresh = 0;      ///< of `lines`: the model in use has not learnt from them
    int questioned = 0; ///< wait for a person's word
    std::vector<feedback::WriterSummary> writers;
};

/// Of one writer or (nullopt) of all; `writers` always of all. Blocks. Errors: those of FeedbackStore.
Result<LearningOverview> learningOverview(const LearningPlaces& places, const std::optional<std::string>& writer);

/// What reads everybody's pages. Errors: those of modelInUse.
Result<ModelChoice> modelInUse(const LearningPlaces& places);

/// A model of the library, or for an empty id the one that nothing learnt has changed. Errors: those of learntChoice
/// and findShippedModel.
Result<ModelChoice> modelChoice(const LearningPlaces& places, const std::string& id);

/// A request that starts from the model in use.
LearningRequest learningRequest(const LearningPlaces& places);

} // namespace longhand::app
