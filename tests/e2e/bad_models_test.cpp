// Each bad model: one sentence that names it, exit code 1, at once, whatever its bytes claim.
#include <algorithm>
#include <functional>
#include <gmock/gmock.h>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

namespace
{

struct BadModel {
    std::string what;
    std::function<void(const std::filesystem::path&)> make;
};

void PrintTo(const BadModel& model, std::ostream* stream)
{
    *stream << model.what;
}

std::string tinyModel()
{
    return bytesOf(LONGHAND_TINY_MODEL);
}

/// A header of its own behind a length that tells the truth.
std::string withHeader(const std::string& header)
{
    std::string bytes;
    for (int shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>(static_cast<std::uint64_t>(header.size()) >> shift & 0xFF);
    return bytes + header;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

const std::vector<BadModel> kBadModels = {
    {"missing", [](const auto&) {}},
    {"empty", [](const auto& file) { write(file, ""); }},
    {"text", [](const auto& file) { write(file, "this is no model, whatever its name says\n"); }},
    {"header_cut", [](const auto& file) { write(file, tinyModel().substr(0, 100)); }},
    {"weights_cut", [](const auto& file) { write(file, tinyModel().substr(0, tinyModel().size() - 1000)); }},
    {"too_long", [](const auto& file) { write(file, tinyModel() + std::string(1000, 'x')); }},
    {"header_longer_than_file", [](const auto& file) { write(file, std::string(7, '\xFF') + '\x7F' + tinyModel()); }},
    {"header_not_json", [](const auto& file) { write(file, withHeader("{\"a\": ")); }},
    {"header_nested_deeply", [](const auto& file) { write(file, withHeader(std::string(200000, '['))); }},
    {"other_safetensors",
     [](const auto& file) {
         write(file, withHeader(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})") + "1234");
     }},
    {"tensor_outside_the_file",
     [](const auto& file) {
         write(file, withHeader(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,99999999999]}})") + "1234");
     }},
    {"newer_version",
     [](const auto& file) { write(file, replaced(tinyModel(), "format_version\\\":1", "format_version\\\":9")); }},
    {"oversized",
     [](const auto& file) {
         write(file, tinyModel());
         std::filesystem::resize_file(file, std::uintmax_t{16} << 30); // sparse: takes no room on the disk
     }},
};

class BadModels : public testing::TestWithParam<BadModel>
{
};

std::string whatOf(const testing::TestParamInfo<BadModel>& info)
{
    return info.param.what;
}

void expectOneSentence(const Outcome& outcome, const std::string& file)
{
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, StartsWith("longhand: "));
    EXPECT_THAT(outcome.err, HasSubstr("'" + file + "'"));
    EXPECT_THAT(outcome.err, EndsWith(".\n"));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
}

} // namespace

TEST_P(BadModels, IsRefusedByName)
{
    const TemporaryFolder folder;
    writeLine(folder / "line.png");
    const std::string model = (folder / "a model.safetensors").string();
    GetParam().make(model);
    const std::string line = (folder / "line.png").string();
    expectOneSentence(runLonghand({"recognize", "--line", line, "--model", model}), model);
    Launch byEnvironment;
    byEnvironment.environment["LONGHAND_MODEL"] = model;
    expectOneSentence(runLonghand({"recognize", "--line", line}, byEnvironment), model);
}

INSTANTIATE_TEST_SUITE_P(Each, BadModels, testing::ValuesIn(kBadModels), whatOf);

TEST(NewerModel, TheSentenceSaysWhatToDo)
{
    const TemporaryFolder folder;
    writeLine(folder / "line.png");
    const std::string model = (folder / "new.safetensors").string();
    write(model, replaced(tinyModel(), "format_version\\\":1", "format_version\\\":9"));
    const Outcome outcome = runLonghand({"recognize", "--line", (folder / "line.png").string(), "--model", model});
    EXPECT_THAT(outcome.err, HasSubstr("newer"));
    EXPECT_THAT(outcome.err, HasSubstr("pdate"));
}
