#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "cli/inputs.h"

namespace longhand::cli
{

/// A file name for every page: letter.txt, and letter-2.txt for the second page of a file. No two pages share a name:
/// where letter.jpg and letter.png, or equal names from different folders, would, later ones become letter~2.txt.
class OutputNames
{
public:
    OutputNames(const std::vector<Input>& inputs, std::string suffix);

    /// Relative to the output folder; in the subfolder the picture was found in.
    std::filesystem::path take(std::size_t inputIndex, std::size_t page);

private:
    std::filesystem::path unique(const std::filesystem::path& stem);

    std::string m_suffix;
    std::vector<std::filesystem::path> m_stems; ///< one per input, without suffix, already unique
    std::set<std::filesystem::path> m_taken;
};

} // namespace longhand::cli
