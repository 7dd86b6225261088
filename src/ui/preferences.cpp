#include "ui/preferences.h"

#include <algorithm>

#include "ui/page_text.h"

namespace longhand::ui
{

namespace
{

const QString kInterfaceLanguage = QStringLiteral("general/language");
const QString kModel = QStringLiteral("reading/model");
const QString kLanguageModel = QStringLiteral("reading/languageModel");
const QString kBeamSearch = QStringLiteral("reading/beamSearch");
const QString kLearning = QStringLiteral("learning/collect");
const QString kFontFamily = QStringLiteral("editor/fontFamily");
const QString kFontSize = QStringLiteral("editor/fontSizePt");
const QString kDoubt = QStringLiteral("editor/doubtBelow");
const QString kSpelling = QStringLiteral("spelling/language");
const QString kPersonalWords = QStringLiteral("spelling/personalWords");

constexpr double kLeastFontPt = 6;
constexpr double kLargestFontPt = 72;

} // namespace

Preferences::Preferences(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {}

void Preferences::store(const QString& key, const QVariant& value)
{
    if (m_settings.value(key) == value)
        return;
    m_settings.setValue(key, value);
    Q_EMIT changed();
}

QString Preferences::interfaceLanguage() const
{
    return m_settings.value(kInterfaceLanguage).toString();
}

void Preferences::setInterfaceLanguage(const QString& code)
{
    store(kInterfaceLanguage, code);
}

ReadingPreference Preferences::reading() const
{
    return {m_settings.value(kModel).toString(), m_settings.value(kLanguageModel, true).toBool(),
            m_settings.value(kBeamSearch, true).toBool()};
}

void Preferences::setReading(const ReadingPreference& reading)
{
    if (reading == this->reading())
        return;
    m_settings.setValue(kModel, reading.model);
    m_settings.setValue(kLanguageModel, reading.languageModel);
    m_settings.setValue(kBeamSearch, reading.beamSearch);
    Q_EMIT changed();
}

bool Preferences::learning() const
{
    return m_settings.value(kLearning, true).toBool();
}

void Preferences::setLearning(bool on)
{
    store(kLearning, on);
}

QFont Preferences::editorFont(const QFont& usual) const
{
    QFont font = usual;
    if (const QString family = m_settings.value(kFontFamily).toString(); !family.isEmpty())
        font.setFamily(family);
    if (const double size = m_settings.value(kFontSize).toDouble(); size > 0)
        font.setPointSizeF(std::clamp(size, kLeastFontPt, kLargestFontPt));
    return font;
}

void Preferences::setEditorFont(const QString& family, double sizePt)
{
    if (m_settings.value(kFontFamily) == family && m_settings.value(kFontSize) == sizePt)
        return;
    m_settings.setValue(kFontFamily, family);
    m_settings.setValue(kFontSize, sizePt);
    Q_EMIT changed();
}

void Preferences::resetEditorFont()
{
    m_settings.remove(kFontFamily);
    m_settings.remove(kFontSize);
    Q_EMIT changed();
}

double Preferences::doubtBelow() const
{
    return std::clamp(m_settings.value(kDoubt, kDoubtBelow).toDouble(), 0.0, 1.0);
}

void Preferences::setDoubtBelow(double confidence)
{
    store(kDoubt, confidence);
}

QString Preferences::spellingLanguage() const
{
    return m_settings.value(kSpelling).toString();
}

void Preferences::setSpellingLanguage(const QString& language)
{
    store(kSpelling, language);
}

QStringList Preferences::personalWords() const
{
    return m_settings.value(kPersonalWords).toStringList();
}

void Preferences::setPersonalWords(const QStringList& words)
{
    store(kPersonalWords, words);
}

} // namespace longhand::ui
