#pragma once

#include <string>

#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// Character edits to `text` (UTF-8, NFC) that a reading is expected to need: of its n-best texts, weighted by their
/// probabilities among each other. A toss-up between a right and a wrong letter counts half an edit, however it falls.
double expectedEdits(const recognition::LineReading& reading, const std::string& text);

} // namespace longhand::app
