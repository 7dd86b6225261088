#pragma once

#include <QString>

class QPagedPaintDevice;

namespace longhand::ui
{

/// Draws the sentences of a language on one sheet, with what to do with them. False when the device cannot be painted
/// on.
bool drawEnrolmentSheet(QPagedPaintDevice& device, const QString& language);

/// "English", in the language of the window.
QString languageName(const QString& language);

} // namespace longhand::ui
