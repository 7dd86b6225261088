#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corrections.h"
#include "feedback/migrations.h"
#include "feedback/picture_codec.h"
#include "temporary_folder.h"

namespace longhand::feedback
{

namespace fs = std::filesystem;

namespace
{

/// A store as version 1 wrote it, with two lines. Spelled out here: it must not change when the program does.
void writeVersion1(const fs::path& file)
{
    {
        auto sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("version 1"));
        sql.setDatabaseName(QString::fromStdString(file.string()));
        ASSERT_TRUE(sql.open());
        for (const char* statement :
             {"CREATE TABLE line (id INTEGER PRIMARY KEY AUTOINCREMENT, page_key TEXT NOT NULL, page_name TEXT NOT "
              "NULL, "
              "line_key TEXT NOT NULL, writer TEXT NOT NULL, language TEXT NOT NULL, machine_text TEXT NOT NULL, "
              "human_text TEXT NOT NULL, confidence REAL NOT NULL, machine_words TEXT NOT NULL, model TEXT NOT NULL, "
              "outline TEXT NOT NULL, state INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL)",
              "CREATE INDEX line_by_writer ON line (writer)", "CREATE INDEX line_by_page ON line (page_key, line_key)",
              "CREATE TABLE picture (line INTEGER PRIMARY KEY REFERENCES line (id) ON DELETE CASCADE, "
              "hash BLOB NOT NULL UNIQUE, png BLOB NOT NULL)",
              "CREATE TABLE label_history (id INTEGER PRIMARY KEY AUTOINCREMENT, "
              "line INTEGER NOT NULL REFERENCES line (id) ON DELETE CASCADE, human_text TEXT NOT NULL, "
              "machine_text TEXT NOT NULL, confidence REAL NOT NULL, model TEXT NOT NULL, recorded INTEGER NOT NULL)",
              "CREATE INDEX label_history_by_line ON label_history (line)",
              "INSERT INTO line VALUES (1, 'page', 'page.jpg', 'l1', 'Anna', 'de', 'machine', 'human', 0.5, "
              "'[[\"machine\",0.5]]', 'longhand 1', '[[1,2],[3,4]]', 2, 1000, 2000)",
              "INSERT INTO line VALUES (2, '', '', '', '', '', 'imported', 'imported', 0, '[]', '', '[]', 0, 1000, "
              "2000)",
              "INSERT INTO label_history VALUES (1, 1, 'earlier', 'machine', 0.5, 'longhand 1', 1000)",
              "PRAGMA application_id = 1279804994", "PRAGMA user_version = 1"})
            ASSERT_TRUE(QSqlQuery(sql).exec(QLatin1String(statement))) << statement;
        for (int id : {1, 2}) {
            QSqlQuery insert(sql);
            insert.prepare(QStringLiteral("INSERT INTO picture VALUES (?, ?, ?)"));
            const GrayImage picture = drawnLine(static_cast<std::uint32_t>(id));
            insert.addBindValue(id);
            insert.addBindValue(contentHash(picture));
            insert.addBindValue(toPng(picture));
            ASSERT_TRUE(insert.exec());
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("version 1"));
}

} // namespace

TEST(Migrations, oldStoreIsBroughtUpToDate)
{
    const test::TemporaryFolder folder;
    const auto file = folder / "feedback.sqlite";
    writeVersion1(file);
    auto store = openStore(file);

    const StoredLine line = store->line(1).value();
    EXPECT_EQ(line.humanText, "human");
    EXPECT_EQ(line.state, LabelState::Excluded);
    EXPECT_FALSE(line.vouched);
    EXPECT_EQ(line.created, Time(std::chrono::milliseconds(1000)));
    EXPECT_EQ(store->history(1)->front().humanText, "earlier");
    EXPECT_EQ(store->picture(1).value(), drawnLine(1));
    EXPECT_EQ(store->count({.pageKey = "page"}).value(), 1);
    EXPECT_EQ(store->record(correctionOf("page", "l1", "newer")).value(), 1) << "the line is known by its place";
    EXPECT_EQ(store->count().value(), 2);
}

TEST(Migrations, upToDateStoreIsOpenedAgain)
{
    const test::TemporaryFolder folder;
    const auto file = folder / "feedback.sqlite";
    writeVersion1(file);
    openStore(file).reset();
    EXPECT_EQ(openStore(file)->count().value(), 2);
}

TEST(Migrations, stepThatFailsHasNotHappened)
{
    const test::TemporaryFolder folder;
    const auto file = folder / "feedback.sqlite";
    writeVersion1(file);
    const auto run = [&](const char* statement) {
        {
            auto sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("trip"));
            sql.setDatabaseName(QString::fromStdString(file.string()));
            ASSERT_TRUE(sql.open() && QSqlQuery(sql).exec(QLatin1String(statement)));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("trip"));
    };
    run("CREATE TABLE traces_left (in_the_way INTEGER)"); // the last statement of the step trips over it
    EXPECT_FALSE(FeedbackStore::open(file));
    run("DROP TABLE traces_left");
    EXPECT_EQ(openStore(file)->count({.pageKey = "page"}).value(), 1);
}

} // namespace longhand::feedback
