#include "bidirectional_lstm.h"

#include <array>

namespace longhand::nn
{

namespace
{

using torch::Tensor;

constexpr std::int64_t kGates = 4; ///< as torch orders them: input, forget, candidate, output

/// Weights of one direction of one layer.
struct Weights {
    Tensor ofInput, ofHidden, inputBias, hiddenBias;

    [[nodiscard]] std::int64_t hidden() const { return ofHidden.size(1); }
};

/// What the backward pass needs of the forward pass: [frames, lines, ...].
struct Activations {
    Tensor gates, cells, cellTanhs, outputs;
};

/// tanh(x) is 2 sigmoid(2x) - 1: with the candidate's weights doubled one sigmoid does for all gates.
Tensor withDoubledCandidate(const Tensor& weights)
{
    Tensor doubled = weights.clone();
    const std::int64_t hidden = weights.size(0) / kGates;
    doubled.narrow(0, 2 * hidden, hidden).mul_(2);
    return doubled;
}

template <class Real>
void updateCells(Real* gates, const Real* cellsBefore, Real* cells, std::int64_t lines, std::int64_t hidden)
{
    for (std::int64_t n = 0; n < lines; ++n, gates += kGates * hidden, cells += hidden) {
        Real* candidate = gates + 2 * hidden;
        for (std::int64_t i = 0; i < hidden; ++i)
            candidate[i] = 2 * candidate[i] - 1;
        for (std::int64_t i = 0; i < hidden; ++i)
            cells[i] = gates[i] * candidate[i];
        if (!cellsBefore)
            continue;
        for (std::int64_t i = 0; i < hidden; ++i)
            cells[i] += gates[hidden + i] * cellsBefore[i];
        cellsBefore += hidden;
    }
}

Activations runForward(const Tensor& sequence, const Weights& weights)
{
    const std::int64_t frames = sequence.size(0), lines = sequence.size(1), hidden = weights.hidden();
    const Tensor bias = withDoubledCandidate(weights.inputBias + weights.hiddenBias);
    // With few lines OpenBLAS multiplies by a matrix that lies the other way four times as slowly.
    const Tensor ofHidden = withDoubledCandidate(weights.ofHidden).t().contiguous();
    Activations a;
    a.gates = torch::addmm(bias, sequence.reshape({frames * lines, -1}), withDoubledCandidate(weights.ofInput).t())
                  .view({frames, lines, kGates * hidden});
    a.cells = torch::empty({frames, lines, hidden}, sequence.options());
    a.cellTanhs = torch::empty_like(a.cells);
    a.outputs = torch::empty_like(a.cells);
    const auto gates = a.gates.unbind(), cells = a.cells.unbind(), cellTanhs = a.cellTanhs.unbind(),
               outputs = a.outputs.unbind(), outputGates = a.gates.narrow(2, 3 * hidden, hidden).unbind();
    AT_DISPATCH_FLOATING_TYPES(sequence.scalar_type(), "bidirectional LSTM", [&] {
        for (std::size_t t = 0; t < gates.size(); ++t) {
            Tensor gatesNow = gates[t], tanhs = cellTanhs[t], output = outputs[t];
            if (t > 0)
                gatesNow.addmm_(outputs[t - 1], ofHidden);
            gatesNow.sigmoid_();
            updateCells(gatesNow.data_ptr<scalar_t>(), t > 0 ? cells[t - 1].template data_ptr<scalar_t>() : nullptr,
                        cells[t].template data_ptr<scalar_t>(), lines, hidden);
            torch::tanh_out(tanhs, cells[t]);
            torch::mul_out(output, outputGates[t], tanhs);
        }
    });
    return a;
}

/// Gradients before the gates' nonlinearities from those of outputs and cells; `cellGradients` go on to the frame
/// before.
template <class Real>
struct CellsBackward {
    const Real *gates, *cellsBefore, *cellTanhs, *outputGradients;
    Real *gateGradients, *cellGradients;

    void run(std::int64_t lines, std::int64_t hidden)
    {
        for (std::int64_t n = 0; n < lines; ++n) {
            const Real *input = gates, *forget = input + hidden, *candidate = forget + hidden,
                       *output = candidate + hidden;
            Real *ofInput = gateGradients, *ofForget = ofInput + hidden, *ofCandidate = ofForget + hidden,
                 *ofOutput = ofCandidate + hidden;
            for (std::int64_t i = 0; i < hidden; ++i) {
                const Real cell = cellGradients[i] + outputGradients[i] * output[i] * (1 - cellTanhs[i] * cellTanhs[i]);
                ofInput[i] = cell * candidate[i] * input[i] * (1 - input[i]);
                ofCandidate[i] = cell * input[i] * (1 - candidate[i] * candidate[i]);
                ofOutput[i] = outputGradients[i] * cellTanhs[i] * output[i] * (1 - output[i]);
                ofForget[i] = cellsBefore ? cell * cellsBefore[i] * forget[i] * (1 - forget[i]) : 0;
                cellGradients[i] = cell * forget[i];
            }
            gates += kGates * hidden, gateGradients += kGates * hidden;
            cellTanhs += hidden, outputGradients += hidden, cellGradients += hidden;
            if (cellsBefore)
                cellsBefore += hidden;
        }
    }
};

/// Of the gates before their nonlinearities, [frames, lines, 4 x hidden].
Tensor gateGradients(const Activations& a, const Tensor& outputGradients, const Weights& weights)
{
    const std::int64_t lines = a.cells.size(1), hidden = weights.hidden();
    Tensor gradients = torch::empty_like(a.gates);
    Tensor ofOutputs = torch::empty({lines, hidden}, a.cells.options()), ofCells = torch::zeros_like(ofOutputs);
    const auto ofGates = gradients.unbind(), wanted = outputGradients.unbind();
    AT_DISPATCH_FLOATING_TYPES(a.cells.scalar_type(), "bidirectional LSTM backward", [&] {
        const auto frame = [&](const Tensor& all, std::size_t t) {
            return all.data_ptr<scalar_t>() + static_cast<std::int64_t>(t) * lines * all.size(2);
        };
        for (std::size_t t = wanted.size(); t-- > 0;) {
            if (t + 1 < wanted.size())
                torch::addmm_out(ofOutputs, wanted[t], ofGates[t + 1], weights.ofHidden);
            else
                ofOutputs.copy_(wanted[t]);
            CellsBackward<scalar_t>{frame(a.gates, t),     t > 0 ? frame(a.cells, t - 1) : nullptr,
                                    frame(a.cellTanhs, t), ofOutputs.data_ptr<scalar_t>(),
                                    frame(gradients, t),   ofCells.data_ptr<scalar_t>()}
                .run(lines, hidden);
        }
    });
    return gradients;
}

/// [frames, lines, ...] with the frames of every line in the order that `order` tells; its own inverse.
Tensor reordered(const Tensor& sequence, const Tensor& order)
{
    return sequence.reshape({sequence.size(0) * sequence.size(1), -1}).index_select(0, order).view(sequence.sizes());
}

/// One layer, both directions.
class Layer : public torch::autograd::Function<Layer>
{
public:
    /// `order` turns every line around within its own frames. Then of both directions the weights as torch lists them.
    static Tensor forward(torch::autograd::AutogradContext* context, const Tensor& sequence, const Tensor& order,
                          const Tensor& w0, const Tensor& w1, const Tensor& w2, const Tensor& w3, const Tensor& w4,
                          const Tensor& w5, const Tensor& w6, const Tensor& w7)
    {
        const std::array<Weights, 2> weights{Weights{w0, w1, w2, w3}, Weights{w4, w5, w6, w7}};
        const std::array<Tensor, 2> sequences{sequence.contiguous(), reordered(sequence, order)};
        torch::autograd::variable_list saved{order};
        std::array<Tensor, 2> outputs;
        for (std::size_t d = 0; d < weights.size(); ++d) {
            const Activations a = runForward(sequences[d], weights[d]);
            outputs[d] = a.outputs;
            for (const Tensor& tensor :
                 {sequences[d], weights[d].ofInput, weights[d].ofHidden, a.gates, a.cells, a.cellTanhs, a.outputs})
                saved.push_back(tensor);
        }
        context->save_for_backward(saved);
        return torch::cat({outputs[0], reordered(outputs[1], order)}, 2);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients)
    {
        const auto saved = context->get_saved_variables();
        const Tensor& order = saved[0];
        torch::autograd::variable_list results{Tensor(), Tensor()};
        for (std::size_t d = 0; d < 2; ++d) {
            const auto* s = &saved[1 + 7 * d];
            const Tensor& sequence = s[0];
            const Weights weights{s[1], s[2], {}, {}};
            const Activations a{s[3], s[4], s[5], s[6]};
            const std::int64_t frames = sequence.size(0), lines = sequence.size(1), hidden = weights.hidden();
            const Tensor wanted = gradients[0].narrow(2, static_cast<std::int64_t>(d) * hidden, hidden);
            const Tensor ofGates = gateGradients(a, d == 0 ? wanted : reordered(wanted, order), weights);
            const Tensor flat = ofGates.view({frames * lines, -1});
            Tensor ofSequence = flat.mm(weights.ofInput).view(sequence.sizes());
            results[0] = d == 0 ? ofSequence : results[0] + reordered(ofSequence, order);
            const std::int64_t withBefore = (frames - 1) * lines;
            const Tensor ofBias = flat.sum(0);
            results.push_back(flat.t().mm(sequence.view({frames * lines, -1})));
            results.push_back(flat.narrow(0, lines, withBefore)
                                  .t()
                                  .mm(a.outputs.view({frames * lines, -1}).narrow(0, 0, withBefore)));
            results.push_back(ofBias);
            results.push_back(ofBias);
        }
        return results;
    }
};

/// The order that turns every line around within its frames and leaves what is behind them.
Tensor turnedWithin(const std::vector<std::int64_t>& frames, std::int64_t length)
{
    const auto lines = static_cast<std::int64_t>(frames.size());
    Tensor order = torch::empty({length * lines}, torch::kLong);
    auto* index = order.data_ptr<std::int64_t>();
    for (std::int64_t t = 0; t < length; ++t)
        for (std::int64_t n = 0; n < lines; ++n) {
            const std::int64_t own = frames[static_cast<std::size_t>(n)];
            *index++ = (t < own ? own - 1 - t : t) * lines + n;
        }
    return order;
}

} // namespace

Tensor runBidirectionalLstm(const torch::nn::LSTM& lstm, const Tensor& sequence,
                            const std::vector<std::int64_t>& frames)
{
    constexpr std::size_t kWeightsInLayer = 8;
    const auto weights = lstm->parameters();
    const Tensor order = turnedWithin(frames, sequence.size(0));
    Tensor x = sequence;
    for (std::size_t i = 0; i + kWeightsInLayer <= weights.size(); i += kWeightsInLayer) {
        const auto* w = &weights[i];
        x = Layer::apply(x, order, w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]);
    }
    return x;
}

} // namespace longhand::nn
