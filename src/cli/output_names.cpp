#include "cli/output_names.h"

#include <utility>

namespace longhand::cli
{

OutputNames::OutputNames(const std::vector<Input>& inputs, std::string suffix) : m_suffix(std::move(suffix))
{
    // First pages take their names before any second page can: scan-2.jpg keeps scan-2 although scan.tif comes first.
    m_stems.reserve(inputs.size());
    for (const Input& input : inputs)
        m_stems.push_back(unique(input.subfolder / input.file.stem()));
}

std::filesystem::path OutputNames::take(std::size_t inputIndex, std::size_t page)
{
    std::filesystem::path name = m_stems[inputIndex];
    if (page > 0) {
        name += "-" + std::to_string(page + 1);
        name = unique(name);
    }
    name += m_suffix;
    return name.lexically_normal();
}

std::filesystem::path OutputNames::unique(const std::filesystem::path& stem)
{
    std::filesystem::path candidate = stem;
    for (int copy = 2; !m_taken.insert(candidate.lexically_normal()).second; ++copy) {
        candidate = stem;
        candidate += "~" + std::to_string(copy);
    }
    return candidate;
}

} // namespace longhand::cli
