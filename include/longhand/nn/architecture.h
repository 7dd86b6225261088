#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::nn
{

/// Sizes of a CNN-BiLSTM-CTC line reader; they travel in the model file.
struct Architecture {
    struct Stage {
        int channels = 0;
        int blocks = 1;  ///< residual blocks, two 3x3 convolutions each
        int strideY = 1; ///< of the first block
        int strideX = 1;
        bool operator==(const Stage&) const = default;
    };

    int inputHeightPx = 48;
    int paddingPx = 16;    ///< paper added left and right of a line
    double stretch = 1;    ///< how much wider than they come lines are seen; narrow letters get more frames
    int stemChannels = 32; ///< 5x5 convolution, stride 2 in both directions
    std::vector<Stage> stages;
    int lstmHidden = 192; ///< per direction
    int lstmLayers = 2;
    bool operator==(const Architecture&) const = default;

    /// Input columns per output frame.
    [[nodiscard]] double frameStride() const;
    /// Columns of an input of `widthPx` once it is stretched.
    [[nodiscard]] int stretchedPx(int widthPx) const;
    /// Output frames for a padded input of `widthPx` columns.
    [[nodiscard]] int frames(int widthPx) const;

    /// Weights of the network without its biases and normalisations.
    [[nodiscard]] std::uint64_t parameterEstimate(int classes) const;

    /// The network that is trained when none is given: 2.7 M parameters, four input columns a frame.
    static Architecture standard();
    /// A network of some thousand parameters for tests.
    static Architecture tiny();

    [[nodiscard]] std::string toJson() const;
    /// Errors: Damaged for a missing, mistyped or absurd size (a hostile file must not make us allocate terabytes).
    static Result<Architecture> fromJson(const std::string& json);
};

} // namespace longhand::nn
