// Each bad picture: one sentence that names it, exit code 1, and the good picture beside it is read all the same.
#include <algorithm>
#include <functional>
#include <gmock/gmock.h>
#include <unistd.h>

#include "program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace longhand::test;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

namespace
{

struct BadPicture {
    std::string what;
    std::string name;
    std::function<void(const std::filesystem::path&)> make;
};

void PrintTo(const BadPicture& picture, std::ostream* stream)
{
    *stream << picture.what;
}

std::string samplePicture(const std::string& suffix)
{
    const TemporaryFolder folder;
    writePage(folder / ("page" + suffix));
    return bytesOf(folder / ("page" + suffix));
}

void truncateTo(const std::filesystem::path& file, const std::string& suffix, double share)
{
    std::string bytes = samplePicture(suffix);
    bytes.resize(static_cast<std::size_t>(static_cast<double>(bytes.size()) * share));
    write(file, bytes);
}

const std::vector<BadPicture> kBadPictures = {
    {"missing", "missing.jpg", [](const auto&) {}},
    {"empty", "empty.jpg", [](const auto& file) { write(file, ""); }},
    {"text", "text.jpg", [](const auto& file) { write(file, "Dear reader, this is no picture.\n"); }},
    {"zeros", "zeros.png", [](const auto& file) { write(file, std::string(5000, '\0')); }},
    {"beginning_only", "begins.jpg", [](const auto& file) { write(file, samplePicture(".jpg").substr(0, 3)); }},
    {"truncated_jpeg", "half.jpg", [](const auto& file) { truncateTo(file, ".jpg", 0.5); }},
    {"truncated_png", "half.png", [](const auto& file) { truncateTo(file, ".png", 0.5); }},
    {"truncated_webp", "half.webp", [](const auto& file) { truncateTo(file, ".webp", 0.5); }},
    {"truncated_tiff", "half.tif", [](const auto& file) { truncateTo(file, ".tif", 0.5); }},
    {"truncated_bmp", "half.bmp", [](const auto& file) { truncateTo(file, ".bmp", 0.5); }},
    {"huge", "huge.png", [](const auto& file) { write(file, pngHeader(20000, 20000)); }},
    {"absurdly_huge", "absurd.png", [](const auto& file) { write(file, pngHeader(0x7FFFFFFF, 0x7FFFFFFF)); }},
    {"quotes_and_spaces", "it's a \"bad\" one.jpg", [](const auto& file) { write(file, "no"); }},
    {"not_ascii", "\u00e9t\u00e9 \u6587.jpg", [](const auto& file) { write(file, "no"); }},
};

class BadPictures : public testing::TestWithParam<BadPicture>
{
};

std::string whatOf(const testing::TestParamInfo<BadPicture>& info)
{
    return info.param.what;
}

} // namespace

TEST_P(BadPictures, IsNamedAndTheOthersAreRead)
{
    const TemporaryFolder folder;
    const std::string bad = (folder / GetParam().name).string();
    GetParam().make(bad);
    writePage(folder / "good.png");
    const Outcome outcome = runLonghand(
        {"recognize", "-q", bad, (folder / "good.png").string(), "-f", "json", "-o", (folder / "out/").string()});
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, StartsWith("longhand: "));
    EXPECT_THAT(outcome.err, HasSubstr("'" + bad + "'"));
    EXPECT_THAT(outcome.err, EndsWith(".\n"));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_THAT(filesBelow(folder / "out"), testing::ElementsAre("good.json"));
}

INSTANTIATE_TEST_SUITE_P(Each, BadPictures, testing::ValuesIn(kBadPictures), whatOf);

TEST(OddPictures, PagesWithoutWritingAreReadAndRemarkedOn)
{
    const TemporaryFolder folder;
    writePlain(folder / "white.png", 800, 1000, 255);
    writePlain(folder / "black.png", 800, 1000, 0);
    writePlain(folder / "dot.png", 1, 1, 128);
    for (const char* name : {"white.png", "black.png", "dot.png"}) {
        const std::string file = (folder / name).string();
        const Outcome outcome = runLonghand({"recognize", file});
        EXPECT_EQ(outcome.exitCode, 0) << name << ": " << outcome.err;
        EXPECT_EQ(outcome.out, "");
        EXPECT_EQ(outcome.err, "longhand: No handwriting was found in '" + file +
                                   "'. If there is some, try a sharper or larger picture.\n");
        EXPECT_EQ(runLonghand({"recognize", "--quiet", file}).err, "");
        EXPECT_EQ(runLonghand({"recognize", "--quiet", "--line", file}).exitCode, 0) << name;
    }
}

TEST(OddPictures, TheContentDecidesNotTheSuffix)
{
    const TemporaryFolder folder;
    write(folder / "really.png", samplePicture(".jpg"));
    write(folder / "really.dat", samplePicture(".png"));
    const Outcome outcome =
        runLonghand({"recognize", (folder / "really.png").string(), (folder / "really.dat").string()});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
}

TEST(OddPictures, AnUnreadableFileIsNamed)
{
    const TemporaryFolder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
    const std::string secret = (folder / "secret.png").string();
    writePage(secret);
    std::filesystem::permissions(secret, std::filesystem::perms::none);
    writePage(folder / "good.png");
    Launch launch;
    launch.withoutPrivileges = true;
    const Outcome outcome = runLonghand(
        {"recognize", "-q", secret, (folder / "good.png").string(), "-o", (folder / "out/").string()}, launch);
    if (outcome.exitCode == 127)
        GTEST_SKIP() << "the program cannot be started without root's privileges here";
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("'" + secret + "': permission denied"));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_TRUE(std::filesystem::exists(folder / "out/good.txt"));
}

TEST(OddPictures, AFolderThatMayNotBeWrittenToIsNamed)
{
    const TemporaryFolder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
    writePage(folder / "good.png");
    std::filesystem::create_directory(folder / "locked");
    std::filesystem::permissions(folder / "locked", std::filesystem::perms::owner_read |
                                                        std::filesystem::perms::others_read |
                                                        std::filesystem::perms::others_exec);
    Launch launch;
    launch.withoutPrivileges = true;
    const Outcome outcome = runLonghand(
        {"recognize", "-q", (folder / "good.png").string(), "-o", (folder / "locked/good.txt").string()}, launch);
    if (outcome.exitCode == 127)
        GTEST_SKIP() << "the program cannot be started without root's privileges here";
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.err, HasSubstr("permission denied"));
    std::filesystem::permissions(folder / "locked", std::filesystem::perms::owner_all);
}
