#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <set>
#include <unistd.h>

#include <zip.h>

#include "longhand/base/files.h"
#include "longhand/formats/project.h"

namespace longhand::formats
{

namespace
{

constexpr const char* kProjectEntry = "project.json";
constexpr std::string_view kPictureFolder = "pictures/";

std::string utf8(const std::filesystem::path& path)
{
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

Error packingFailed(const std::filesystem::path& file, int systemError, const std::string& reason)
{
    if (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG)
        return {ErrorCode::DiskFull,
                "Cannot write " + quoted(file) + ": the disk is full. Free some space and try again."};
    if (systemError == EACCES || systemError == EPERM || systemError == EROFS)
        return {ErrorCode::NoPermission, "Cannot write " + quoted(file) +
                                             ": permission denied. Change its permissions or choose another place."};
    return {ErrorCode::Io, "Cannot write " + quoted(file) + ": " + reason + "."};
}

/// Names for the pictures within the archive, distinct for distinct files: "pictures/letter.jpg",
/// "pictures/2-letter.jpg".
class PictureNames
{
public:
    const std::string& nameOf(const std::filesystem::path& file)
    {
        const auto [entry, isNew] = m_names.emplace(file, std::string());
        if (isNew) {
            const std::string name = utf8(file.filename());
            entry->second = std::string(kPictureFolder) + name;
            for (int i = 2; !m_taken.insert(entry->second).second; ++i)
                entry->second = std::string(kPictureFolder) + std::to_string(i) + "-" + name;
        }
        return entry->second;
    }
    [[nodiscard]] const std::map<std::filesystem::path, std::string>& all() const { return m_names; }

private:
    std::map<std::filesystem::path, std::string> m_names;
    std::set<std::string> m_taken;
};

/// An archive that is being written to a file; nothing of it stays unless close() succeeded.
class NewArchive
{
public:
    explicit NewArchive(const std::filesystem::path& file) : m_file(file)
    {
        int code = 0;
        m_zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
        if (!m_zip)
            m_systemError = errno;
    }
    ~NewArchive()
    {
        if (m_zip)
            zip_discard(m_zip);
    }
    NewArchive(const NewArchive&) = delete;
    NewArchive& operator=(const NewArchive&) = delete;

    void add(const std::string& name, zip_source_t* source, zip_int32_t compression)
    {
        const zip_int64_t index = m_zip && source ? zip_file_add(m_zip, name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(source);
            m_failed = true;
            return;
        }
        m_failed |= zip_set_file_compression(m_zip, static_cast<zip_uint64_t>(index), compression, 0) != 0;
    }
    /// `bytes` must live until close().
    void add(const std::string& name, std::string_view bytes)
    {
        add(name, m_zip ? zip_source_buffer(m_zip, bytes.data(), bytes.size(), 0) : nullptr, ZIP_CM_DEFLATE);
    }
    /// Pictures are compressed already.
    void add(const std::string& name, const std::filesystem::path& picture)
    {
        add(name, m_zip ? zip_source_file(m_zip, picture.c_str(), 0, -1) : nullptr, ZIP_CM_STORE);
    }

    Result<void> close(const std::filesystem::path& named)
    {
        if (!m_zip)
            return packingFailed(named, m_systemError, std::strerror(m_systemError));
        if (m_failed || zip_close(m_zip) != 0) {
            const zip_error_t* error = zip_get_error(m_zip);
            const int code = zip_error_system_type(error) == ZIP_ET_SYS ? zip_error_code_system(error) : 0;
            return packingFailed(named, code, zip_strerror(m_zip));
        }
        m_zip = nullptr;
        return {};
    }

private:
    std::filesystem::path m_file;
    zip_t* m_zip = nullptr;
    int m_systemError = 0;
    bool m_failed = false;
};

Result<void> moveInPlace(const std::filesystem::path& from, const std::filesystem::path& to)
{
    const int fd = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = fd >= 0 && ::fsync(fd) == 0;
    const int flushError = errno;
    if (fd >= 0)
        ::close(fd);
    if (!flushed)
        return packingFailed(to, flushError, std::strerror(flushError));
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error)
        return packingFailed(to, error.value(), error.message());
    return {};
}

class OpenArchive
{
public:
    explicit OpenArchive(const std::filesystem::path& file)
    {
        int code = 0;
        m_zip = zip_open(file.c_str(), ZIP_RDONLY, &code);
    }
    ~OpenArchive()
    {
        if (m_zip)
            zip_discard(m_zip);
    }
    OpenArchive(const OpenArchive&) = delete;
    OpenArchive& operator=(const OpenArchive&) = delete;
    [[nodiscard]] zip_t* get() const { return m_zip; }

private:
    zip_t* m_zip = nullptr;
};

/// Nothing may be written outside the folder, whoever made the archive.
bool isOurs(std::string_view name)
{
    if (name == kProjectEntry)
        return true;
    if (!name.starts_with(kPictureFolder))
        return false;
    const std::string_view picture = name.substr(kPictureFolder.size());
    return !picture.empty() && picture != "." && picture != ".." &&
           picture.find_first_of(std::string_view("/\\\0", 3)) == std::string_view::npos;
}

Error damagedPackage(const std::filesystem::path& file, const std::string& what)
{
    return {ErrorCode::Damaged, quoted(file) + " is damaged: " + what + ". Open an older copy of it."};
}

Result<void> unpackEntry(zip_t* zip, zip_uint64_t index, const std::filesystem::path& target,
                         const std::filesystem::path& archive)
{
    zip_file_t* entry = zip_fopen_index(zip, index, 0);
    if (!entry)
        return damagedPackage(archive, quoted(target.filename()) + " in it cannot be read");
    const int fd = ::open(target.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    int error = fd < 0 ? errno : 0;
    char chunk[1 << 16];
    zip_int64_t got = 0;
    while (error == 0 && (got = zip_fread(entry, chunk, sizeof chunk)) > 0) {
        for (zip_int64_t done = 0; done < got && error == 0;) {
            const ssize_t put = ::write(fd, chunk + done, static_cast<std::size_t>(got - done));
            if (put < 0 && errno != EINTR)
                error = errno;
            else if (put > 0)
                done += put;
        }
    }
    const bool whole = zip_fclose(entry) == 0 && got == 0; // the checksum is compared here
    if (fd >= 0 && ::close(fd) != 0 && error == 0)
        error = errno;
    if (error != 0)
        return packingFailed(target, error, std::strerror(error));
    if (!whole)
        return damagedPackage(archive, quoted(target.filename()) + " in it is broken");
    return {};
}

} // namespace

bool isPackedProject(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04");
}

Result<void> packProject(const Project& project, const std::filesystem::path& file)
{
    // Paths as if the archive were unpacked in the root.
    const std::filesystem::path root("/");
    PictureNames names;
    Project packed = project;
    for (ProjectPage& page : packed.pages) {
        std::error_code error;
        if (!std::filesystem::is_regular_file(page.picture.file, error))
            return Error{ErrorCode::NotFound, "Cannot pack the picture " + quoted(page.picture.file) +
                                                  ": it is not there. Locate it, or remove its page."};
        page.picture.file = root / names.nameOf(page.picture.file);
    }
    const std::string bytes = writeProject(packed, root);
    const std::filesystem::path temporary = file.string() + ".part";
    NewArchive archive(temporary);
    archive.add(kProjectEntry, std::string_view(bytes));
    for (const auto& [picture, name] : names.all())
        archive.add(name, picture);
    if (const auto closed = archive.close(file); !closed)
        return closed.error();
    auto moved = moveInPlace(temporary, file);
    if (!moved) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
    }
    return moved;
}

Result<void> unpackProject(const std::filesystem::path& file, const std::filesystem::path& folder)
{
    const OpenArchive archive(file);
    if (!archive.get())
        return damagedPackage(file, "it is no complete zip archive");
    std::error_code error;
    std::filesystem::create_directories(folder / kPictureFolder, error);
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    bool hasProject = false;
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char* name = zip_get_name(archive.get(), index, ZIP_FL_ENC_GUESS);
        if (!name || !isOurs(name))
            continue;
        hasProject |= std::string_view(name) == kProjectEntry;
        const std::string_view text(name);
        const std::filesystem::path target = folder / std::filesystem::path(std::u8string(text.begin(), text.end()));
        if (const auto unpacked = unpackEntry(archive.get(), index, target, file); !unpacked)
            return unpacked.error();
    }
    if (!hasProject)
        return Error{ErrorCode::Unsupported, quoted(file) + " is a zip archive, but no packed Longhand project. "
                                                            "Choose a file that ends in .longhand."};
    return {};
}

} // namespace longhand::formats
