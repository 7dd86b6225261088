#include "feedback/traces.h"

#include <string>

#include "longhand/base/files.h"

namespace longhand::feedback
{

namespace
{

Result<int> deleteLines(Database& database, const char* condition, const QVariant& value)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const std::string sql = std::string("DELETE FROM line WHERE ") + condition;
    auto deleted = database.run(sql.c_str(), {value});
    if (!deleted)
        return deleted.error();
    const int lines = deleted->numRowsAffected();
    if (lines == 0)
        return 0;
    if (auto marked = database.run("INSERT INTO traces_left (since) VALUES (unixepoch())"); !marked)
        return marked.error();
    if (auto done = transaction->commit(); !done)
        return done.error();
    return lines;
}

/// All of the log goes into the file, and the log becomes empty.
Result<void> emptyLog(Database& database)
{
    auto query = database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!query)
        return query.error();
    if (query->next() && query->value(0).toInt() == 0)
        return {};
    return Error{ErrorCode::Io, "Traces of what was forgotten are still in " + quoted(database.file()) +
                                    ", because another program is reading it. Close that program; the traces go when "
                                    "the corrections are next opened."};
}

} // namespace

Result<int> forget(Database& database, const char* condition, const QVariant& value)
{
    const auto lines = deleteLines(database, condition, value);
    if (!lines)
        return lines;
    if (auto removed = removeTraces(database); !removed)
        return removed.error();
    return lines;
}

Result<void> removeTraces(Database& database)
{
    {
        auto left = database.run("SELECT 1 FROM traces_left");
        if (!left)
            return left.error();
        if (!left->next())
            return database.finished(*left);
    }
    // Overwriting what is deleted is not enough: rows that moved within the file leave copies behind.
    if (auto done = database.run("VACUUM"); !done)
        return done.error();
    if (auto done = emptyLog(database); !done)
        return done;
    if (auto done = database.run("DELETE FROM traces_left"); !done)
        return done.error();
    return {};
}

} // namespace longhand::feedback
