#include "longhand/app/page_key.h"

#include <QCryptographicHash>

#include "app/checksum.h"

namespace longhand::app
{

namespace
{

std::string sha256Of(const QImage& picture)
{
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB32);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(pixels.width()));
    for (int y = 0; y < pixels.height(); ++y)
        hash.addData(
            QByteArrayView(reinterpret_cast<const char*>(pixels.constScanLine(y)), pixels.width() * qsizetype{4}));
    return hash.result().toHex().toStdString();
}

} // namespace

Result<std::string> pageKey(const PictureSource& source)
{
    auto checksum = source.file.empty() ? Result<std::string>(sha256Of(source.pasted)) : sha256Of(source.file);
    if (!checksum)
        return checksum;
    return *checksum + '#' + std::to_string(source.pageIndex);
}

} // namespace longhand::app
