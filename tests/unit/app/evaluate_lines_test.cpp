#include "longhand/app/evaluation.h"

#include <gmock/gmock.h>

#include "longhand/base/files.h"
#include "longhand/imaging/page_reader.h"
#include "scripted_recognizer.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::ScriptedRecognizer;
using longhand::test::TemporaryFolder;
using testing::HasSubstr;

namespace
{

constexpr const char* kHeader = "file\tsplit\twriter\tlang\ttext\n";

class EvaluateLines : public testing::Test
{
protected:
    void addLine(const std::string& split, const std::string& text)
    {
        const std::string file = std::to_string(m_lines++) + ".png";
        GrayImage picture(200, 60);
        for (int x = 20; x < 180; x += 7)
            picture.row(30)[x] = 0;
        ASSERT_TRUE(imaging::writePng(m_folder / file, picture));
        m_table += file + '\t' + split + "\tw1\ten\t" + text + '\n';
    }
    void writeTable() { ASSERT_TRUE(writeFileAtomically(m_folder / "lines.tsv", m_table)); }

    /// Reads the texts one after the other.
    Result<LinesEvaluation> evaluate(std::vector<std::string> texts, const EvaluateLinesOptions& options = {})
    {
        ScriptedRecognizer recognizer([&](std::size_t i) {
            recognition::LineReading reading;
            reading.text = texts.at(i);
            return reading;
        });
        return evaluateLines(recognizer, m_folder.path(), options);
    }

    TemporaryFolder m_folder;
    std::string m_table = kHeader;
    int m_lines = 0;
};

} // namespace

TEST_F(EvaluateLines, SumsEditsOverTheLinesOfTheSplit)
{
    addLine("train", "not this one");
    addLine("test", "hello world");
    addLine("test", "abc");
    writeTable();
    const auto evaluation = evaluate({"hallo world", "abcd"});
    ASSERT_TRUE(evaluation.ok()) << evaluation.error().detail;
    EXPECT_EQ(evaluation->lines, 2U);
    EXPECT_EQ(evaluation->errors.chars, 14U);
    EXPECT_DOUBLE_EQ(evaluation->errors.cer(), 2.0 / 14);
    EXPECT_DOUBLE_EQ(evaluation->errors.wer(), 2.0 / 3);
    EXPECT_GT(evaluation->linesPerSecond(), 0);
    EXPECT_TRUE(evaluation->unreadable.empty());
}

TEST_F(EvaluateLines, ComposedAndDecomposedTextIsTheSame)
{
    addLine("test", "e\u0301te\u0301");
    addLine("test", "\u00e9t\u00e9");
    writeTable();
    const auto evaluation = evaluate({"\u00e9t\u00e9", "e\u0301te\u0301"});
    ASSERT_TRUE(evaluation.ok());
    EXPECT_EQ(evaluation->errors.cer(), 0);
    EXPECT_EQ(evaluation->errors.chars, 6U);
}

TEST_F(EvaluateLines, AnEmptySplitNameTakesAllLines)
{
    addLine("train", "a");
    addLine("val", "b");
    writeTable();
    const auto evaluation = evaluate({"a", "b"}, {.split = ""});
    ASSERT_TRUE(evaluation.ok());
    EXPECT_EQ(evaluation->lines, 2U);
}

TEST_F(EvaluateLines, ALimitIsSpreadOverTheSplit)
{
    for (int i = 0; i < 10; ++i)
        addLine("test", std::string(static_cast<std::size_t>(i) + 1, 'x'));
    writeTable();
    const auto evaluation = evaluate({"x", "xxxxxx"}, {.limit = 2}); // the first and the sixth
    ASSERT_TRUE(evaluation.ok());
    EXPECT_EQ(evaluation->lines, 2U);
    EXPECT_EQ(evaluation->errors.chars, 7U);
    EXPECT_EQ(evaluation->errors.charEdits, 0U);
}

TEST_F(EvaluateLines, MoreLinesThanAreReadAtOnceStayInOrder)
{
    std::vector<std::string> texts;
    for (int i = 0; i < 1100; ++i) {
        texts.push_back("line " + std::to_string(i));
        m_table += "shared.png\ttest\tw1\ten\t" + texts.back() + '\n';
    }
    ASSERT_TRUE(imaging::writePng(m_folder / "shared.png", GrayImage(40, 40)));
    writeTable();
    const auto evaluation = evaluate(texts);
    ASSERT_TRUE(evaluation.ok());
    EXPECT_EQ(evaluation->lines, 1100U);
    EXPECT_EQ(evaluation->errors.charEdits, 0U);
}

TEST_F(EvaluateLines, AMissingPictureIsNamedAndNotCounted)
{
    addLine("test", "abc");
    m_table += "gone.png\ttest\tw1\ten\tdef\n";
    addLine("test", "ghi");
    writeTable();
    const auto evaluation = evaluate({"abc", "ghi"});
    ASSERT_TRUE(evaluation.ok());
    EXPECT_EQ(evaluation->lines, 2U);
    EXPECT_EQ(evaluation->errors.cer(), 0);
    ASSERT_EQ(evaluation->unreadable.size(), 1U);
    EXPECT_THAT(evaluation->unreadable.front().detail, HasSubstr("gone.png"));
}

TEST_F(EvaluateLines, UnusableTablesAreErrorsThatSayWhy)
{
    const auto missing = evaluate({});
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_THAT(missing.error().detail, HasSubstr("lines.tsv"));

    m_table = "picture\ttext\n";
    writeTable();
    const auto otherHeader = evaluate({});
    ASSERT_FALSE(otherHeader.ok());
    EXPECT_EQ(otherHeader.error().code, ErrorCode::Damaged);

    m_table = std::string(kHeader) + "a.png\ttest\tw1\n";
    writeTable();
    const auto fewColumns = evaluate({});
    ASSERT_FALSE(fewColumns.ok());
    EXPECT_EQ(fewColumns.error().code, ErrorCode::Damaged);
    EXPECT_THAT(fewColumns.error().detail, HasSubstr("line 2"));

    m_table = std::string(kHeader) + "a.png\ttrain\tw1\ten\tabc\n";
    writeTable();
    const auto noSuchSplit = evaluate({});
    ASSERT_FALSE(noSuchSplit.ok());
    EXPECT_EQ(noSuchSplit.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(noSuchSplit.error().detail, HasSubstr("'test'"));
}

TEST_F(EvaluateLines, WindowsLineEndingsAndAByteOrderMarkAreRead)
{
    addLine("test", "abc");
    m_table.insert(0, "\xEF\xBB\xBF");
    for (std::size_t at = 0; (at = m_table.find('\n', at)) != std::string::npos; at += 2)
        m_table.replace(at, 1, "\r\n");
    writeTable();
    const auto evaluation = evaluate({"abc"});
    ASSERT_TRUE(evaluation.ok()) << evaluation.error().detail;
    EXPECT_EQ(evaluation->errors.charEdits, 0U);
}
