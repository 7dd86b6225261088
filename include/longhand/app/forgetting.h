#pragma once

#include <filesystem>
#include <functional>

#include "longhand/base/result.h"
#include "longhand/feedback/feedback_store.h"

namespace longhand::app
{

/// Deletes corrections by `forget` (one of the store's own calls) and what learning runs that are over left of them in
/// `learningFolder`: their texts in the result; all that a failed or broken-off run worked on, which begins anew when
/// it goes on. Returns how many lines went. Blocks. Errors: those of mayForgetCorrections and of `forget`; Io when
/// something of a run cannot be removed, the corrections being gone by then.
Result<int> forgetCorrections(feedback::FeedbackStore& store, const std::filesystem::path& learningFolder,
                              const std::function<Result<int>()>& forget);

/// InvalidInput while a learning run is going on: it has the lines in its hands, and would write them down again.
Result<void> mayForgetCorrections(const std::filesystem::path& learningFolder);

} // namespace longhand::app
