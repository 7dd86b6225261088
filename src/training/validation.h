#pragma once

#include <map>
#include <string>

#include "longhand/nn/model_file.h"
#include "replica.h"
#include "workers.h"

namespace longhand::training
{

struct Validation {
    double cer = -1;
    std::map<std::string, double> cerPerSet;
};

/// Reads `samples` (sorted by width) greedily with the network that has these weights and buffers; on their device.
Result<Validation> validate(Workers& workers, const std::vector<Sample>& samples, const nn::ModelInfo& model,
                            const torch::Tensor& weights, const torch::Tensor& buffers, bool bfloat16);

} // namespace longhand::training
