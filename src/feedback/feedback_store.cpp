#include "longhand/feedback/feedback_store.h"

#include <map>
#include <utility>

#include "feedback/database.h"
#include "feedback/line_queries.h"
#include "feedback/migrations.h"
#include "feedback/picture_codec.h"
#include "feedback/recording.h"
#include "feedback/traces.h"
#include "longhand/base/files.h"
#include "longhand/text/unicode.h"

namespace longhand::feedback
{

namespace
{

int wordCount(const std::string& text)
{
    const std::u32string folded = text::foldWhiteSpace(text::toCodePoints(text));
    return folded.empty() ? 0 : 1 + static_cast<int>(std::ranges::count(folded, U' '));
}

} // namespace

FeedbackStore::FeedbackStore(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
FeedbackStore::~FeedbackStore() = default;

Result<std::unique_ptr<FeedbackStore>> FeedbackStore::open(const std::filesystem::path& path,
                                                           const StoreOptions& options)
{
    auto database = Database::open(path, options.busyTimeout);
    if (!database)
        return database.error();
    if (auto migrated = migrate(**database); !migrated)
        return migrated.error();
    // What a crash left undone. When another program holds it up, the next start does it.
    if (auto removed = removeTraces(**database); !removed && removed.error().code == ErrorCode::Damaged)
        return removed.error();
    return std::unique_ptr<FeedbackStore>(new FeedbackStore(*std::move(database)));
}

Result<std::int64_t> FeedbackStore::record(const Correction& correction)
{
    const auto ids = recordAll({&correction, 1});
    if (!ids)
        return ids.error();
    return ids->front();
}

Result<std::vector<std::int64_t>> FeedbackStore::recordAll(std::span<const Correction> corrections)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    std::vector<std::int64_t> ids;
    for (const Correction& correction : corrections) {
        const auto id = keep(*m_database, correction);
        if (!id)
            return id.error();
        ids.push_back(*id);
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return ids;
}

Result<std::vector<StoredLine>> FeedbackStore::lines(const LineFilter& filter)
{
    std::vector<StoredLine> lines;
    auto done = forEachLine(*m_database, filter, [&](StoredLine line) { lines.push_back(std::move(line)); });
    if (!done)
        return done.error();
    return lines;
}

Result<int> FeedbackStore::count(const LineFilter& filter)
{
    int lines = 0;
    if (auto done = forEachLine(*m_database, filter, [&](const StoredLine&) { ++lines; }); !done)
        return done.error();
    return lines;
}

Result<StoredLine> FeedbackStore::line(std::int64_t id)
{
    return findLine(*m_database, id);
}

Result<GrayImage> FeedbackStore::picture(std::int64_t id)
{
    auto query = m_database->run("SELECT png FROM picture WHERE line = ?", {QVariant::fromValue<qint64>(id)});
    if (!query)
        return query.error();
    if (!query->next()) {
        if (auto read = m_database->finished(*query); !read)
            return read.error();
        return noSuchLine(*m_database, id);
    }
    if (auto picture = fromPng(query->value(0).toByteArray()))
        return *std::move(picture);
    return Error{ErrorCode::Damaged, "The picture of correction " + std::to_string(id) + " in " +
                                         quoted(m_database->file()) + " is damaged. Delete the correction."};
}

Result<std::vector<HistoryEntry>> FeedbackStore::history(std::int64_t id)
{
    if (auto found = findLine(*m_database, id); !found)
        return found.error();
    auto query = m_database->run("SELECT human_text, machine_text, confidence, model, recorded FROM label_history "
                                 "WHERE line = ? ORDER BY recorded, id",
                                 {QVariant::fromValue<qint64>(id)});
    if (!query)
        return query.error();
    std::vector<HistoryEntry> entries;
    while (query->next())
        entries.push_back({fromQt(query->value(0)), fromQt(query->value(1)), query->value(2).toDouble(),
                           fromQt(query->value(3)), fromMilliseconds(query->value(4))});
    if (auto read = m_database->finished(*query); !read)
        return read.error();
    return entries;
}

Result<std::vector<WriterSummary>> FeedbackStore::writers()
{
    std::map<std::string, WriterSummary> byName;
    const auto add = [&](const StoredLine& line) {
        WriterSummary& writer = byName[line.writer];
        writer.name = line.writer;
        ++writer.lines;
        writer.trusted += line.state == LabelState::Trusted ? 1 : 0;
        writer.words += wordCount(line.humanText);
        writer.updated = std::max(writer.updated, line.updated);
    };
    if (auto done = forEachLine(*m_database, {}, add); !done)
        return done.error();
    std::vector<WriterSummary> writers;
    for (auto& [name, writer] : byName)
        writers.push_back(std::move(writer));
    return writers;
}

Result<std::vector<PageSummary>> FeedbackStore::pages()
{
    auto query = m_database->run("SELECT page_key, max(page_name), count(*), max(updated) FROM line GROUP BY page_key "
                                 "ORDER BY max(updated) DESC");
    if (!query)
        return query.error();
    std::vector<PageSummary> pages;
    while (query->next())
        pages.push_back({fromQt(query->value(0)), fromQt(query->value(1)), query->value(2).toInt(),
                         fromMilliseconds(query->value(3))});
    if (auto read = m_database->finished(*query); !read)
        return read.error();
    return pages;
}

Result<void> FeedbackStore::setText(std::int64_t id, const std::string& text)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    if (auto done = relabel(*m_database, id, text); !done)
        return done;
    return transaction->commit();
}

Result<void> FeedbackStore::setState(std::int64_t id, LabelState state)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const auto line = findLine(*m_database, id);
    if (!line)
        return line.error();
    const bool vouched = line->vouched || (line->state == LabelState::Questioned && state == LabelState::Trusted);
    auto done = m_database->run("UPDATE line SET state = ?, vouched = ? WHERE id = ?",
                                {static_cast<int>(state), vouched, QVariant::fromValue<qint64>(id)});
    if (!done)
        return done.error();
    return transaction->commit();
}

Result<void> FeedbackStore::setWriter(std::int64_t id, const std::string& writer)
{
    auto done =
        m_database->run("UPDATE line SET writer = ? WHERE id = ?", {toQt(writer), QVariant::fromValue<qint64>(id)});
    if (!done)
        return done.error();
    if (done->numRowsAffected() == 0)
        return noSuchLine(*m_database, id);
    return {};
}

Result<int> FeedbackStore::renameWriter(const std::string& writer, const std::string& newName)
{
    auto done = m_database->run("UPDATE line SET writer = ? WHERE writer = ?", {toQt(newName), toQt(writer)});
    if (!done)
        return done.error();
    return done->numRowsAffected();
}

Result<void> FeedbackStore::setPicture(std::int64_t id, const GrayImage& picture)
{
    auto done = m_database->run("UPDATE OR IGNORE picture SET hash = ?, png = ? WHERE line = ?",
                                {contentHash(picture), toPng(picture), QVariant::fromValue<qint64>(id)});
    if (!done)
        return done.error();
    return {};
}

Result<int> FeedbackStore::withdraw(const std::string& pageKey, const std::string& lineId)
{
    auto done = m_database->run(
        "DELETE FROM line WHERE id IN (SELECT line FROM appearance WHERE page_key = ? AND line_key = ?)",
        {toQt(pageKey), toQt(lineId)});
    if (!done)
        return done.error();
    return done->numRowsAffected();
}

Result<int> FeedbackStore::forgetLines(std::span<const std::int64_t> ids)
{
    QStringList listed;
    for (const std::int64_t id : ids)
        listed.append(QString::number(id));
    return forget(*m_database, "id IN (SELECT value FROM json_each(?))",
                  QStringLiteral("[%1]").arg(listed.join(QLatin1Char(','))));
}

Result<int> FeedbackStore::forgetLine(std::int64_t id)
{
    return forgetLines({&id, 1});
}

Result<int> FeedbackStore::forgetPage(const std::string& pageKey)
{
    return forget(*m_database, "id IN (SELECT line FROM appearance WHERE page_key = ?)", toQt(pageKey));
}

Result<int> FeedbackStore::forgetWriter(const std::string& writer)
{
    return forget(*m_database, "writer = ?", toQt(writer));
}

} // namespace longhand::feedback
