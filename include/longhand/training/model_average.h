#pragma once

#include <filesystem>
#include <span>

#include "longhand/base/result.h"

namespace longhand::training
{

/// Writes the mean of the weights of several models of one network and alphabet, which often reads better than each of
/// them (Wortsman et al. 2022, arXiv:2203.05482). The header is the first one's, without its error rates. Errors:
/// those of readModel; InvalidInput for fewer than two models or models that do not fit together.
Result<void> averageModels(std::span<const std::filesystem::path> models, const std::filesystem::path& output);

} // namespace longhand::training
