#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "longhand/feedback/feedback_store.h"

namespace longhand::feedback
{

/// A store that must open.
std::unique_ptr<FeedbackStore> openStore(const std::filesystem::path& file);

/// A line picture with strokes that no other `seed` gives.
GrayImage drawnLine(std::uint32_t seed, int widthPx = 200, int heightPx = 40);

/// A line of a page, changed by a person, with a picture drawn from page and line.
Correction correctionOf(const std::string& page, const std::string& line, const std::string& humanText);

} // namespace longhand::feedback
