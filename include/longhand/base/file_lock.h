#pragma once

#include <filesystem>
#include <optional>

#include "longhand/base/result.h"

namespace longhand
{

/// A lock between processes on a file, which is made if need be. The system lets go of it when its holder ends, however
/// that happens.
class FileLock
{
public:
    /// Waits until nobody else has it. Errors: NoPermission, NotFound (no such folder), DiskFull, Io.
    static Result<FileLock> acquire(const std::filesystem::path& path);
    /// nullopt while somebody else has it.
    static Result<std::optional<FileLock>> tryAcquire(const std::filesystem::path& path);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int fd) : m_fd(fd) {}
    int m_fd;
};

} // namespace longhand
