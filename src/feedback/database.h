#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include "longhand/base/result.h"

namespace longhand::feedback
{

/// A connection to an SQLite file, closed with the object. Belongs to the thread that opened it.
class Database
{
public:
    /// Makes the file, readable by its owner alone, when there is none. Knows nothing of tables.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file,
                                                  std::chrono::milliseconds busyTimeout);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

    /// Runs one statement with `values` in place of its question marks. The result stands before its first row; a row
    /// that cannot be read ends it, so callers who must know ask `finished`.
    Result<QSqlQuery> run(const char* sql, const QVariantList& values = {});
    /// After the last row of `query`: whether all were read.
    [[nodiscard]] Result<void> finished(const QSqlQuery& query) const;

private:
    Database(std::filesystem::path file, QString connection);

    std::filesystem::path m_file;
    QString m_connection;
};

/// Writes that happen together or, unless committed, not at all.
class Transaction
{
public:
    /// Waits for other writers first, so that nothing that is read within it can change before it is written.
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    /// Success means that it is on the disk.
    Result<void> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}

    Database* m_database; ///< nullptr: done, or moved away
};

} // namespace longhand::feedback
