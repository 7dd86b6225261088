#include "app/checksum.h"

#include <QCryptographicHash>

#include "longhand/base/files.h"

namespace longhand::app
{

Result<std::string> sha256Of(const std::filesystem::path& file)
{
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    const QByteArrayView view(bytes->data(), static_cast<qsizetype>(bytes->size()));
    return QCryptographicHash::hash(view, QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace longhand::app
