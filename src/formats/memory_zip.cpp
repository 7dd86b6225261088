#include "formats/memory_zip.h"

#include <ctime>

#include <zip.h>

namespace longhand::formats
{

namespace
{

Error failure()
{
    return {ErrorCode::Internal, "Cannot build the document in memory. Free some memory and try again."};
}

} // namespace

MemoryZip::MemoryZip() : m_source(zip_source_buffer_create(nullptr, 0, 0, nullptr))
{
    if (!m_source)
        return;
    zip_source_keep(m_source); // the archive takes one reference, finish() reads through the other
    m_archive = zip_open_from_source(m_source, ZIP_TRUNCATE, nullptr);
    if (!m_archive)
        zip_source_free(m_source);
}

MemoryZip::~MemoryZip()
{
    if (m_archive)
        zip_discard(m_archive);
    if (m_source)
        zip_source_free(m_source);
}

void MemoryZip::add(const char* name, const QByteArray& bytes, Packing packing)
{
    if (!m_archive)
        return;
    const QByteArray& kept = m_entries.emplace_back(bytes);
    zip_source_t* data = zip_source_buffer(m_archive, kept.constData(), static_cast<zip_uint64_t>(kept.size()), 0);
    const zip_int64_t index = data ? zip_file_add(m_archive, name, data, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(data);
        m_failed = true;
        return;
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    const zip_int32_t method = packing == Packing::Stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    m_failed |= zip_set_file_compression(m_archive, entry, method, 0) != 0;
    // Zip's first day, at midday so that no time zone leaves it.
    constexpr std::time_t kZipEpoch = 315576000;
    m_failed |= zip_file_set_mtime(m_archive, entry, kZipEpoch, 0) != 0;
}

Result<std::string> MemoryZip::finish()
{
    if (m_failed || !m_archive || zip_close(m_archive) != 0)
        return failure();
    m_archive = nullptr;
    zip_stat_t status;
    if (zip_source_stat(m_source, &status) != 0 || zip_source_open(m_source) != 0)
        return failure();
    std::string bytes(static_cast<std::size_t>(status.size), '\0');
    const zip_int64_t got = zip_source_read(m_source, bytes.data(), bytes.size());
    zip_source_close(m_source);
    if (got != static_cast<zip_int64_t>(bytes.size()))
        return failure();
    return bytes;
}

} // namespace longhand::formats
