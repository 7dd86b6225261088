#pragma once

#include <QString>

namespace longhand::ui
{

/// In the place of a language: its spelling is not checked.
inline const QString kNoSpelling = QStringLiteral("none");

/// "Deutsch (de_DE)": in its own words, with the code, which may be a dictionary's or BCP 47. Codes nobody knows stay
/// as they are.
QString languageTitle(const QString& code);

/// "de_AT" as "de-AT"; empty for no language.
QString bcp47(const QString& code);

} // namespace longhand::ui
