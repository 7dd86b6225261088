#pragma once

#include <optional>

#include <QByteArray>

#include "longhand/base/image.h"

namespace longhand::feedback
{

QByteArray toPng(const GrayImage& picture);
/// nullopt when the bytes are no picture.
std::optional<GrayImage> fromPng(const QByteArray& png);

/// SHA-256 of size and pixels: equal for equal pictures, however they are packed.
QByteArray contentHash(const GrayImage& picture);

} // namespace longhand::feedback
