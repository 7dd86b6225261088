#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/feedback/feedback_store.h"

namespace longhand::test
{

/// A line of the letters l (a bar), o (a box), t (a cross) and n (a dash), which any network can tell apart.
GrayImage drawLetters(const std::string& letters, int heightPx = 40);

/// A text of such letters, another one for every number.
std::string letters(int number, int count = 6);

/// Puts so many corrected lines into the store, ten to a page; of `writer`. Returns their ids.
std::vector<std::int64_t> fillStore(feedback::FeedbackStore& store, int lines, const std::string& writer = {},
                                    int first = 0);

/// The same, and insists on each text: an untrained model cannot tell whether it fits.
void vouchFor(feedback::FeedbackStore& store, const std::vector<std::int64_t>& ids);

/// A model that has learnt nothing yet.
std::filesystem::path writeSmallModel(const std::filesystem::path& file);
/// A pack of drawn lines to rehearse with.
std::filesystem::path writeRehearsal(const std::filesystem::path& file);

} // namespace longhand::test
