#include "longhand/app/spelling.h"

#include <algorithm>

#include <hunspell/hunspell.hxx>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLocale>
#include <QStandardPaths>
#include <QtConcurrent>

#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

constexpr int kMostSuggestions = 6;

QString pathOf(const std::filesystem::path& path)
{
    return QFileInfo(path).filePath();
}

QString languageOf(const QString& code)
{
    return code.section(QLatin1Char('_'), 0, 0);
}

class HunspellSpeller final : public Speller
{
public:
    HunspellSpeller(const QString& affixes, const QString& words)
        : m_hunspell(QFile::encodeName(affixes).constData(), QFile::encodeName(words).constData())
    {
    }

    [[nodiscard]] std::string encoding() { return m_hunspell.get_dict_encoding(); }
    void setUtf8(bool utf8) { m_utf8 = utf8; }

    bool isRight(const QString& word) override { return m_hunspell.spell(encoded(word)); }

    QStringList suggestions(const QString& word) override
    {
        QStringList result;
        for (const std::string& suggestion : m_hunspell.suggest(encoded(word))) {
            result.append(m_utf8 ? QString::fromStdString(suggestion) : QString::fromLatin1(suggestion.c_str()));
            if (result.size() == kMostSuggestions)
                break;
        }
        return result;
    }

private:
    [[nodiscard]] std::string encoded(const QString& word) const
    {
        return m_utf8 ? word.toStdString() : word.toLatin1().toStdString();
    }

    Hunspell m_hunspell;
    bool m_utf8 = true;
};

} // namespace

std::vector<std::filesystem::path> dictionaryFolders()
{
    std::vector<std::filesystem::path> folders;
    if (const QString named = qEnvironmentVariable("LONGHAND_DICTIONARIES"); !named.isEmpty())
        folders.push_back(QFileInfo(named).filesystemFilePath());
    const auto places = QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    for (const QString& place : places)
        for (const auto* name : {"hunspell", "myspell/dicts"})
            folders.push_back(QFileInfo(QDir(place).filePath(QString::fromLatin1(name))).filesystemFilePath());
    const QDir program(QCoreApplication::applicationDirPath());
    folders.push_back(QFileInfo(program.filePath(QStringLiteral("../share/hunspell"))).filesystemFilePath());
    return folders;
}

QStringList spellingLanguages(const std::vector<std::filesystem::path>& folders)
{
    QStringList languages;
    for (const auto& folder : folders) {
        const QDir place(pathOf(folder));
        const auto files = place.entryInfoList({QStringLiteral("*.dic")}, QDir::Files);
        for (const QFileInfo& file : files) {
            const QString code = file.completeBaseName();
            if (place.exists(code + QStringLiteral(".aff")) && !code.startsWith(QStringLiteral("hyph_")))
                languages.append(code);
        }
    }
    languages.sort();
    languages.removeDuplicates();
    return languages;
}

QString bestSpellingLanguage(const QString& wanted, const QStringList& available)
{
    QString code = wanted;
    code.replace(QLatin1Char('-'), QLatin1Char('_'));
    if (code.isEmpty() || available.contains(code))
        return code;
    const QString language = languageOf(code);
    if (available.contains(language))
        return language;
    // en has many homes; that of the dictionary nearly everybody installs comes first.
    const QStringList homes{language + QLatin1Char('_') + language.toUpper(), QStringLiteral("en_US"),
                            QStringLiteral("en_GB")};
    for (const QString& home : homes)
        if (languageOf(home) == language && available.contains(home))
            return home;
    for (const QString& other : available)
        if (languageOf(other) == language)
            return other;
    return {};
}

QString spellingWord(const QString& word)
{
    // The end of a line may cut a word; neither half is in a dictionary.
    if (word.endsWith(QLatin1Char('-')) || word.endsWith(QChar(0x00AC)) || word.endsWith(QLatin1Char('=')))
        return {};
    qsizetype begin = 0;
    qsizetype end = word.size();
    while (begin < end && !word[begin].isLetterOrNumber())
        ++begin;
    while (end > begin && !word[end - 1].isLetterOrNumber() && !word[end - 1].isMark())
        --end;
    QString bare = word.mid(begin, end - begin);
    if (bare.size() < 2 || std::any_of(bare.begin(), bare.end(), [](QChar c) { return c.isDigit(); }))
        return {};
    return bare.replace(QChar(0x2019), QLatin1Char('\''));
}

Result<std::unique_ptr<Speller>> Speller::open(const QString& language,
                                               const std::vector<std::filesystem::path>& folders)
{
    for (const auto& folder : folders) {
        const QDir place(pathOf(folder));
        const QString words = place.filePath(language + QStringLiteral(".dic"));
        const QString affixes = place.filePath(language + QStringLiteral(".aff"));
        if (!QFileInfo(words).isReadable() || !QFileInfo(affixes).isReadable())
            continue;
        auto speller = std::make_unique<HunspellSpeller>(affixes, words);
        const QString encoding = QString::fromStdString(speller->encoding()).toUpper().remove(QLatin1Char('-'));
        // The two Latin alphabets differ in the euro sign and a few letters that are rare by hand.
        const bool latin = encoding == QStringLiteral("ISO88591") || encoding == QStringLiteral("ISO885915");
        if (!latin && encoding != QStringLiteral("UTF8"))
            return Error{ErrorCode::Unsupported, "The dictionary " + quoted(QFileInfo(words).filesystemFilePath()) +
                                                     " is neither in UTF-8 nor in Latin-1. Choose another one."};
        speller->setUtf8(!latin);
        return std::unique_ptr<Speller>(std::move(speller));
    }
    return Error{ErrorCode::NotFound, "There is no dictionary for \"" + language.toStdString() +
                                          "\". Install the package hunspell-" +
                                          language.toLower().replace(QLatin1Char('_'), QLatin1Char('-')).toStdString() +
                                          " or choose another language."};
}

/// Opens the dictionary with the first job. Jobs run one after the other.
class SpellingService::Worker
{
public:
    explicit Worker(QString language) : m_language(std::move(language)) {}

    Result<QList<bool>> check(const QStringList& words)
    {
        if (const auto opened = open(); !opened)
            return opened.error();
        QList<bool> right;
        for (const QString& word : words)
            right.append(m_speller->isRight(word));
        return right;
    }

    QStringList suggest(const QString& word) { return open() ? m_speller->suggestions(word) : QStringList(); }

private:
    Result<void> open()
    {
        if (m_speller)
            return {};
        auto opened = Speller::open(m_language);
        if (!opened)
            return opened.error();
        m_speller = std::move(*opened);
        return {};
    }

    QString m_language;
    std::unique_ptr<Speller> m_speller;
};

SpellingService::SpellingService(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

SpellingService::~SpellingService()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void SpellingService::setLanguage(const QString& language)
{
    if (language == m_language)
        return;
    m_language = language;
    m_worker = language.isEmpty() ? nullptr : std::make_shared<Worker>(language);
    m_failed = false;
    m_known.clear();
    m_pending.clear();
    Q_EMIT renewed();
}

void SpellingService::setPersonalWords(const QStringList& words)
{
    m_personal = QSet<QString>(words.begin(), words.end());
    Q_EMIT renewed();
}

QStringList SpellingService::personalWords() const
{
    QStringList words(m_personal.begin(), m_personal.end());
    words.sort(Qt::CaseInsensitive);
    return words;
}

Spelling SpellingService::check(const QString& word)
{
    const QString bare = spellingWord(word);
    if (!m_worker || m_failed || bare.isEmpty() || m_personal.contains(bare))
        return Spelling::Right;
    const auto known = m_known.constFind(bare);
    if (known != m_known.constEnd())
        return *known;
    m_known.insert(bare, Spelling::Unknown);
    if (m_pending.isEmpty())
        QMetaObject::invokeMethod(this, &SpellingService::flush, Qt::QueuedConnection);
    m_pending.append(bare);
    return Spelling::Unknown;
}

void SpellingService::flush()
{
    if (m_pending.isEmpty() || !m_worker)
        return;
    auto* watcher = new QFutureWatcher<Result<QList<bool>>>(this);
    const QStringList words = std::exchange(m_pending, {});
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, words, worker = m_worker] {
        watcher->deleteLater();
        if (worker != m_worker || watcher->future().resultCount() == 0)
            return; // another language meanwhile
        const Result<QList<bool>> right = watcher->result();
        if (!right) {
            m_failed = true;
            Q_EMIT failed(right.error());
            return;
        }
        for (qsizetype i = 0; i < words.size(); ++i)
            m_known[words[i]] = (*right)[i] ? Spelling::Right : Spelling::Wrong;
        Q_EMIT checked();
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [worker = m_worker, words] { return worker->check(words); }));
}

void SpellingService::suggest(const QString& word)
{
    const QString bare = spellingWord(word);
    if (!m_worker || bare.isEmpty()) {
        Q_EMIT suggested(word, {});
        return;
    }
    auto* watcher = new QFutureWatcher<QStringList>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, word] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            Q_EMIT suggested(word, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [worker = m_worker, bare] { return worker->suggest(bare); }));
}

} // namespace longhand::app
