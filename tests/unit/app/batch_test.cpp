#include "longhand/app/batch.h"

#include <fstream>
#include <gmock/gmock.h>

#include "drawn_page.h"
#include "longhand/imaging/page_reader.h"
#include "scripted_recognizer.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::drawPage;
using longhand::test::evenReading;
using longhand::test::ScriptedRecognizer;
using longhand::test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

namespace
{

class Batch : public testing::Test
{
protected:
    /// A small page with `lines` lines.
    void addPage(const std::string& name, int lines)
    {
        const auto picture = drawPage({.widthPx = 600, .heightPx = 800, .lines = lines}).picture;
        ASSERT_TRUE(imaging::writePng(m_folder / name, picture));
        m_files.push_back({m_folder / name, {}});
    }

    TemporaryFolder m_folder;
    std::vector<BatchFile> m_files;
    PageTranscriber m_transcriber{
        std::make_unique<ScriptedRecognizer>([](std::size_t) { return evenReading("words"); })};
};

} // namespace

TEST_F(Batch, ReportsEveryFileInOrderThoughOneCannotBeRead)
{
    addPage("a.png", 1);
    m_files.push_back({m_folder / "missing.png", {}});
    addPage("b.png", 3);
    addPage("c.png", 2);
    for (const int jobs : {0, 1, 3}) {
        std::vector<std::size_t> indices;
        std::vector<std::size_t> lines;
        transcribeFiles(m_transcriber, m_files, jobs, [&](std::size_t index, Result<Transcription> read) {
            indices.push_back(index);
            if (read) {
                lines.push_back(read->pages.front().lines.size());
            } else {
                EXPECT_EQ(read.error().code, ErrorCode::NotFound);
                EXPECT_THAT(read.error().detail, HasSubstr("missing.png"));
            }
            return AfterFile::Continue;
        });
        EXPECT_THAT(indices, ElementsAre(0, 1, 2, 3));
        EXPECT_THAT(lines, ElementsAre(1, 3, 2));
    }
}

TEST_F(Batch, ProgressRisesToTheEnd)
{
    addPage("a.png", 2);
    addPage("b.png", 1);
    int last = 0;
    transcribeFiles(
        m_transcriber, m_files, 2, [](std::size_t, const Result<Transcription>&) { return AfterFile::Continue; }, {},
        [&](int done, int total) {
            EXPECT_EQ(total, 2 * kBatchProgressPerFile);
            EXPECT_GE(done, last);
            last = done;
        });
    EXPECT_EQ(last, 2 * kBatchProgressPerFile);
}

TEST_F(Batch, EndsWhenTheCallerWantsNoMore)
{
    addPage("a.png", 1);
    addPage("b.png", 1);
    addPage("c.png", 1);
    int reported = 0;
    transcribeFiles(m_transcriber, m_files, 2, [&](std::size_t, const Result<Transcription>&) {
        ++reported;
        return AfterFile::Stop;
    });
    EXPECT_EQ(reported, 1);
}

TEST_F(Batch, NothingIsReportedAfterAStop)
{
    addPage("a.png", 1);
    addPage("b.png", 1);
    std::stop_source stop;
    int reported = 0;
    transcribeFiles(
        m_transcriber, m_files, 1,
        [&](std::size_t, const Result<Transcription>&) {
            ++reported;
            stop.request_stop();
            return AfterFile::Continue;
        },
        stop.get_token());
    EXPECT_EQ(reported, 1);
}

TEST_F(Batch, NoFilesIsNoWork)
{
    transcribeFiles(m_transcriber, {}, 2, [](std::size_t, const Result<Transcription>&) {
        ADD_FAILURE();
        return AfterFile::Continue;
    });
}
