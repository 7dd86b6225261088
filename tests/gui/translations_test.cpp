#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QMenuBar>
#include <QTranslator>
#include <QXmlStreamReader>

#include "ui/translations.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

/// Takes the languages out again, so that the tests after this one see English.
class Language
{
public:
    explicit Language(const QString& code) { found = ui::installTranslations(*qApp, code); }
    ~Language()
    {
        const auto translators = qApp->findChildren<QTranslator*>();
        for (QTranslator* translator : translators)
            delete translator;
    }
    QString found;
};

class TranslationFiles : public testing::TestWithParam<const char*>
{
};

TEST_P(TranslationFiles, HaveNoUnfinishedTextAndKeepEveryPlaceholder)
{
    QFile file(QStringLiteral(LONGHAND_SOURCE_DIR "/resources/translations/longhand_%1.ts")
                   .arg(QString::fromLatin1(GetParam())));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    int texts = 0;
    const auto compare = [&](const QString& translation) {
        ++texts;
        EXPECT_FALSE(translation.isEmpty()) << source.toStdString();
        for (const auto* place : {"%1", "%2", "%3", "[*]"})
            EXPECT_EQ(source.count(QLatin1String(place)), translation.count(QLatin1String(place)))
                << source.toStdString() << " / " << translation.toStdString();
    };
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            EXPECT_FALSE(xml.attributes().hasAttribute(QStringLiteral("type")))
                << source.toStdString() << ": run scripts/update-translations and translate it";
            if (source.contains(QLatin1String("%n")))
                continue;
            compare(xml.readElementText());
        } else if (xml.name() == QLatin1String("numerusform")) {
            compare(xml.readElementText());
        }
    }
    EXPECT_FALSE(xml.hasError());
    EXPECT_GT(texts, 10);
}

INSTANTIATE_TEST_SUITE_P(All, TranslationFiles, testing::Values("en", "fr", "de"));

/// Labels, buttons and tabs that are narrower than their text.
QStringList clipped(const QWidget& window)
{
    QStringList names;
    const auto check = [&names](const QWidget& widget, const QString& text, int needed) {
        if (widget.isVisible() && !text.isEmpty() && widget.width() < needed)
            names.append(QStringLiteral("“%1” %2 < %3").arg(text).arg(widget.width()).arg(needed));
    };
    const auto labels = window.findChildren<QLabel*>();
    for (const QLabel* label : labels)
        if (!label->wordWrap())
            check(*label, label->text(), label->sizeHint().width());
    const auto buttons = window.findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : buttons)
        check(*button, button->text(), button->minimumSizeHint().width());
    return names;
}

class TranslatedWindow : public WindowTest, public testing::WithParamInterface<const char*>
{
};

TEST_P(TranslatedWindow, ComesUpInItsLanguageWithoutClippedLabels)
{
    window.reset();
    const Language language(QString::fromLatin1(GetParam()));
    EXPECT_EQ(language.found, QString::fromLatin1(GetParam()));
    window =
        std::make_unique<ui::MainWindow>(ui::Services{transcription, loader, writer, prompts, settings, QString()});
    window->resize(1280, 800);
    window->show();
    EXPECT_NE(child<QAction>("openAction").text(), QStringLiteral("&Open Pictures…"));
    readPage();
    for (const char* action : {"replaceAction", "settingsAction", "shortcutsAction"})
        trigger(action);
    QTest::qWait(0);
    EXPECT_EQ(clipped(*window).join(QLatin1Char('\n')).toStdString(), "");
    trigger("lineModeAction");
    QTest::qWait(0);
    EXPECT_EQ(clipped(*window).join(QLatin1Char('\n')).toStdString(), "");
}

INSTANTIATE_TEST_SUITE_P(All, TranslatedWindow, testing::Values("fr", "de"));

TEST(Translations, AnUnknownLanguageIsEnglish)
{
    const Language language(QStringLiteral("xx"));
    EXPECT_EQ(language.found, QStringLiteral("en"));
    EXPECT_EQ(QCoreApplication::translate("longhand::ui::Finder", "Replaced %n times.", nullptr, 1),
              QStringLiteral("Replaced once."))
        << "plural forms and all";
}

} // namespace

} // namespace longhand::test
