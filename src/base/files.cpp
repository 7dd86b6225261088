#include "longhand/base/files.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace longhand
{

namespace
{

Error systemError(int error, const std::string& action, const std::filesystem::path& path)
{
    const std::string where = quoted(path);
    switch (error) {
    case ENOENT:
        return {ErrorCode::NotFound, "Cannot " + action + " " + where + ": there is no such file or folder. Check the name."};
    case ENOTDIR:
        return {ErrorCode::NotFound, "Cannot " + action + " " + where + ": a part of its path is not a folder. Check the name."};
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorCode::NoPermission,
                "Cannot " + action + " " + where + ": permission denied. Change its permissions or choose another place."};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return {ErrorCode::DiskFull, "Cannot " + action + " " + where + ": the disk is full. Free some space and try again."};
    case EISDIR:
        return {ErrorCode::InvalidInput, "Cannot " + action + " " + where + ": it is a folder. Name a file."};
    default:
        return {ErrorCode::Io, "Cannot " + action + " " + where + ": " + std::strerror(error) + "."};
    }
}

class FileDescriptor
{
public:
    explicit FileDescriptor(int fd) : m_fd(fd) {}
    ~FileDescriptor() { close(); }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    bool close()
    {
        const int fd = std::exchange(m_fd, -1);
        return fd < 0 || ::close(fd) == 0;
    }

private:
    int m_fd;
};

} // namespace

Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd.get() < 0)
        return systemError(errno, "read", path);
    struct stat status {};
    if (::fstat(fd.get(), &status) != 0)
        return systemError(errno, "read", path);
    if (S_ISDIR(status.st_mode))
        return systemError(EISDIR, "read", path);
    const auto tooLarge = [&] {
        return Error{ErrorCode::TooLarge, "Cannot read " + quoted(path) + ": it is larger than " +
                                              std::to_string(maxBytes >> 20) + " MB. Choose a smaller file."};
    };
    std::string bytes;
    if (status.st_size > 0) {
        if (static_cast<std::uintmax_t>(status.st_size) > maxBytes)
            return tooLarge();
        bytes.reserve(static_cast<std::size_t>(status.st_size));
    }
    char chunk[1 << 16];
    while (true) {
        const ssize_t got = ::read(fd.get(), chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(errno, "read", path);
        if (got == 0)
            return bytes;
        bytes.append(chunk, static_cast<std::size_t>(got));
        if (bytes.size() > maxBytes)
            return tooLarge();
    }
}

Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return systemError(EISDIR, "write", path);
    // A device such as /dev/stdout or a pipe cannot be renamed over, and has no old content to protect.
    const bool special = std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored);
    // Writing through a symbolic link replaces what it points to, as an editor would.
    std::filesystem::path target = path;
    if (!special && std::filesystem::is_symlink(path, ignored)) {
        const auto resolved = std::filesystem::weakly_canonical(path, ignored);
        if (!ignored)
            target = resolved;
    }

    std::string temporary = target.string() + ".XXXXXX";
    FileDescriptor fd(special ? ::open(target.c_str(), O_WRONLY | O_CLOEXEC) : ::mkostemp(temporary.data(), O_CLOEXEC));
    if (fd.get() < 0)
        return systemError(errno, "write", path);
    const auto fail = [&](int error) {
        if (!special)
            ::unlink(temporary.c_str());
        return systemError(error, "write", path);
    };
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const ssize_t put = ::write(fd.get(), rest.data(), rest.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return fail(errno);
        rest.remove_prefix(static_cast<std::size_t>(put));
    }
    if (special)
        return {};

    struct stat old {};
    if (::stat(target.c_str(), &old) == 0) {
        ::fchmod(fd.get(), old.st_mode & 07777);
    } else {
        const mode_t mask = ::umask(0);
        ::umask(mask);
        ::fchmod(fd.get(), 0666 & ~mask);
    }
    if (::fsync(fd.get()) != 0 || !fd.close())
        return fail(errno);
    if (::rename(temporary.c_str(), target.c_str()) != 0)
        return fail(errno);
    return {};
}

std::string quoted(const std::filesystem::path& path)
{
    std::string name = "'";
    for (const char c : path.string())
        name += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    return name + "'";
}

} // namespace longhand
