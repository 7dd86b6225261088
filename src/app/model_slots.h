#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::app
{

/// A learnt file that is or was in use. Empty id: nothing learnt.
struct SlotChoice {
    std::string id;
    std::string checksum;
    bool operator==(const SlotChoice&) const = default;
};

struct Slot {
    SlotChoice current;
    std::vector<SlotChoice> before; ///< oldest first
};

/// By writer; the empty one is everybody's. What in-use.json holds.
using Slots = std::map<std::string, Slot>;

/// No file: no slots. Errors: those of readFile, Damaged.
Result<Slots> readSlots(const std::filesystem::path& file);
/// Errors: those of writeFileAtomically.
Result<void> writeSlots(const std::filesystem::path& file, const Slots& slots);

} // namespace longhand::app
