#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "feedback/sql_error.h"

namespace longhand::feedback
{

namespace
{

Error describeCode(int sqliteCode)
{
    const QSqlError error(QStringLiteral("driver"), QStringLiteral("words of SQLite"), QSqlError::StatementError,
                          QString::number(sqliteCode));
    return describe(error, "corrections.sqlite");
}

} // namespace

TEST(SqlError, codesOfSqliteBecomeSentences)
{
    EXPECT_EQ(describeCode(13).code, ErrorCode::DiskFull);    // SQLITE_FULL
    EXPECT_EQ(describeCode(11).code, ErrorCode::Damaged);     // SQLITE_CORRUPT
    EXPECT_EQ(describeCode(267).code, ErrorCode::Damaged);    // SQLITE_CORRUPT_VTAB, an extended code
    EXPECT_EQ(describeCode(8).code, ErrorCode::NoPermission); // SQLITE_READONLY
    EXPECT_EQ(describeCode(517).code, ErrorCode::Io);         // SQLITE_BUSY_SNAPSHOT
    EXPECT_EQ(describeCode(1).code, ErrorCode::Internal);     // SQLITE_ERROR
    EXPECT_THAT(describeCode(13).detail, ::testing::HasSubstr("corrections.sqlite"));
    EXPECT_THAT(describeCode(1).detail, ::testing::HasSubstr("words of SQLite"));
}

} // namespace longhand::feedback
