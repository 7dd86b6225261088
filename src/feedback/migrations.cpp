#include "feedback/migrations.h"

#include <array>
#include <vector>

#include "longhand/base/files.h"

namespace longhand::feedback
{

namespace
{

/// "LHFB", in the header of every store: tells it from other programs' databases.
constexpr int kApplicationId = 0x4c484642;

using Statements = std::vector<const char*>;

/// Step N leads from version N to version N + 1. A step that was ever released is never changed.
const std::array<Statements, 2> kSteps{{
    {
        R"(CREATE TABLE line (
               id INTEGER PRIMARY KEY AUTOINCREMENT,
               page_key TEXT NOT NULL,
               page_name TEXT NOT NULL,
               line_key TEXT NOT NULL,
               writer TEXT NOT NULL,
               language TEXT NOT NULL,
               machine_text TEXT NOT NULL,
               human_text TEXT NOT NULL,
               confidence REAL NOT NULL,
               machine_words TEXT NOT NULL,
               model TEXT NOT NULL,
               outline TEXT NOT NULL,
               state INTEGER NOT NULL,
               created INTEGER NOT NULL,
               updated INTEGER NOT NULL))",
        "CREATE INDEX line_by_writer ON line (writer)",
        "CREATE INDEX line_by_page ON line (page_key, line_key)",
        R"(CREATE TABLE picture (
               line INTEGER PRIMARY KEY REFERENCES line (id) ON DELETE CASCADE,
               hash BLOB NOT NULL UNIQUE,
               png BLOB NOT NULL))",
        R"(CREATE TABLE label_history (
               id INTEGER PRIMARY KEY AUTOINCREMENT,
               line INTEGER NOT NULL REFERENCES line (id) ON DELETE CASCADE,
               human_text TEXT NOT NULL,
               machine_text TEXT NOT NULL,
               confidence REAL NOT NULL,
               model TEXT NOT NULL,
               recorded INTEGER NOT NULL))",
        "CREATE INDEX label_history_by_line ON label_history (line)",
    },
    {
        // The same ink may be met on several pages, as with two copies of a photo.
        R"(CREATE TABLE appearance (
               page_key TEXT NOT NULL,
               line_key TEXT NOT NULL,
               line INTEGER NOT NULL REFERENCES line (id) ON DELETE CASCADE,
               PRIMARY KEY (page_key, line_key)) WITHOUT ROWID)",
        "CREATE INDEX appearance_by_line ON appearance (line)",
        R"(INSERT OR IGNORE INTO appearance (page_key, line_key, line)
               SELECT page_key, line_key, id FROM line WHERE page_key <> '' ORDER BY updated DESC)",
        "DROP INDEX line_by_page",
        "ALTER TABLE line ADD COLUMN vouched INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE line ADD COLUMN draft INTEGER NOT NULL DEFAULT 0",
        // Holds a row from the moment something is forgotten until its traces are gone, also over a crash.
        "CREATE TABLE traces_left (since INTEGER NOT NULL)",
    },
}};

Result<int> number(Database& database, const char* sql)
{
    auto query = database.run(sql);
    if (!query)
        return query.error();
    return query->next() ? query->value(0).toInt() : 0;
}

Result<void> checkOwner(Database& database)
{
    const auto application = number(database, "PRAGMA application_id");
    if (!application)
        return application.error();
    const auto tables = number(database, "SELECT count(*) FROM sqlite_master");
    if (!tables)
        return tables.error();
    if (*application != kApplicationId && *tables > 0)
        return Error{ErrorCode::InvalidInput,
                     quoted(database.file()) +
                         " is a database, but not one of Longhand's corrections. Name another file."};
    return {};
}

Result<void> runStep(Database& database, int version)
{
    // Every failure rolls back: an interrupted step has never happened.
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto found = number(database, "PRAGMA user_version"); // another program may have been faster
    if (!found)
        return found.error();
    if (*found != version)
        return {};
    for (const char* statement : kSteps[static_cast<std::size_t>(version)])
        if (auto done = database.run(statement); !done)
            return done.error();
    const std::string finish = "PRAGMA user_version = " + std::to_string(version + 1);
    const std::string sign = "PRAGMA application_id = " + std::to_string(kApplicationId);
    for (const std::string& statement : {finish, sign})
        if (auto done = database.run(statement.c_str()); !done)
            return done.error();
    return transaction->commit();
}

} // namespace

int currentVersion()
{
    return static_cast<int>(kSteps.size());
}

Result<void> migrate(Database& database)
{
    if (auto owner = checkOwner(database); !owner)
        return owner;
    const auto version = number(database, "PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version > currentVersion())
        return Error{ErrorCode::Unsupported,
                     "The corrections in " + quoted(database.file()) +
                         " were written by a newer Longhand. Use that version, or move the file "
                         "away to begin a new collection."};
    for (int step = *version; step < currentVersion(); ++step)
        if (auto done = runStep(database, step); !done)
            return done;
    return {};
}

} // namespace longhand::feedback
