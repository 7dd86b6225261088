#pragma once

#include <QStringList>

class QCoreApplication;
class QLocale;

namespace longhand::ui
{

/// Languages the program speaks, English first.
QStringList interfaceLanguages();

/// Loads the texts of the program and those of Qt, for windows made from now on. `code`: one of interfaceLanguages();
/// empty: what the system's locale asks for. Returns the language that was found; "en" needs no file.
QString installTranslations(QCoreApplication& application, const QString& code);

} // namespace longhand::ui
