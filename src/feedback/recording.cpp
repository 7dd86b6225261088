#include "feedback/recording.h"

#include "feedback/line_queries.h"
#include "feedback/picture_codec.h"
#include "longhand/base/files.h"
#include "longhand/text/unicode.h"

namespace longhand::feedback
{

namespace
{

QVariant number(std::int64_t value)
{
    return QVariant::fromValue<qint64>(value);
}

qint64 nowMilliseconds()
{
    return toMilliseconds(std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()));
}

bool isBlank(const std::string& text)
{
    return text::foldWhiteSpace(text::toCodePoints(text)).empty();
}

/// The first column of the first row; 0 when there is none.
Result<std::int64_t> lookUp(Database& database, const char* sql, const QVariantList& values)
{
    auto query = database.run(sql, values);
    if (!query)
        return query.error();
    if (query->next())
        return query->value(0).toLongLong();
    if (auto read = database.finished(*query); !read)
        return read.error();
    return std::int64_t{0};
}

Result<void> runAll(Database& database, std::initializer_list<std::pair<const char*, QVariantList>> statements)
{
    for (const auto& [sql, values] : statements)
        if (auto done = database.run(sql, values); !done)
            return done.error();
    return {};
}

Result<void> keepInHistory(Database& database, const StoredLine& line, std::int64_t ofLine)
{
    return runAll(database, {{"INSERT INTO label_history (line, human_text, machine_text, confidence, model, recorded) "
                              "VALUES (?, ?, ?, ?, ?, ?)",
                              {number(ofLine), toQt(line.humanText), toQt(line.machineText), line.confidence,
                               toQt(line.model), toMilliseconds(line.updated)}}});
}

/// `other` turned out to be the same line as `id`: its label and its history become part of that of `id`.
Result<void> merge(Database& database, std::int64_t id, std::int64_t other)
{
    const auto line = findLine(database, other);
    if (!line)
        return line.error();
    if (auto done = line->draft ? Result<void>() : keepInHistory(database, *line, id); !done)
        return done;
    return runAll(database, {{"UPDATE label_history SET line = ? WHERE line = ?", {number(id), number(other)}},
                             {"UPDATE appearance SET line = ? WHERE line = ?", {number(id), number(other)}},
                             {"UPDATE line SET created = min(created, ?) WHERE id = ?",
                              {toMilliseconds(line->created), number(id)}},
                             {"DELETE FROM line WHERE id = ?", {number(other)}}});
}

/// The line that `correction` is about; 0: a new one.
Result<std::int64_t> findSame(Database& database, const Correction& correction, const QByteArray& hash)
{
    const auto byPicture = lookUp(database, "SELECT line FROM picture WHERE hash = ?", {hash});
    if (!byPicture || correction.pageKey.empty())
        return byPicture;
    const auto byPlace = lookUp(database, "SELECT line FROM appearance WHERE page_key = ? AND line_key = ?",
                                {toQt(correction.pageKey), toQt(correction.lineId)});
    if (!byPlace || *byPlace == 0)
        return byPlace ? byPicture : byPlace;
    if (*byPicture != 0 && *byPicture != *byPlace)
        if (auto merged = merge(database, *byPlace, *byPicture); !merged)
            return merged.error();
    return byPlace;
}

Result<std::int64_t> insertEmpty(Database& database, qint64 now)
{
    auto inserted =
        database.run("INSERT INTO line (page_key, page_name, line_key, writer, language, machine_text, human_text, "
                     "confidence, machine_words, model, outline, state, vouched, created, updated) "
                     "VALUES ('', '', '', '', '', '', '', 0, '[]', '', '[]', ?, 0, ?, ?)",
                     {static_cast<int>(LabelState::Trusted), now, now});
    if (!inserted)
        return inserted.error();
    return inserted->lastInsertId().toLongLong();
}

struct LabelMarks {
    LabelState state;
    bool vouched;
};

/// A new text has not been questioned yet; what was excluded stays so.
LabelMarks marksAfter(const StoredLine& line, const std::string& newText)
{
    if (line.humanText == newText)
        return {line.state, line.vouched};
    return {line.state == LabelState::Excluded ? LabelState::Excluded : LabelState::Trusted, false};
}

} // namespace

Result<std::int64_t> keep(Database& database, const Correction& correction)
{
    if (correction.picture.empty())
        return Error{ErrorCode::InvalidInput, "A correction without a picture of its line cannot be kept."};
    if (isBlank(correction.humanText))
        return Error{ErrorCode::InvalidInput, "A correction without text cannot be kept."};
    const QByteArray hash = contentHash(correction.picture);
    const qint64 now = nowMilliseconds();
    auto id = findSame(database, correction, hash);
    if (!id)
        return id;
    const bool isNew = *id == 0;
    if (isNew)
        id = insertEmpty(database, now);
    if (!id)
        return id;
    const auto before = findLine(database, *id);
    if (!before)
        return before.error();
    if (!isNew && !before->draft && before->humanText != correction.humanText)
        if (auto done = keepInHistory(database, *before, *id); !done)
            return done.error();
    const auto marks = marksAfter(*before, correction.humanText);
    // What the new correction does not say stays known.
    const auto orBefore = [](const std::string& said, const std::string& known) {
        return toQt(said.empty() ? known : said);
    };
    auto done = runAll(
        database,
        {{"UPDATE line SET page_key = ?, page_name = ?, line_key = ?, writer = ?, language = ?, machine_text = ?, "
          "human_text = ?, confidence = ?, machine_words = ?, model = ?, outline = ?, state = ?, vouched = ?, draft = "
          "?, "
          "updated = ? WHERE id = ?",
          {orBefore(correction.pageKey, before->pageKey), orBefore(correction.pageName, before->pageName),
           orBefore(correction.lineId, before->lineId), orBefore(correction.writer, before->writer),
           orBefore(correction.language, before->language), toQt(correction.machineText), toQt(correction.humanText),
           correction.confidence, wordsText(correction.machineWords), toQt(correction.model),
           outlineText(correction.outline), static_cast<int>(marks.state), marks.vouched, correction.draft, now,
           number(*id)}}});
    if (!done)
        return done.error();
    const auto shown = lookUp(database, "SELECT line FROM picture WHERE hash = ?", {hash});
    if (!shown)
        return shown.error();
    if (*shown != *id)
        if (done = runAll(database, {{"INSERT OR REPLACE INTO picture (line, hash, png) VALUES (?, ?, ?)",
                                      {number(*id), hash, toPng(correction.picture)}}});
            !done)
            return done.error();
    if (!correction.pageKey.empty())
        if (done = runAll(database, {{"INSERT OR REPLACE INTO appearance (page_key, line_key, line) VALUES (?, ?, ?)",
                                      {toQt(correction.pageKey), toQt(correction.lineId), number(*id)}}});
            !done)
            return done.error();
    return id;
}

Result<void> relabel(Database& database, std::int64_t id, const std::string& humanText)
{
    if (isBlank(humanText))
        return Error{ErrorCode::InvalidInput,
                     "A correction needs a text. Delete it, or leave it out of learning, instead of emptying it."};
    const auto line = findLine(database, id);
    if (!line)
        return line.error();
    if (line->humanText == humanText)
        return {};
    if (auto done = line->draft ? Result<void>() : keepInHistory(database, *line, id); !done)
        return done;
    const auto marks = marksAfter(*line, humanText);
    return runAll(database,
                  {{"UPDATE line SET human_text = ?, state = ?, vouched = ?, draft = 0, updated = ? WHERE id = ?",
                    {toQt(humanText), static_cast<int>(marks.state), marks.vouched, nowMilliseconds(), number(id)}}});
}

} // namespace longhand::feedback
