#include "feedback/picture_codec.h"

#include <algorithm>
#include <array>

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>

namespace longhand::feedback
{

QByteArray toPng(const GrayImage& picture)
{
    const QImage view(picture.pixels.data(), picture.width, picture.height, picture.width, QImage::Format_Grayscale8);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    view.save(&buffer, "PNG");
    return png;
}

std::optional<GrayImage> fromPng(const QByteArray& png)
{
    const QImage decoded = QImage::fromData(png, "PNG").convertToFormat(QImage::Format_Grayscale8);
    if (decoded.isNull())
        return std::nullopt;
    GrayImage picture(decoded.width(), decoded.height());
    for (int y = 0; y < picture.height; ++y)
        std::copy_n(decoded.constScanLine(y), picture.width, picture.row(y));
    return picture;
}

QByteArray contentHash(const GrayImage& picture)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const std::array<qint32, 2> size{picture.width, picture.height};
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(size.data()), sizeof size));
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(picture.pixels.data()),
                                static_cast<qsizetype>(picture.pixels.size())));
    return hash.result();
}

} // namespace longhand::feedback
