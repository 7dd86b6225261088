#pragma once

#include <QIcon>
#include <QString>

namespace longhand::ui
{

/// The drawing `name` of resources/icons, in the text colour of the palette at the moment it is painted, so that it is
/// right in light, dark and high contrast. An unknown name gives an empty picture.
QIcon icon(const QString& name);

} // namespace longhand::ui
