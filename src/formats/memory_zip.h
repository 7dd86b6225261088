#pragma once

#include <string>
#include <vector>

#include <QByteArray>

#include "longhand/base/result.h"

struct zip;
struct zip_source;

namespace longhand::formats
{

/// A zip archive that grows in memory, without a clock in it: the same entries give the same bytes.
class MemoryZip
{
public:
    enum class Packing { Deflated, Stored };

    MemoryZip();
    ~MemoryZip();
    MemoryZip(const MemoryZip&) = delete;
    MemoryZip& operator=(const MemoryZip&) = delete;

    /// What goes wrong, finish() says.
    void add(const char* name, const QByteArray& bytes, Packing packing = Packing::Deflated);
    /// The whole archive; once. Errors: Internal when there is not enough memory.
    Result<std::string> finish();

private:
    zip_source* m_source;
    zip* m_archive = nullptr;
    std::vector<QByteArray> m_entries; ///< read when the archive is finished
    bool m_failed = false;
};

} // namespace longhand::formats
