#include "ui/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace longhand::ui
{

QStringList interfaceLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("fr"), QStringLiteral("de")};
}

QString installTranslations(QCoreApplication& application, const QString& code)
{
    const QStringList known = interfaceLanguages();
    QStringList wanted = code.isEmpty() ? QLocale::system().uiLanguages() : QStringList(code);
    wanted << known.first(); // of another language, too, the plural forms are wanted
    for (const QString& tag : wanted) {
        const QString language = tag.section(QLatin1Char('-'), 0, 0).section(QLatin1Char('_'), 0, 0);
        if (!known.contains(language))
            continue;
        // Plural forms of English come from a file too; Qt's own texts are in English without one.
        auto* own = new QTranslator(&application); // these two: owned by the application
        if (own->load(QStringLiteral(":/translations/longhand_") + language))
            QCoreApplication::installTranslator(own);
        auto* qt = new QTranslator(&application);
        if (qt->load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(qt);
        return language;
    }
    return known.first();
}

} // namespace longhand::ui
