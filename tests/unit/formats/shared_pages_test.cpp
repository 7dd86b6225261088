#include <algorithm>
#include <sstream>

#include "longhand/base/files.h"
#include "longhand/formats/export.h"
#include "xml_file.h"

using namespace longhand;
using namespace longhand::formats;
using namespace longhand::formats::test;

namespace
{

const std::filesystem::path kPages = std::filesystem::path(LONGHAND_SOURCE_DIR) / ".." / "shared" / "data" / "pages";

std::vector<std::filesystem::path> transcriptions()
{
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(kPages))
        for (const auto& entry : std::filesystem::directory_iterator(kPages))
            if (entry.path().extension() == ".xml")
                files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> linesOfText(const std::filesystem::path& file)
{
    std::istringstream text(readFile(file).value());
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST(SharedPages, EveryTranscriptionHasTheLinesOfItsTextInOrder)
{
    const auto files = transcriptions();
    if (files.empty())
        GTEST_SKIP() << "the shared pages are not here";
    for (const auto& file : files) {
        SCOPED_TRACE(file.filename());
        const auto page = readTranscription(file);
        ASSERT_TRUE(page.ok()) << page.error().detail;
        EXPECT_EQ(textsOf(*page), linesOfText(std::filesystem::path(file).replace_extension(".txt")));
        EXPECT_EQ(page->imageName, file.stem().string() + ".jpg");
        EXPECT_GT(page->widthPx, 0);
        EXPECT_GT(page->heightPx, 0);
        for (const Line& line : page->lines) {
            EXPECT_GE(line.outline.size(), 3u) << line.id;
            EXPECT_GE(line.baseline.size(), 2u) << line.id;
        }
    }
}

TEST(SharedPages, RealPagesSurviveBothFormats)
{
    const auto files = transcriptions();
    if (files.empty())
        GTEST_SKIP() << "the shared pages are not here";
    for (const auto& file : files) {
        SCOPED_TRACE(file.filename());
        const Page page = readTranscription(file).value();
        Document document;
        document.pages.push_back(page);
        for (const Format format : {Format::PageXml, Format::Alto}) {
            const Page again = readXml(serialize(document, format).value()).value();
            EXPECT_EQ(textsOf(again), textsOf(page));
            EXPECT_EQ(idsOf(again), idsOf(page));
            ASSERT_EQ(again.lines.size(), page.lines.size());
            for (std::size_t i = 0; i < page.lines.size(); ++i) {
                EXPECT_EQ(again.lines[i].outline, page.lines[i].outline);
                EXPECT_EQ(again.lines[i].baseline, page.lines[i].baseline);
            }
        }
    }
}
