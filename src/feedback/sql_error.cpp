#include "feedback/sql_error.h"

#include "longhand/base/files.h"

namespace longhand::feedback
{

namespace
{

/// SQLite's primary result codes (sqlite.org/rescode.html); the byte above them tells the variant.
enum class SqliteCode {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

} // namespace

Error describe(const QSqlError& error, const std::filesystem::path& file)
{
    const std::string where = quoted(file);
    bool isCode = false;
    const int code = error.nativeErrorCode().toInt(&isCode);
    switch (static_cast<SqliteCode>(isCode ? code & 0xff : 0)) {
    case SqliteCode::Permission:
    case SqliteCode::ReadOnly:
        return {ErrorCode::NoPermission, "Cannot write the corrections in " + where +
                                             ": permission denied. Change its permissions and those of its folder."};
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        return {ErrorCode::Io,
                "The corrections in " + where +
                    " are in use by another program. Wait until it is done, or close it, and try again."};
    case SqliteCode::Corrupt:
    case SqliteCode::NotADatabase:
        return {ErrorCode::Damaged, "The corrections in " + where +
                                        " are damaged. Put a copy of the file in its place, or move it away to begin a "
                                        "new collection."};
    case SqliteCode::Full:
        return {ErrorCode::DiskFull,
                "Cannot write the corrections in " + where + ": the disk is full. Free some space and try again."};
    case SqliteCode::CannotOpen:
        return {ErrorCode::NoPermission, "Cannot open the corrections in " + where +
                                             ". Check that it is a file and that you may read and write it."};
    case SqliteCode::IoError:
        return {ErrorCode::Io, "Cannot write or read the corrections in " + where +
                                   ": the disk is full or failing. Free some space or look after the disk."};
    }
    return {ErrorCode::Internal,
            "The corrections in " + where + " cannot be used: " + error.text().toStdString() + "."};
}

} // namespace longhand::feedback
