#pragma once

#include <vector>

#include <QByteArray>
#include <QSize>
#include <QString>

#include "written_line.h"

namespace samples
{

/// The lines' texts, one a line.
QByteArray plainText(const std::vector<WrittenLine>& lines);

/// PAGE 2019: outline, baseline and text of every line, in reading order.
QByteArray pageXml(const QString& imageName, QSize sizePx, const std::vector<WrittenLine>& lines);

} // namespace samples
