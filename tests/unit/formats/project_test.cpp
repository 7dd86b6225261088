#include "longhand/formats/project.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "longhand/base/files.h"
#include "temporary_folder.h"

namespace longhand::test
{

namespace
{

using formats::Project;
using formats::ProjectPage;
using testing::HasSubstr;

const std::filesystem::path kFile = "/home/anna/letters/war.longhand";

formats::Page reading()
{
    formats::Page page;
    page.imageName = "a \"quoted\" päge.png";
    page.imagePath = "/home/anna/letters/scans/a \"quoted\" päge.png";
    page.imageIndex = 2;
    page.widthPx = 300;
    page.heightPx = 400;
    formats::Line line;
    line.id = "l1";
    line.text = "Dear [Anna], {so} \\ far";
    line.confidence = 0.875;
    line.outline = {{20, 40.25}, {280.5, 40}, {-3, 70}};
    line.baseline = {{20, 64}, {280, 64}};
    line.alternatives = {"Deer Anna"};
    line.words = {{"Dear", 0.3, {{1, 2}, {3, 4}}, {{"D", 0.25, {{1, 2}}}, {"é", 1, {}}}, {"Deer", "Door"}}};
    page.lines = {line, line};
    page.lines[1].id = "l2";
    return page;
}

Project sampleProject()
{
    Project project;
    project.modelName = "longhand";
    project.language = "de";
    project.writer = "Anna";
    project.settings = R"({"zoom":1.5})";
    ProjectPage read;
    read.name = "päge, page 3";
    read.picture = {"/home/anna/letters/scans/a \"quoted\" päge.png", 2, std::string(64, 'a'), 12345, 1700000000123};
    read.widthPx = 300;
    read.heightPx = 400;
    read.state = formats::ReadingState::Read;
    read.corrected = true;
    read.rotationDeg = 270;
    read.preprocessing = R"({"deskew":{"enabled":false}})";
    read.writer = "Bert";
    read.language = "fr";
    read.reading = std::make_shared<formats::Page>(reading());
    read.text = {{0, "Dear Anna", {{0, 4}}}, {1, "", {}, true, true, true, 1}, {-1, "added\twith \"quotes\"", {}}};
    ProjectPage failed;
    failed.name = "b.png";
    failed.picture.file = "/home/anna/elsewhere/b.png";
    failed.state = formats::ReadingState::Failed;
    failed.reason = "It is too dark.";
    project.pages = {read, failed, ProjectPage{}};
    project.pages[2].picture.file = "/home/anna/letters/c.png";
    return project;
}

Result<Project> parse(const std::string& bytes)
{
    return formats::parseProject(bytes, kFile);
}

std::string sampleBytes()
{
    return formats::writeProject(sampleProject(), kFile.parent_path());
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string contentOf(const std::filesystem::path& file)
{
    auto bytes = readFile(file);
    EXPECT_TRUE(bytes.ok());
    return bytes.ok() ? *bytes : std::string();
}

void expectDamaged(const std::string& bytes, const std::string& place)
{
    const auto project = parse(bytes);
    ASSERT_FALSE(project.ok());
    EXPECT_EQ(project.error().code, ErrorCode::Damaged);
    EXPECT_THAT(project.error().detail, HasSubstr("war.longhand"));
    EXPECT_THAT(project.error().detail, HasSubstr(place));
}

TEST(Project, EverythingComesBack)
{
    const auto project = parse(sampleBytes());
    ASSERT_TRUE(project.ok()) << project.error().detail;
    EXPECT_EQ(project->modelName, "longhand");
    EXPECT_EQ(project->language, "de");
    EXPECT_EQ(project->writer, "Anna");
    EXPECT_EQ(project->settings, R"({"zoom":1.5})");
    ASSERT_EQ(project->pages.size(), 3U);
    const ProjectPage& page = project->pages[0];
    const ProjectPage expected = sampleProject().pages[0];
    EXPECT_EQ(page.name, expected.name);
    EXPECT_EQ(page.picture.file, expected.picture.file);
    EXPECT_EQ(page.picture.index, 2);
    EXPECT_EQ(page.picture.sha256, expected.picture.sha256);
    EXPECT_EQ(page.picture.sizeBytes, 12345U);
    EXPECT_EQ(page.picture.modifiedMs, 1700000000123);
    EXPECT_EQ(page.widthPx, 300);
    EXPECT_TRUE(page.corrected);
    EXPECT_EQ(page.rotationDeg, 270);
    EXPECT_EQ(page.preprocessing, expected.preprocessing);
    EXPECT_EQ(page.writer, "Bert");
    EXPECT_EQ(page.language, "fr");
    EXPECT_EQ(page.text, expected.text);
    ASSERT_TRUE(page.reading);
    EXPECT_EQ(page.reading->imageName, expected.reading->imageName);
    EXPECT_EQ(page.reading->imagePath, expected.reading->imagePath);
    EXPECT_EQ(page.reading->heightPx, 400);
    ASSERT_EQ(page.reading->lines.size(), 2U);
    const formats::Line& line = page.reading->lines[0];
    const formats::Line& written = expected.reading->lines[0];
    EXPECT_EQ(line.text, written.text);
    EXPECT_EQ(line.outline, written.outline);
    EXPECT_EQ(line.baseline, written.baseline);
    EXPECT_DOUBLE_EQ(line.confidence, 0.875);
    EXPECT_EQ(line.alternatives, written.alternatives);
    ASSERT_EQ(line.words.size(), 1U);
    EXPECT_EQ(line.words[0].alternatives, written.words[0].alternatives);
    EXPECT_EQ(line.words[0].outline, written.words[0].outline);
    ASSERT_EQ(line.words[0].glyphs.size(), 2U);
    EXPECT_EQ(line.words[0].glyphs[1].text, "é");
    EXPECT_EQ(line.words[0].glyphs[0].outline, (Polygon{{1, 2}}));
    EXPECT_EQ(project->pages[1].state, formats::ReadingState::Failed);
    EXPECT_EQ(project->pages[1].reason, "It is too dark.");
    EXPECT_EQ(project->pages[1].picture.file, "/home/anna/elsewhere/b.png");
    EXPECT_FALSE(project->pages[1].reading);
}

TEST(Project, PicturesAreFoundWhereTheProjectWasMovedTogetherWithThem)
{
    const auto project = formats::parseProject(sampleBytes(), "/mnt/stick/war.longhand");
    ASSERT_TRUE(project.ok());
    EXPECT_EQ(project->pages[2].picture.file, "/mnt/stick/c.png");
    EXPECT_EQ(project->pages[1].picture.file, "/mnt/elsewhere/b.png");
}

TEST(Project, WritingWhatWasReadGivesTheSameBytes)
{
    const std::string bytes = sampleBytes();
    const auto project = parse(bytes);
    ASSERT_TRUE(project.ok());
    EXPECT_EQ(formats::writeProject(*project, kFile.parent_path()), bytes);
}

TEST(Project, APageOnItsOwnComesBack)
{
    const ProjectPage page = sampleProject().pages[0];
    const auto read = formats::parseProjectPage(formats::writeProjectPage(page, kFile.parent_path()), kFile);
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(read->text, page.text);
    EXPECT_EQ(read->picture.file, page.picture.file);
}

TEST(Project, OneWithoutPagesIsAProject)
{
    const auto project = parse(formats::writeProject({}, "/"));
    ASSERT_TRUE(project.ok()) << project.error().detail;
    EXPECT_TRUE(project->pages.empty());
}

TEST(Project, Version1IsMigrated)
{
    const std::filesystem::path file = LONGHAND_SOURCE_DIR "/tests/unit/formats/project-version-1.longhand";
    const auto project = formats::parseProject(contentOf(file), "/letters/old.longhand");
    ASSERT_TRUE(project.ok()) << project.error().detail;
    EXPECT_EQ(project->modelName, "first");
    ASSERT_EQ(project->pages.size(), 2U);
    const ProjectPage& page = project->pages[0];
    EXPECT_EQ(page.picture.file, "/letters/pictures/a letter.png");
    EXPECT_EQ(page.picture.index, 1);
    EXPECT_EQ(page.picture.sha256, "");
    EXPECT_EQ(page.text, (std::vector<formats::ProjectParagraph>{{0, "Dear Anna", {}}, {1, "at noon", {}}}));
    ASSERT_EQ(page.reading->lines.size(), 2U);
    EXPECT_EQ(page.reading->lines[0].text, "Deer Anna");
    EXPECT_EQ(page.reading->lines[0].outline[1], (Point{280.5, 40}));
    EXPECT_EQ(page.reading->lines[0].words[0].glyphs[0].outline[2], (Point{30, 70}));
    EXPECT_EQ(project->pages[1].state, formats::ReadingState::Waiting);
}

TEST(Project, ANewerVersionIsRefusedWithASentence)
{
    const auto project = parse(replaced(sampleBytes(), "\"version\":2", "\"version\":3"));
    ASSERT_FALSE(project.ok());
    EXPECT_EQ(project.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(project.error().detail, HasSubstr("war.longhand"));
    EXPECT_THAT(project.error().detail, HasSubstr("newer Longhand"));
}

TEST(Project, OtherFilesAreNoProjects)
{
    for (const std::string bytes : {"", "hello", "[]", "{}", R"({"format":"longhand-document","version":1,"pages":[]})",
                                    R"({"format":"longhand-project","version":"x","pages":[]})"}) {
        const auto project = parse(bytes);
        ASSERT_FALSE(project.ok()) << bytes;
        EXPECT_EQ(project.error().code, ErrorCode::Unsupported) << bytes;
    }
}

TEST(Project, DamageIsNamedWithItsPlace)
{
    const std::string bytes = sampleBytes();
    expectDamaged(replaced(bytes, "\"corrected\":true", "\"corrected\":tru"), "line 2, column");
    expectDamaged(replaced(bytes, "\"name\":\"b.png\"", "\"name\" \"b.png\""), "line 3, column 15");
    expectDamaged(replaced(bytes, "\"model\":", "\"model\""), "line 1, column");
    expectDamaged(replaced(bytes, "\"rotation\":270", "\"rotation\":45"), "page 1");
    expectDamaged(replaced(bytes, "\"1,2 3,4\"", "\"1,2 3;4\""), "page 1");
    expectDamaged(replaced(bytes, "\"state\":\"failed\"", "\"state\":\"lost\""), "page 2");
}

TEST(Project, CutOffAnywhereItIsRefusedAndNeverMore)
{
    const std::string bytes = sampleBytes();
    for (std::size_t size = 0; size + 2 < bytes.size(); size += 7)
        EXPECT_FALSE(parse(bytes.substr(0, size)).ok()) << size;
}

TEST(Project, APackedCopyBringsItsPictures)
{
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "a");
    std::filesystem::create_directories(folder / "b");
    std::ofstream(folder / "a/letter.png") << "first picture";
    std::ofstream(folder / "b/letter.png") << "second picture";
    Project project = sampleProject();
    project.pages[0].picture.file = folder / "a/letter.png";
    project.pages[1].picture.file = folder / "b/letter.png";
    project.pages[2].picture.file = folder / "a/letter.png";
    const auto packed = formats::packProject(project, folder / "war.longhand");
    ASSERT_TRUE(packed.ok()) << packed.error().detail;
    EXPECT_TRUE(formats::isPackedProject(contentOf(folder / "war.longhand")));

    std::filesystem::create_directories(folder / "unpacked");
    const auto unpacked = formats::unpackProject(folder / "war.longhand", folder / "unpacked");
    ASSERT_TRUE(unpacked.ok()) << unpacked.error().detail;
    const auto read =
        formats::parseProject(contentOf(folder / "unpacked/project.json"), folder / "unpacked/project.json");
    ASSERT_TRUE(read.ok()) << read.error().detail;
    ASSERT_EQ(read->pages.size(), 3U);
    EXPECT_EQ(contentOf(read->pages[0].picture.file), "first picture");
    EXPECT_EQ(contentOf(read->pages[1].picture.file), "second picture");
    EXPECT_EQ(read->pages[2].picture.file, read->pages[0].picture.file);
    EXPECT_EQ(read->pages[0].text, project.pages[0].text);
}

TEST(Project, PackingWithoutAPictureSaysWhichAndLeavesTheOldFile)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "war.longhand") << "old";
    Project project = sampleProject();
    project.pages.resize(1);
    project.pages[0].picture.file = folder / "gone.png";
    const auto packed = formats::packProject(project, folder / "war.longhand");
    ASSERT_FALSE(packed.ok());
    EXPECT_EQ(packed.error().code, ErrorCode::NotFound);
    EXPECT_THAT(packed.error().detail, HasSubstr("gone.png"));
    EXPECT_EQ(contentOf(folder / "war.longhand"), "old");
}

TEST(Project, ACutOffPackageIsDamaged)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "letter.png") << std::string(100000, 'x');
    Project project;
    project.pages.resize(1);
    project.pages[0].picture.file = folder / "letter.png";
    ASSERT_TRUE(formats::packProject(project, folder / "war.longhand").ok());
    const std::string bytes = contentOf(folder / "war.longhand");
    std::ofstream(folder / "cut.longhand") << bytes.substr(0, bytes.size() / 2);
    const auto unpacked = formats::unpackProject(folder / "cut.longhand", folder.path());
    ASSERT_FALSE(unpacked.ok());
    EXPECT_EQ(unpacked.error().code, ErrorCode::Damaged);
}

} // namespace

} // namespace longhand::test
