#include <filesystem>

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corrections.h"
#include "feedback/picture_codec.h"
#include "longhand/base/files.h"
#include "temporary_folder.h"

namespace longhand::feedback
{

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::Not;
using ::testing::SizeIs;

namespace
{

/// What must not be found of one correction.
struct Secret {
    Correction correction;
    std::vector<std::string> marks;
};

Secret secretOf(const std::string& page, const std::string& line)
{
    Secret secret{correctionOf(page, line, "human secret of " + page + line), {}};
    secret.correction.machineText = "machine secret of " + page + line;
    secret.correction.picture = drawnLine(static_cast<std::uint32_t>(std::hash<std::string>()(line + page)), 800, 64);
    const QByteArray png = toPng(secret.correction.picture);
    // Pictures are longer than a page of the file: pieces from all over one must be gone.
    for (qsizetype at = 100; at + 40 < png.size(); at += 700)
        secret.marks.push_back(png.mid(at, 32).toStdString());
    secret.marks.push_back(secret.correction.humanText);
    secret.marks.push_back(secret.correction.machineText);
    return secret;
}

class Forgetting : public ::testing::Test
{
protected:
    /// Records `secret`, with an earlier text that only the history knows.
    std::int64_t keep(Secret& secret)
    {
        Correction earlier = secret.correction;
        earlier.humanText = "earlier " + secret.correction.humanText + " earlier";
        secret.marks.push_back(earlier.humanText);
        EXPECT_TRUE(m_store->record(earlier));
        return m_store->record(secret.correction).value();
    }

    /// The marks that stand anywhere in the store's files, the log included, while the store is open.
    std::size_t tracesOf(const Secret& secret) const
    {
        std::size_t found = 0;
        for (const auto& entry : fs::directory_iterator(m_folder.path())) {
            const std::string bytes = readFile(entry.path()).value();
            for (const std::string& mark : secret.marks)
                found += bytes.find(mark) != std::string::npos ? 1 : 0;
        }
        return found;
    }

    void keepOthers(const std::string& page, int lines)
    {
        std::vector<Correction> corrections;
        for (int i = 0; i < lines; ++i)
            corrections.push_back(correctionOf(page, "l" + std::to_string(i), "other text " + std::to_string(i)));
        ASSERT_TRUE(m_store->recordAll(corrections));
    }

    test::TemporaryFolder m_folder;
    fs::path m_file = m_folder / "feedback.sqlite";
    std::unique_ptr<FeedbackStore> m_store = openStore(m_file);
};

} // namespace

TEST_F(Forgetting, pageLeavesNoTrace)
{
    keepOthers("before", 40);
    std::vector<Secret> secrets;
    for (int i = 0; i < 12; ++i) {
        secrets.push_back(secretOf("private", "l" + std::to_string(i)));
        keep(secrets.back());
        keepOthers("between" + std::to_string(i), 5);
    }
    ASSERT_GE(tracesOf(secrets[3]), secrets[3].marks.size());

    EXPECT_EQ(m_store->forgetPage("private").value(), 12);
    for (const Secret& secret : secrets)
        EXPECT_EQ(tracesOf(secret), 0u);
    EXPECT_EQ(m_store->count().value(), 100);
    EXPECT_EQ(m_store->forgetPage("private").value(), 0);
}

TEST_F(Forgetting, writerLeavesNoTrace)
{
    Secret secret = secretOf("page", "l1");
    secret.correction.writer = "Berta Geheim";
    secret.marks.push_back("Berta Geheim");
    keep(secret);
    keepOthers("other", 20);
    ASSERT_GT(tracesOf(secret), 0u);

    EXPECT_EQ(m_store->forgetWriter("Berta Geheim").value(), 1);
    EXPECT_EQ(tracesOf(secret), 0u);
    EXPECT_EQ(m_store->count().value(), 20);
}

TEST_F(Forgetting, lineLeavesNoTraceAndTheOthersStay)
{
    Secret secret = secretOf("page", "l1");
    Secret neighbour = secretOf("page", "l2");
    const auto id = keep(secret);
    const auto other = keep(neighbour);
    EXPECT_EQ(m_store->forgetLine(id).value(), 1);
    EXPECT_EQ(tracesOf(secret), 0u);
    EXPECT_EQ(m_store->line(id).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_store->picture(other).value(), neighbour.correction.picture);
    EXPECT_THAT(m_store->history(other).value(), SizeIs(1));
}

TEST_F(Forgetting, pageTakesWhatWasSeenElsewhereToo)
{
    Secret secret = secretOf("page", "l1");
    keep(secret);
    Correction copy = secret.correction;
    copy.pageKey = "copy of the page";
    ASSERT_TRUE(m_store->record(copy));
    EXPECT_EQ(m_store->forgetPage("page").value(), 1);
    EXPECT_EQ(tracesOf(secret), 0u);
}

TEST_F(Forgetting, otherProgramThatReadsDelaysItOnlyUntilTheNextStart)
{
    Secret secret = secretOf("page", "l1");
    keep(secret);
    m_store = FeedbackStore::open(m_file, {.busyTimeout = std::chrono::milliseconds(20)}).value();
    {
        auto reader = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("reader"));
        reader.setDatabaseName(QString::fromStdString(m_file.string()));
        ASSERT_TRUE(reader.open());
        QSqlQuery reading(reader);
        ASSERT_TRUE(reading.exec(QStringLiteral("SELECT * FROM line")) && reading.next());

        EXPECT_EQ(m_store->forgetPage("page").error().code, ErrorCode::Io);
        EXPECT_EQ(m_store->count().value(), 0) << "it is not to be seen any more";
        EXPECT_GT(tracesOf(secret), 0u);
        reading.finish();
        reader.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("reader"));

    m_store.reset();
    m_store = openStore(m_file);
    EXPECT_EQ(tracesOf(secret), 0u);
}

} // namespace longhand::feedback
