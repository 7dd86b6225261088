#include "longhand/nn/model_delta.h"

#include <gmock/gmock.h>

#include "longhand/base/files.h"
#include "longhand/nn/safetensors.h"
#include "nn/bit_packing.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::nn;
using testing::HasSubstr;

namespace
{

class ModelDeltaTest : public testing::Test
{
protected:
    void SetUp() override
    {
        torch::manual_seed(4);
        m_info.name = "base";
        m_info.alphabet = text::Alphabet::fromCharacters(U" abé").value();
        m_info.architecture = Architecture::tiny();
        LineNetwork network(m_info.architecture, m_info.alphabet.classCount());
        ASSERT_TRUE(writeModel(m_base, m_info, *network).ok());
    }

    /// A model that differs from the base as learning makes them differ, and knows one character more.
    void learn(double amount, const std::u32string& alphabet = U" abéß")
    {
        auto base = readModel(m_base).value();
        ModelInfo info = m_info;
        info.name = "learnt";
        info.alphabet = text::Alphabet::fromCharacters(alphabet).value();
        LineNetwork network(info.architecture, info.alphabet.classCount());
        const torch::NoGradGuard noGrad;
        auto old = base.network->named_parameters();
        for (auto& parameter : network->named_parameters()) {
            const torch::Tensor& from = old[parameter.key()];
            parameter.value().narrow(0, 0, from.size(0)).copy_(from + amount * torch::randn(from.sizes()));
        }
        network->eval();
        ASSERT_TRUE(writeModel(m_learnt, info, *network).ok());
    }

    const test::TemporaryFolder m_folder;
    const std::filesystem::path m_base = m_folder / "base.safetensors";
    const std::filesystem::path m_learnt = m_folder / "learnt.safetensors";
    const std::filesystem::path m_delta = m_folder / "delta.safetensors";
    ModelInfo m_info;
};

double distance(LineNetworkImpl& a, LineNetworkImpl& b)
{
    double sum = 0;
    auto others = b.named_parameters();
    for (const auto& parameter : a.named_parameters())
        sum += (parameter.value() - others[parameter.key()]).square().sum().item<double>();
    return std::sqrt(sum);
}

} // namespace

TEST(BitPacking, GivesBackWhatItTook)
{
    for (int bits = 1; bits <= 8; ++bits) {
        std::vector<std::uint8_t> values;
        for (int i = 0; i < 37; ++i)
            values.push_back(static_cast<std::uint8_t>((i * 41 + 3) % (1 << bits)));
        const auto bytes = packBits(values, bits);
        EXPECT_EQ(bytes.size(), (37U * static_cast<unsigned>(bits) + 7) / 8);
        EXPECT_EQ(unpackBits(bytes, values.size(), bits), values) << bits;
    }
}

TEST_F(ModelDeltaTest, BaseAndDeltaAreNearlyTheLearntModel)
{
    learn(0.01);
    const auto written = writeDelta(m_delta, m_base, m_learnt);
    ASSERT_TRUE(written.ok()) << written.error().detail;
    EXPECT_EQ(written->bits, 8) << "a small network has room for the finest steps";
    auto restored = readModelWithDelta(m_base, m_delta);
    ASSERT_TRUE(restored.ok()) << restored.error().detail;
    EXPECT_EQ(restored->info.name, "learnt");
    EXPECT_EQ(restored->info.alphabet.characters(), U" abéß");
    auto learnt = readModel(m_learnt).value();
    auto base = readModel(m_base).value();
    // Compared where all three have the same shape.
    double off = 0, change = 0;
    auto wanted = learnt.network->named_parameters(), from = base.network->named_parameters();
    for (const auto& parameter : restored->network->named_parameters()) {
        if (parameter.value().sizes() != from[parameter.key()].sizes())
            continue;
        off += (parameter.value() - wanted[parameter.key()]).square().sum().item<double>();
        change += (from[parameter.key()] - wanted[parameter.key()]).square().sum().item<double>();
    }
    EXPECT_LT(std::sqrt(off), 0.02 * std::sqrt(change));
}

TEST_F(ModelDeltaTest, FewerBitsWhereThereIsLittleRoom)
{
    learn(0.01, U" abé");
    const auto fine = writeDelta(m_delta, m_base, m_learnt).value();
    auto learnt = readModel(m_learnt).value();
    const double fineDistance = distance(*readModelWithDelta(m_base, m_delta).value().network, *learnt.network);
    // The header's allowance and the exact parts leave room for about four bits.
    const auto coarse = writeDelta(m_delta, m_base, m_learnt, (std::size_t{64} << 10) + fine.bytes * 3 / 5);
    ASSERT_TRUE(coarse.ok()) << coarse.error().detail;
    EXPECT_LT(coarse->bits, 8);
    EXPECT_LT(coarse->bytes, fine.bytes);
    EXPECT_GT(distance(*readModelWithDelta(m_base, m_delta).value().network, *learnt.network), fineDistance);
    EXPECT_EQ(writeDelta(m_delta, m_base, m_learnt, 1000).error().code, ErrorCode::TooLarge);
}

TEST_F(ModelDeltaTest, WhatDidNotChangeCostsNothing)
{
    const auto written = writeDelta(m_delta, m_base, m_base);
    ASSERT_TRUE(written.ok()) << written.error().detail;
    EXPECT_TRUE(readSafetensors(m_delta).value().tensors.empty());
    EXPECT_EQ(distance(*readModelWithDelta(m_base, m_delta).value().network, *readModel(m_base).value().network), 0);
}

TEST_F(ModelDeltaTest, AnotherBaseIsRefused)
{
    learn(0.01);
    ASSERT_TRUE(writeDelta(m_delta, m_base, m_learnt).ok());
    const auto wrong = readModelWithDelta(m_learnt, m_delta);
    ASSERT_FALSE(wrong.ok());
    EXPECT_EQ(wrong.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(wrong.error().detail, HasSubstr("another model"));
    EXPECT_EQ(readModelWithDelta(m_base, m_base).error().code, ErrorCode::Unsupported) << "a model is no profile";
}

TEST_F(ModelDeltaTest, NoDamageGetsThrough)
{
    learn(0.01);
    ASSERT_TRUE(writeDelta(m_delta, m_base, m_learnt).ok());
    const std::string whole = readFile(m_delta).value();
    ASSERT_TRUE(writeFileAtomically(m_delta, whole.substr(0, whole.size() / 2)));
    EXPECT_EQ(readModelWithDelta(m_base, m_delta).error().code, ErrorCode::Damaged);
    ASSERT_TRUE(writeFileAtomically(m_delta, whole));
    auto content = readSafetensors(m_delta).value();
    for (auto& [key, tensor] : content.tensors)
        if (key.ends_with(".steps"))
            tensor = tensor.narrow(0, 0, tensor.size(0) - 1).clone();
    ASSERT_TRUE(writeSafetensors(m_delta, content).ok());
    const auto damaged = readModelWithDelta(m_base, m_delta);
    ASSERT_FALSE(damaged.ok());
    EXPECT_EQ(damaged.error().code, ErrorCode::Damaged);
    EXPECT_THAT(damaged.error().detail, HasSubstr("Learn the hand again"));
}
