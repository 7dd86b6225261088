#include "feedback/line_queries.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "longhand/base/files.h"

namespace longhand::feedback
{

namespace
{

using json = nlohmann::json;

constexpr const char* kColumns = "id, page_key, page_name, line_key, writer, language, machine_text, human_text, "
                                 "confidence, machine_words, model, outline, state, vouched, draft, created, updated";

/// Geometry is an extra: text that cannot be read as such counts as none.
Polygon outlineFrom(const std::string& text)
{
    Polygon outline;
    const json points = json::parse(text, nullptr, false);
    if (points.is_array())
        for (const json& point : points)
            if (point.is_array() && point.size() == 2 && point[0].is_number() && point[1].is_number())
                outline.push_back({point[0].get<double>(), point[1].get<double>()});
    return outline;
}

std::vector<WordReading> wordsFrom(const std::string& text)
{
    std::vector<WordReading> words;
    const json entries = json::parse(text, nullptr, false);
    if (entries.is_array())
        for (const json& entry : entries)
            if (entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_number())
                words.push_back({entry[0].get<std::string>(), entry[1].get<double>()});
    return words;
}

LabelState stateFrom(int value)
{
    switch (static_cast<LabelState>(value)) {
    case LabelState::Trusted:
    case LabelState::Questioned:
    case LabelState::Excluded:
        return static_cast<LabelState>(value);
    }
    return LabelState::Questioned; // of no version known: rather left out than learnt
}

StoredLine lineFrom(const QSqlQuery& row)
{
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    StoredLine line;
    line.id = next().toLongLong();
    line.pageKey = fromQt(next());
    line.pageName = fromQt(next());
    line.lineId = fromQt(next());
    line.writer = fromQt(next());
    line.language = fromQt(next());
    line.machineText = fromQt(next());
    line.humanText = fromQt(next());
    line.confidence = next().toDouble();
    line.machineWords = wordsFrom(fromQt(next()));
    line.model = fromQt(next());
    line.outline = outlineFrom(fromQt(next()));
    line.state = stateFrom(next().toInt());
    line.vouched = next().toBool();
    line.draft = next().toBool();
    line.created = fromMilliseconds(next());
    line.updated = fromMilliseconds(next());
    line.changed = line.humanText != line.machineText;
    return line;
}

struct Condition {
    std::string sql; ///< empty, or " WHERE ..."
    QVariantList values;
};

Condition conditionOf(const LineFilter& filter)
{
    Condition condition;
    const auto add = [&](const char* sql) {
        condition.sql += (condition.sql.empty() ? " WHERE " : " AND ") + std::string(sql);
    };
    const auto addValue = [&](const char* sql, QVariant value) {
        add(sql);
        condition.values.append(std::move(value));
    };
    if (filter.writer)
        addValue("writer = ?", toQt(*filter.writer));
    if (filter.pageKey && filter.pageKey->empty())
        add("page_key = ''");
    else if (filter.pageKey)
        addValue("id IN (SELECT line FROM appearance WHERE page_key = ?)", toQt(*filter.pageKey));
    if (filter.state)
        addValue("state = ?", static_cast<int>(*filter.state));
    if (filter.changed)
        add(*filter.changed ? "human_text <> machine_text" : "human_text = machine_text");
    if (filter.updatedSince)
        addValue("updated >= ?", toMilliseconds(*filter.updatedSince));
    return condition;
}

/// SQLite compares without regard to case in ASCII only, so the search is done here.
bool contains(const StoredLine& line, const QString& search)
{
    const auto has = [&](const std::string& text) { return toQt(text).contains(search, Qt::CaseInsensitive); };
    return search.isEmpty() || has(line.humanText) || has(line.machineText) || has(line.pageName);
}

} // namespace

QString toQt(const std::string& utf8)
{
    const QString text = QString::fromStdString(utf8);
    return text.isNull() ? QLatin1String("") : text;
}

std::string fromQt(const QVariant& value)
{
    return value.toString().toStdString();
}

qint64 toMilliseconds(Time time)
{
    return time.time_since_epoch().count();
}

Time fromMilliseconds(const QVariant& value)
{
    return Time(std::chrono::milliseconds(value.toLongLong()));
}

QString outlineText(const Polygon& outline)
{
    json points = json::array();
    for (const Point& point : outline)
        points.push_back({point.x, point.y});
    return toQt(points.dump());
}

QString wordsText(const std::vector<WordReading>& words)
{
    json entries = json::array();
    for (const WordReading& word : words)
        entries.push_back({word.text, word.confidence});
    return toQt(entries.dump(-1, ' ', false, json::error_handler_t::replace));
}

Result<void> forEachLine(Database& database, const LineFilter& filter, const std::function<void(StoredLine)>& use)
{
    const Condition condition = conditionOf(filter);
    const bool newestFirst = filter.order == LineFilter::Order::Newest;
    const std::string sql = std::string("SELECT ") + kColumns + " FROM line" + condition.sql +
                            (newestFirst ? " ORDER BY updated DESC, id DESC" : " ORDER BY id");
    auto query = database.run(sql.c_str(), condition.values);
    if (!query)
        return query.error();
    const QString search = toQt(filter.search);
    int left = filter.limit;
    while (left != 0 && query->next()) {
        StoredLine line = lineFrom(*query);
        if (!contains(line, search))
            continue;
        use(std::move(line));
        --left;
    }
    return database.finished(*query);
}

Result<StoredLine> findLine(Database& database, std::int64_t id)
{
    const std::string sql = std::string("SELECT ") + kColumns + " FROM line WHERE id = ?";
    auto query = database.run(sql.c_str(), {QVariant::fromValue<qint64>(id)});
    if (!query)
        return query.error();
    if (query->next())
        return lineFrom(*query);
    if (auto read = database.finished(*query); !read)
        return read.error();
    return noSuchLine(database, id);
}

Error noSuchLine(const Database& database, std::int64_t id)
{
    return {ErrorCode::NotFound, "There is no correction " + std::to_string(id) + " in " + quoted(database.file()) +
                                     ". List what there is and name one of them."};
}

} // namespace longhand::feedback
