#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QSqlDatabase>
#include <QSqlQuery>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corrections.h"
#include "longhand/base/files.h"
#include "temporary_folder.h"

namespace longhand::feedback
{

namespace fs = std::filesystem;
using ::testing::HasSubstr;

namespace
{

/// Runs `sql` on a connection that closes at the end.
void runSql(const fs::path& file, const std::vector<const char*>& statements)
{
    {
        auto sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other program"));
        sql.setDatabaseName(QString::fromStdString(file.string()));
        ASSERT_TRUE(sql.open());
        for (const char* statement : statements)
            ASSERT_TRUE(QSqlQuery(sql).exec(QLatin1String(statement))) << statement;
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other program"));
}

Error openingFails(const fs::path& file)
{
    auto store = FeedbackStore::open(file, {.busyTimeout = std::chrono::milliseconds(20)});
    EXPECT_FALSE(store) << file;
    return store ? Error{} : store.error();
}

class Faults : public ::testing::Test
{
protected:
    void fill(int lines)
    {
        auto store = openStore(m_file);
        for (int i = 0; i < lines; ++i)
            ASSERT_TRUE(store->record(correctionOf("page", "l" + std::to_string(i), "text " + std::to_string(i))));
    }

    test::TemporaryFolder m_folder;
    fs::path m_file = m_folder / "feedback.sqlite";
};

} // namespace

TEST_F(Faults, newerStoreIsRefusedAndLeftAlone)
{
    fill(2);
    runSql(m_file, {"PRAGMA user_version = 99"});
    const Error error = openingFails(m_file);
    EXPECT_EQ(error.code, ErrorCode::Unsupported);
    EXPECT_THAT(error.detail, HasSubstr("newer Longhand"));
    runSql(m_file, {"PRAGMA user_version = 2"});
    EXPECT_EQ(openStore(m_file)->count().value(), 2);
}

TEST_F(Faults, otherProgramsDatabaseIsRefusedAndLeftAlone)
{
    runSql(m_file, {"CREATE TABLE recipes (name TEXT)"});
    EXPECT_EQ(openingFails(m_file).code, ErrorCode::InvalidInput);
    runSql(m_file, {"INSERT INTO recipes VALUES ('soup')", "SELECT 1 FROM recipes"});
}

TEST_F(Faults, fileThatIsNoDatabaseIsRefusedAndLeftAlone)
{
    const std::string letter(5000, 'x');
    std::ofstream(m_file) << letter;
    EXPECT_EQ(openingFails(m_file).code, ErrorCode::Damaged);
    EXPECT_EQ(readFile(m_file).value(), letter);
}

TEST_F(Faults, damageIsSaidAndNeverCrashes)
{
    fill(60);
    const std::string whole = readFile(m_file).value();
    for (std::size_t at = 0; at < whole.size(); at += 4096) {
        std::string bytes = whole;
        for (std::size_t i = at; i < std::min(at + 2048, bytes.size()); ++i)
            bytes[i] = static_cast<char>(bytes[i] ^ (0x5a + i % 7));
        std::ofstream(m_file, std::ios::binary | std::ios::trunc) << bytes;
        auto store = FeedbackStore::open(m_file);
        if (!store) {
            EXPECT_THAT(store.error().detail, HasSubstr("feedback.sqlite"));
            continue;
        }
        const auto lines = (*store)->lines();
        if (!lines) {
            EXPECT_EQ(lines.error().code, ErrorCode::Damaged) << lines.error().detail;
            continue;
        }
        for (const StoredLine& line : *lines) {
            const auto picture = (*store)->picture(line.id);
            EXPECT_TRUE(picture || picture.error().code != ErrorCode::Internal);
        }
    }
}

TEST_F(Faults, truncatedStoreIsDamaged)
{
    fill(60);
    fs::resize_file(m_file, fs::file_size(m_file) / 2);
    auto store = FeedbackStore::open(m_file);
    const Error error = store ? (*store)->lines().error() : store.error();
    EXPECT_EQ(error.code, ErrorCode::Damaged) << error.detail;
}

TEST_F(Faults, lockedStoreIsWaitedForThenNamed)
{
    fill(1);
    auto store = FeedbackStore::open(m_file, {.busyTimeout = std::chrono::milliseconds(30)}).value();
    {
        auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("writer"));
        other.setDatabaseName(QString::fromStdString(m_file.string()));
        ASSERT_TRUE(other.open() && QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")));
        const auto refused = store->record(correctionOf("page", "new", "text"));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::Io);
        EXPECT_THAT(refused.error().detail, HasSubstr("in use by another program"));
        EXPECT_EQ(store->count().value(), 1) << "reading goes on";
        ASSERT_TRUE(QSqlQuery(other).exec(QStringLiteral("COMMIT")));
        EXPECT_TRUE(store->record(correctionOf("page", "new", "text")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("writer"));
}

TEST_F(Faults, twoStoresOnOneFileSeeEachOther)
{
    auto one = openStore(m_file);
    auto two = openStore(m_file);
    ASSERT_TRUE(one->record(correctionOf("page", "l1", "first")));
    ASSERT_TRUE(two->record(correctionOf("page", "l1", "second")));
    EXPECT_EQ(one->lines()->front().humanText, "second");
}

TEST_F(Faults, missingPermissionsAreNamed)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    fill(1);
    fs::permissions(m_folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    fs::permissions(m_file, fs::perms::owner_read);
    EXPECT_EQ(openingFails(m_file).code, ErrorCode::NoPermission);
    EXPECT_EQ(openingFails(m_folder / "new.sqlite").code, ErrorCode::NoPermission);
    fs::permissions(m_folder.path(), fs::perms::owner_all);
}

TEST_F(Faults, folderInThePlaceOfTheFileIsNamed)
{
    fs::create_directories(m_file);
    EXPECT_THAT(openingFails(m_file).detail, HasSubstr("feedback.sqlite"));
    std::ofstream(m_folder / "letter.txt") << "text";
    EXPECT_THAT(openingFails(m_folder / "letter.txt/feedback.sqlite").detail, HasSubstr("letter.txt"));
}

TEST_F(Faults, othersCannotReadTheStore)
{
    fill(1);
    auto store = openStore(m_file);
    ASSERT_TRUE(store->record(correctionOf("page", "new", "text")));
    for (const auto& entry : fs::directory_iterator(m_folder.path()))
        EXPECT_EQ(fs::status(entry).permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none)
            << entry.path();
}

TEST_F(Faults, fullDiskIsSaidAndKeepsWhatThereIs)
{
    fill(3);
    // The limit holds for a whole process, hence a child; it stands for a disk that takes no more.
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        auto store = FeedbackStore::open(m_file);
        const rlimit limit{96 * 1024, 96 * 1024};
        if (!store || ::setrlimit(RLIMIT_FSIZE, &limit) != 0)
            ::_exit(2);
        for (int i = 0; i < 200; ++i) {
            Correction big = correctionOf("big", "l" + std::to_string(i), "text");
            big.picture = drawnLine(static_cast<std::uint32_t>(i), 1600, 96);
            if (const auto kept = (*store)->record(big); !kept) {
                const bool said = kept.error().detail.find("disk is full") != std::string::npos;
                ::_exit(said && (*store)->count().value() >= 3 + i ? 0 : 3);
            }
        }
        ::_exit(4);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    auto store = openStore(m_file);
    EXPECT_GE(store->count().value(), 3);
    EXPECT_TRUE(store->record(correctionOf("page", "after", "there is room again")));
}

TEST_F(Faults, thousandsOfCorrectionsAreQuick)
{
    std::vector<Correction> corrections;
    for (int i = 0; i < 2000; ++i)
        corrections.push_back(correctionOf("page " + std::to_string(i / 30), "l" + std::to_string(i), "some text"));
    auto store = openStore(m_file);
    auto lap = [last = std::chrono::steady_clock::now()](const char* what, std::chrono::milliseconds limit) mutable {
        const auto now = std::chrono::steady_clock::now();
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(now - last);
        last = now;
        RecordProperty(what, static_cast<int>(took.count()));
        // Generous: the machine may be busy. A missing index would cost minutes.
        EXPECT_LT(took, limit) << what;
    };
    ASSERT_TRUE(store->recordAll(corrections));
    lap("record2000Ms", std::chrono::seconds(20));
    EXPECT_EQ(store->lines().value().size(), 2000u);
    lap("list2000Ms", std::chrono::seconds(2));
    EXPECT_EQ(store->count({.search = "SOME"}).value(), 2000);
    lap("search2000Ms", std::chrono::seconds(2));
    EXPECT_TRUE(store->record(correctionOf("page 7", "l215", "another text")));
    lap("recordOneMs", std::chrono::seconds(1));
    EXPECT_EQ(store->forgetPage("page 7").value(), 30);
    lap("forgetPageMs", std::chrono::seconds(5));
}

} // namespace longhand::feedback
