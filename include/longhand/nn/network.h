#pragma once

#include <torch/torch.h>

#include <optional>
#include <vector>

#include "longhand/nn/architecture.h"

namespace longhand::nn
{

/// Two 3x3 convolutions with batch normalisation around a skip connection (He et al. 2016, arXiv:1512.03385).
class ResidualBlockImpl : public torch::nn::Module
{
public:
    ResidualBlockImpl(int inChannels, int outChannels, int strideY, int strideX);
    torch::Tensor forward(torch::Tensor x);

private:
    torch::nn::Conv2d m_conv1{nullptr}, m_conv2{nullptr}, m_skip{nullptr};
    torch::nn::BatchNorm2d m_norm1{nullptr}, m_norm2{nullptr}, m_skipNorm{nullptr};
};
TORCH_MODULE(ResidualBlock);

/// Residual CNN, height collapsed by max, BiLSTM, linear head; for training a second head straight from the CNN columns
/// (Retsinas et al. 2022, arXiv:2404.11339).
class LineNetworkImpl : public torch::nn::Module
{
public:
    LineNetworkImpl(const Architecture& architecture, int classes, double dropout = 0.0);

    struct Output {
        torch::Tensor logits;         ///< [frames, batch, classes]
        torch::Tensor shortcutLogits; ///< the same from the CNN columns; undefined in eval mode
    };
    /// `ink`: [batch, 1, height, width], 0 paper to 1 ink, float. `widths`: true width of every line including its
    /// padding, each at most `width`; columns beyond must be paper.
    Output forward(const torch::Tensor& ink, const std::vector<int64_t>& widths);

    /// Convolutions in bfloat16 on a CPU, 1.3 to 2 times faster where the processor has AVX512-BF16. Off at first.
    void setBfloat16Convolutions(bool on) { m_bfloat16 = on; }
    /// The most of a line's frames, 0..1, that training hides from the LSTM in pieces of a letter's size, so that it
    /// reads by the context too (after Li et al. 2024, arXiv:2409.08573). Off at first.
    void setMaskShare(double share) { m_maskShare = share; }
    /// Where dropout and masks take their randomness from; the global generator when none is set.
    void setGenerator(const at::Generator& generator) { m_generator = generator; }

    [[nodiscard]] const Architecture& architecture() const { return m_architecture; }

private:
    torch::Tensor columns(torch::Tensor x);   ///< [frames, batch, channels]
    torch::Tensor collapsed(torch::Tensor x); ///< the same in the precision of the convolutions
    torch::Tensor dropout(const torch::Tensor& x) const;
    torch::Tensor maskSpans(const torch::Tensor& features, const std::vector<int64_t>& frames) const;

    Architecture m_architecture;
    double m_dropout;
    double m_maskShare = 0;
    bool m_bfloat16 = false;
    std::optional<at::Generator> m_generator;
    torch::nn::Conv2d m_stem{nullptr};
    torch::nn::BatchNorm2d m_stemNorm{nullptr};
    torch::nn::Sequential m_stages;
    torch::nn::LSTM m_lstm{nullptr};
    torch::nn::Linear m_head{nullptr};
    torch::nn::Conv1d m_shortcutHead{nullptr};
};
TORCH_MODULE(LineNetwork);

} // namespace longhand::nn
