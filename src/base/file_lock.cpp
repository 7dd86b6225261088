#include "longhand/base/file_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

#include "longhand/base/files.h"

namespace longhand
{

namespace
{

Error cannotLock(int error, const std::filesystem::path& path)
{
    const std::string sentence = "Cannot lock " + quoted(path) + ": ";
    switch (error) {
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorCode::NoPermission, sentence + "permission denied. Change the permissions of its folder."};
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::NotFound, sentence + "its folder does not exist. Check the name."};
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::DiskFull, sentence + "the disk is full. Free some space and try again."};
    default:
        return {ErrorCode::Io, sentence + std::strerror(error) + "."};
    }
}

/// -1 with errno set; -1 and EWOULDBLOCK while somebody else has it.
int openLocked(const std::filesystem::path& path, int how)
{
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0)
        return -1;
    int locked = 0;
    do
        locked = ::flock(fd, how);
    while (locked != 0 && errno == EINTR);
    if (locked == 0)
        return fd;
    const int error = errno;
    ::close(fd);
    errno = error;
    return -1;
}

} // namespace

Result<FileLock> FileLock::acquire(const std::filesystem::path& path)
{
    const int fd = openLocked(path, LOCK_EX);
    if (fd < 0)
        return cannotLock(errno, path);
    return FileLock(fd);
}

Result<std::optional<FileLock>> FileLock::tryAcquire(const std::filesystem::path& path)
{
    const int fd = openLocked(path, LOCK_EX | LOCK_NB);
    if (fd >= 0)
        return std::optional(FileLock(fd));
    if (errno == EWOULDBLOCK)
        return std::optional<FileLock>();
    return cannotLock(errno, path);
}

FileLock::FileLock(FileLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

FileLock::~FileLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

} // namespace longhand
