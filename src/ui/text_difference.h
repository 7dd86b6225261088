#pragma once

#include <QPalette>
#include <QString>

namespace longhand::ui
{

/// `reading` as rich text, with what differs from `text` marked: characters that are not in the text underlined and
/// bold, and a caret where some of the text are missing. For somebody who does not see it: differenceInWords().
QString markedDifference(const QString& text, const QString& reading, const QPalette& palette);

/// "3 wrong characters", "right".
QString differenceInWords(std::size_t edits);

} // namespace longhand::ui
