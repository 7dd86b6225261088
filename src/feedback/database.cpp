#include "feedback/database.h"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <QSqlError>
#include <QUuid>

#include "feedback/sql_error.h"
#include "longhand/base/files.h"

namespace longhand::feedback
{

namespace fs = std::filesystem;

namespace
{

/// SQLite would make the file readable by everybody; its companions (-wal, -shm) take over what the file has.
Result<void> makePrivateFile(const fs::path& file)
{
    std::error_code error;
    if (fs::exists(file, error))
        return {};
    if (file.has_parent_path())
        fs::create_directories(file.parent_path(), error);
    const int descriptor = error ? -1 : ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
        ::close(descriptor);
        return {};
    }
    const int reason = error ? error.value() : errno;
    if (reason == ENOSPC || reason == EDQUOT)
        return Error{ErrorCode::DiskFull,
                     "Cannot make " + quoted(file) + " for corrections: the disk is full. Free some space."};
    return Error{ErrorCode::NoPermission, "Cannot make " + quoted(file) +
                                              " for corrections: " + std::system_category().message(reason) +
                                              ". Change the permissions of its folder or choose another place."};
}

} // namespace

Database::Database(fs::path file, QString connection) : m_file(std::move(file)), m_connection(std::move(connection)) {}

Database::~Database()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const fs::path& file, std::chrono::milliseconds busyTimeout)
{
    if (auto made = makePrivateFile(file); !made)
        return made.error();
    const QString connection = QStringLiteral("feedback-") + QUuid::createUuid().toString();
    std::unique_ptr<Database> database(new Database(file, connection));
    auto sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    sql.setDatabaseName(QString::fromStdString(file.string()));
    sql.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeout.count()));
    if (!sql.isValid())
        return Error{ErrorCode::Unsupported, "Corrections cannot be kept: Qt's SQLite driver is not installed. Install "
                                             "the package libqt6sql6-sqlite."};
    if (!sql.open())
        return describe(sql.lastError(), file);
    // The log makes a commit one write; FULL waits until it is on the disk. Deleted content is overwritten.
    for (const char* setting : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON",
                                "PRAGMA foreign_keys = ON"})
        if (auto done = database->run(setting); !done)
            return done.error();
    return database;
}

Result<QSqlQuery> Database::run(const char* sql, const QVariantList& values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    bool done = query.prepare(QString::fromUtf8(sql));
    for (const QVariant& value : values)
        query.addBindValue(value);
    done = done && query.exec();
    if (!done)
        return describe(query.lastError(), m_file);
    return query;
}

Result<void> Database::finished(const QSqlQuery& query) const
{
    if (query.lastError().isValid())
        return describe(query.lastError(), m_file);
    return {};
}

Result<Transaction> Transaction::begin(Database& database)
{
    if (auto begun = database.run("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database)
        (void)m_database->run("ROLLBACK").ok();
}

Result<void> Transaction::commit()
{
    if (auto done = m_database->run("COMMIT"); !done)
        return done.error(); // a commit that failed is still open: the destructor rolls it back
    m_database = nullptr;
    return {};
}

} // namespace longhand::feedback
