#include "longhand/nn/safetensors.h"

#include <fstream>
#include <gmock/gmock.h>

#include "longhand/base/files.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::nn;

namespace
{

/// A file with the given header text and data, right or wrong.
std::string fileWith(const std::string& header, const std::string& data, std::uint64_t claimedLength)
{
    std::string bytes(8, '\0');
    for (int i = 0; i < 8; ++i)
        bytes[static_cast<std::size_t>(i)] = static_cast<char>(claimedLength >> (8 * i) & 0xFF);
    return bytes + header + data;
}

std::string fileWith(const std::string& header, const std::string& data = {})
{
    return fileWith(header, data, header.size());
}

} // namespace

TEST(Safetensors, RoundTripsTensorsAndMetadata)
{
    const test::TemporaryFolder folder;
    Safetensors content;
    content.metadata["note"] = "grüße";
    content.tensors["a"] = torch::arange(6, torch::kFloat).view({2, 3});
    content.tensors["half"] = torch::tensor({0.5, -1.25}).to(torch::kHalf);
    content.tensors["empty"] = torch::zeros({0, 4});
    content.tensors["transposed"] = torch::arange(6, torch::kFloat).view({2, 3}).t();
    ASSERT_TRUE(writeSafetensors(folder / "x.safetensors", content).ok());
    const auto read = readSafetensors(folder / "x.safetensors").value();
    EXPECT_EQ(read.metadata, content.metadata);
    ASSERT_EQ(read.tensors.size(), content.tensors.size());
    for (const auto& [key, tensor] : content.tensors)
        EXPECT_TRUE(torch::equal(read.tensors.at(key), tensor)) << key;
    EXPECT_EQ(readSafetensorsMetadata(folder / "x.safetensors").value(), content.metadata);
}

TEST(Safetensors, ReadsAFileLaidOutByHandAsTheFormatDescribes)
{
    const std::string data("\x00\x00\x80\x3f\x00\x00\x00\xc0", 8); // 1.0f, -2.0f
    const auto read = parseSafetensors(fileWith(R"({"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", data), "'x'");
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(torch::equal(read->tensors.at("t"), torch::tensor({1.0f, -2.0f})));
}

TEST(Safetensors, EveryTruncationIsNoticed)
{
    const test::TemporaryFolder folder;
    Safetensors content;
    content.metadata["k"] = "v";
    content.tensors["a"] = torch::ones({3});
    ASSERT_TRUE(writeSafetensors(folder / "x", content).ok());
    const std::string whole = readFile(folder / "x").value();
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(parseSafetensors(whole.substr(0, length), "'x'").ok()) << length;
    EXPECT_FALSE(parseSafetensors(whole + "x", "'x'").ok());
}

TEST(Safetensors, HostileHeadersAreRefused)
{
    const std::string data(16, '\0');
    const std::string nested(100'000, '[');
    const std::vector<std::string> headers{
        "",
        "[]",
        "null",
        R"({"t":1})",
        R"({"t":{"dtype":"F32","shape":[4]}})",
        R"({"t":{"dtype":7,"shape":[4],"data_offsets":[0,16]}})",
        R"({"t":{"dtype":"Q9","shape":[4],"data_offsets":[0,16]}})",
        R"({"t":{"dtype":"F32","shape":[5],"data_offsets":[0,16]}})",                                        // too little data
        R"({"t":{"dtype":"F32","shape":[4],"data_offsets":[0,17]}})",                                        // beyond the end
        R"({"t":{"dtype":"F32","shape":[4],"data_offsets":[16,0]}})",                                        // backwards
        R"({"t":{"dtype":"F32","shape":[4],"data_offsets":[-16,0]}})",                                       // negative
        R"({"t":{"dtype":"F32","shape":[4],"data_offsets":[0,18446744073709551615]}})",                      // overflow
        R"({"t":{"dtype":"F32","shape":[4294967296,4294967296,4],"data_offsets":[0,16]}})",                  // product overflow
        R"({"t":{"dtype":"F32","shape":[-4],"data_offsets":[0,16]}})",
        R"({"t":{"dtype":"F32","shape":"4","data_offsets":[0,16]}})",
        R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},"b":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})", // overlap
        R"({"t":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}})",                                        // gap
        R"({"__metadata__":{"k":1},"t":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})",
        R"({"__metadata__":"k","t":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})",
        nested,
        R"({"t":)" + nested + "}",
    };
    for (const std::string& header : headers)
        EXPECT_FALSE(parseSafetensors(fileWith(header, data), "'x'").ok()) << header.substr(0, 100);
    const std::string good = R"({"t":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})";
    EXPECT_TRUE(parseSafetensors(fileWith(good, data), "'x'").ok());
    for (const std::uint64_t claimed : {std::uint64_t{0}, std::uint64_t{1} << 40, ~std::uint64_t{0}, ~std::uint64_t{0} - 7})
        EXPECT_FALSE(parseSafetensors(fileWith(good, data, claimed), "'x'").ok()) << claimed;
}

TEST(Safetensors, MetadataOfAHostileFileIsRefusedWithoutReadingItAll)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "huge", fileWith("{}", "", ~std::uint64_t{0})).ok());
    EXPECT_EQ(readSafetensorsMetadata(folder / "huge").error().code, ErrorCode::Damaged);
    ASSERT_TRUE(writeFileAtomically(folder / "short", "abc").ok());
    EXPECT_EQ(readSafetensorsMetadata(folder / "short").error().code, ErrorCode::Damaged);
    EXPECT_EQ(readSafetensorsMetadata(folder / "none").error().code, ErrorCode::NotFound);
}
