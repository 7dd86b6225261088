#pragma once

#include <QFont>
#include <QObject>
#include <QSettings>
#include <QStringList>

namespace longhand::ui
{

/// How pages are read; an empty path or name is the usual choice.
struct ReadingPreference {
    QString model; ///< path; empty: the one in use
    bool languageModel = true;
    bool beamSearch = true; ///< weighs whole readings; else the likeliest character everywhere, faster

    bool operator==(const ReadingPreference&) const = default;
};

/// What a person decided for all documents, kept in the settings. Every change is told at once.
class Preferences : public QObject
{
    Q_OBJECT
public:
    /// `settings` must outlive this object.
    explicit Preferences(QSettings& settings, QObject* parent = nullptr);

    /// "en", "fr", "de"; empty: that of the system. Read once at the start.
    [[nodiscard]] QString interfaceLanguage() const;
    void setInterfaceLanguage(const QString& code);

    [[nodiscard]] ReadingPreference reading() const;
    void setReading(const ReadingPreference& reading);

    /// Whether corrections are kept to learn from.
    [[nodiscard]] bool learning() const;
    void setLearning(bool on);

    /// Of the text; `usual` where nothing else was chosen.
    [[nodiscard]] QFont editorFont(const QFont& usual) const;
    void setEditorFont(const QString& family, double sizePt);
    void resetEditorFont();

    /// Words less likely right than this are doubtful, 0..1.
    [[nodiscard]] double doubtBelow() const;
    void setDoubtBelow(double confidence);

    /// Of documents that do not say theirs, as a dictionary is called; empty: by the system; "none": no spelling.
    [[nodiscard]] QString spellingLanguage() const;
    void setSpellingLanguage(const QString& language);
    [[nodiscard]] QStringList personalWords() const;
    void setPersonalWords(const QStringList& words);

Q_SIGNALS:
    void changed();

private:
    void store(const QString& key, const QVariant& value);

    QSettings& m_settings;
};

} // namespace longhand::ui
