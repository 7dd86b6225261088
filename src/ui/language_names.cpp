#include "ui/language_names.h"

#include <QLocale>

namespace longhand::ui
{

QString languageTitle(const QString& code)
{
    const QLocale locale(code);
    if (locale.language() == QLocale::C)
        return code;
    QString name = locale.nativeLanguageName();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return QStringLiteral("%1 (%2)").arg(name, code);
}

QString bcp47(const QString& code)
{
    QString tag = code == kNoSpelling ? QString() : code;
    return tag.replace(QLatin1Char('_'), QLatin1Char('-'));
}

} // namespace longhand::ui
