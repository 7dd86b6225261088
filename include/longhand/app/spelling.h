#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThreadPool>

#include "longhand/base/result.h"

namespace longhand::app
{

/// Folders searched for Hunspell dictionaries, the user's own first; they need not exist.
std::vector<std::filesystem::path> dictionaryFolders();
/// Languages there is a dictionary for, as their files are called ("de_DE"), sorted.
QStringList spellingLanguages(const std::vector<std::filesystem::path>& folders = dictionaryFolders());
/// The one of `available` that fits best: "de-AT" takes de_AT, else de_DE, else any of German; empty: none fits.
QString bestSpellingLanguage(const QString& wanted, const QStringList& available);

/// A word as a dictionary knows it: without punctuation around it, with a straight apostrophe. Empty for what is not
/// checked: without letters, with digits, or cut by the end of the line.
QString spellingWord(const QString& word);

/// One dictionary. One call at a time.
class Speller
{
public:
    /// NotFound without a dictionary of that name; Unsupported when its encoding is neither UTF-8 nor Latin.
    static Result<std::unique_ptr<Speller>>
    open(const QString& language, const std::vector<std::filesystem::path>& folders = dictionaryFolders());
    virtual ~Speller() = default;
    [[nodiscard]] virtual bool isRight(const QString& word) = 0;
    /// Best first.
    [[nodiscard]] virtual QStringList suggestions(const QString& word) = 0;
};

enum class Spelling { Unknown, Right, Wrong };

/// Checks words on a thread of its own. All members are called on the GUI thread and return at once; signals arrive
/// there.
class SpellingService : public QObject
{
    Q_OBJECT
public:
    explicit SpellingService(QObject* parent = nullptr);
    ~SpellingService() override;

    /// Opened when the first word is asked for. Empty: no word is wrong.
    void setLanguage(const QString& language);
    [[nodiscard]] const QString& language() const { return m_language; }
    /// Words that are right in every language.
    void setPersonalWords(const QStringList& words);
    [[nodiscard]] QStringList personalWords() const;

    /// Unknown: `checked` follows.
    [[nodiscard]] Spelling check(const QString& word);
    /// `suggested` follows.
    void suggest(const QString& word);

Q_SIGNALS:
    void checked(); ///< words that were Unknown are known now
    void renewed(); ///< any word may have another answer: the language or a person's own words are others
    void suggested(const QString& word, const QStringList& suggestions);
    void failed(const longhand::Error& error);

private:
    class Worker;

    void flush();

    QString m_language;
    QSet<QString> m_personal;
    QHash<QString, Spelling> m_known;
    QStringList m_pending;
    bool m_failed = false;
    std::shared_ptr<Worker> m_worker; ///< of the language; jobs of an older one keep theirs
    QThreadPool m_pool;
};

} // namespace longhand::app
