#include "longhand/nn/network.h"

#include <algorithm>
#include <random>

#include <ATen/autocast_mode.h>

#include "bidirectional_lstm.h"
#include "folded_convolution.h"
#include "longhand/nn/processor.h"
#include "strip_convolution.h"

namespace longhand::nn
{

namespace
{

torch::nn::Conv2d convolution(int in, int out, int kernel, int strideY, int strideX)
{
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(in, out, kernel).stride({strideY, strideX}).padding(kernel / 2).bias(false));
}

/// Autocast to bfloat16 on this thread's CPU operations while it lives.
class ConvolutionAutocast
{
public:
    explicit ConvolutionAutocast(bool on) : m_on(on)
    {
        if (m_on) {
            at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
            at::autocast::set_cpu_enabled(true);
        }
    }
    ~ConvolutionAutocast()
    {
        if (m_on) {
            at::autocast::clear_cache();
            at::autocast::set_cpu_enabled(false);
        }
    }
    ConvolutionAutocast(const ConvolutionAutocast&) = delete;
    ConvolutionAutocast& operator=(const ConvolutionAutocast&) = delete;

private:
    bool m_on;
};

torch::Tensor convolve(torch::nn::Conv2d& conv, torch::nn::BatchNorm2d& norm, const torch::Tensor& x)
{
    if (mayFold(norm, x))
        return convolveFolded(conv, norm, x);
    const bool learnsInBfloat16 = at::autocast::is_cpu_enabled() && torch::GradMode::is_enabled();
    return norm(learnsInBfloat16 && processorHasAmx() ? convolveInStrips(conv, x) : conv->forward(x));
}

/// Packed, so that the backward direction starts at each line's own end and a line reads the same in any batch.
torch::Tensor runPacked(torch::nn::LSTM& lstm, const torch::Tensor& sequence, const std::vector<std::int64_t>& frames)
{
    namespace rnn = torch::nn::utils::rnn;
    const auto packed = rnn::pack_padded_sequence(sequence, torch::tensor(frames), false, false);
    return std::get<0>(
        rnn::pad_packed_sequence(std::get<0>(lstm->forward_with_packed_input(packed)), false, 0.0, sequence.size(0)));
}

/// By the same factor whatever the width, so that a line reads the same in any batch.
torch::Tensor stretched(const torch::Tensor& ink, const Architecture& architecture)
{
    if (architecture.stretch == 1)
        return ink;
    return at::upsample_bilinear2d(ink, {ink.size(2), architecture.stretchedPx(static_cast<int>(ink.size(3)))}, false,
                                   1.0, architecture.stretch);
}

} // namespace

ResidualBlockImpl::ResidualBlockImpl(int inChannels, int outChannels, int strideY, int strideX)
{
    m_conv1 = register_module("conv1", convolution(inChannels, outChannels, 3, strideY, strideX));
    m_norm1 = register_module("norm1", torch::nn::BatchNorm2d(outChannels));
    m_conv2 = register_module("conv2", convolution(outChannels, outChannels, 3, 1, 1));
    m_norm2 = register_module("norm2", torch::nn::BatchNorm2d(outChannels));
    if (inChannels != outChannels || strideY != 1 || strideX != 1) {
        m_skip = register_module("skip", convolution(inChannels, outChannels, 1, strideY, strideX));
        m_skipNorm = register_module("skip_norm", torch::nn::BatchNorm2d(outChannels));
    }
}

torch::Tensor ResidualBlockImpl::forward(torch::Tensor x)
{
    auto y = convolve(m_conv1, m_norm1, x).relu_();
    y = convolve(m_conv2, m_norm2, y);
    return y.add_(m_skip ? convolve(m_skip, m_skipNorm, x) : x).relu_();
}

LineNetworkImpl::LineNetworkImpl(const Architecture& architecture, int classes, double dropout)
    : m_architecture(architecture), m_dropout(dropout)
{
    m_stem = register_module("stem", convolution(1, architecture.stemChannels, 5, 2, 2));
    m_stemNorm = register_module("stem_norm", torch::nn::BatchNorm2d(architecture.stemChannels));
    int channels = architecture.stemChannels;
    for (const auto& stage : architecture.stages)
        for (int block = 0; block < stage.blocks; ++block) {
            const bool first = block == 0;
            m_stages->push_back(
                ResidualBlock(channels, stage.channels, first ? stage.strideY : 1, first ? stage.strideX : 1));
            channels = stage.channels;
        }
    register_module("stages", m_stages);
    m_lstm = register_module("lstm", torch::nn::LSTM(torch::nn::LSTMOptions(channels, architecture.lstmHidden)
                                                         .num_layers(architecture.lstmLayers)
                                                         .bidirectional(true)));
    m_head = register_module("head", torch::nn::Linear(2 * architecture.lstmHidden, classes));
    m_shortcutHead =
        register_module("shortcut_head", torch::nn::Conv1d(torch::nn::Conv1dOptions(channels, classes, 3).padding(1)));
}

torch::Tensor LineNetworkImpl::columns(torch::Tensor x)
{
    const auto precision = x.scalar_type();
    const bool bfloat16 = m_bfloat16 && x.is_cpu();
    if (!mayFold(m_stemNorm, x)) {
        const ConvolutionAutocast autocast(bfloat16);
        return collapsed(x).to(precision).contiguous();
    }
    // A few lines at a time: what lies between two convolutions then stays in the caches.
    constexpr std::int64_t kMostColumns = 6000;
    std::vector<torch::Tensor> parts;
    for (const auto& some : x.split(std::max<std::int64_t>(1, kMostColumns / x.size(3))))
        parts.push_back(
            collapsed(some.to(bfloat16 ? torch::kBFloat16 : precision, false, false, torch::MemoryFormat::ChannelsLast))
                .to(precision));
    return torch::cat(parts, 1);
}

torch::Tensor LineNetworkImpl::collapsed(torch::Tensor x)
{
    x = convolve(m_stem, m_stemNorm, x).relu_();
    x = m_stages->forward(x);
    return std::get<0>(x.max(2)).permute({2, 0, 1});
}

torch::Tensor LineNetworkImpl::dropout(const torch::Tensor& x) const
{
    if (m_dropout <= 0)
        return x;
    const double keep = 1 - m_dropout;
    auto mask = torch::empty_like(x, torch::MemoryFormat::Contiguous);
    mask = m_generator ? mask.bernoulli_(keep, *m_generator) : mask.bernoulli_(keep);
    return x * mask.div_(keep);
}

torch::Tensor LineNetworkImpl::maskSpans(const torch::Tensor& features, const std::vector<int64_t>& frames) const
{
    if (m_maskShare <= 0)
        return features;
    auto seed = torch::empty({1}, torch::kLong);
    m_generator ? seed.random_(*m_generator) : seed.random_();
    std::mt19937_64 random(static_cast<std::uint64_t>(seed.item<int64_t>()));
    constexpr int64_t kShortest = 3, kLongest = 8; // frames; a letter takes four or five
    auto kept = torch::ones({features.size(0), features.size(1), 1});
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const double share = std::uniform_real_distribution<double>(0, m_maskShare)(random);
        auto masked = static_cast<int64_t>(share * static_cast<double>(frames[n]));
        auto line = kept.select(1, static_cast<int64_t>(n));
        while (masked >= kShortest) {
            const int64_t length =
                std::min(masked, std::uniform_int_distribution<int64_t>(kShortest, kLongest)(random));
            const int64_t first = std::uniform_int_distribution<int64_t>(0, frames[n] - length)(random);
            line.narrow(0, first, length).zero_();
            masked -= length;
        }
    }
    return features * kept.to(features.device());
}

LineNetworkImpl::Output LineNetworkImpl::forward(const torch::Tensor& ink, const std::vector<int64_t>& widths)
{
    auto features = columns(stretched(ink, m_architecture));
    std::vector<int64_t> frames;
    frames.reserve(widths.size());
    for (const int64_t width : widths)
        frames.push_back(m_architecture.frames(static_cast<int>(width)));

    Output output;
    if (is_training()) {
        output.shortcutLogits = m_shortcutHead(features.permute({1, 2, 0})).permute({2, 0, 1});
        features = maskSpans(dropout(features), frames);
    }
    const auto sequence =
        features.is_cpu() ? runBidirectionalLstm(m_lstm, features, frames) : runPacked(m_lstm, features, frames);
    output.logits = m_head(is_training() ? dropout(sequence) : sequence);
    return output;
}

} // namespace longhand::nn
