#include "cli/feedback_listing.h"

#include <array>
#include <ctime>
#include <utility>

#include <nlohmann/json.hpp>

#include "cli/figures.h"

namespace longhand::cli
{

namespace
{

using json = nlohmann::ordered_json;

constexpr std::array<std::pair<std::string_view, feedback::LabelState>, 3> kStates = {{
    {"trusted", feedback::LabelState::Trusted},
    {"questioned", feedback::LabelState::Questioned},
    {"excluded", feedback::LabelState::Excluded},
}};

std::string stateName(feedback::LabelState state)
{
    for (const auto& [name, known] : kStates)
        if (known == state)
            return std::string(name);
    return {};
}

/// ISO 8601, in Greenwich.
std::string timeText(feedback::Time time)
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), length};
}

/// Control characters could move a terminal's cursor.
std::string printable(std::string text)
{
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    return text;
}

std::string orDash(const std::string& text)
{
    return text.empty() ? "-" : printable(text);
}

json asJson(const feedback::StoredLine& line)
{
    json words = json::array();
    for (const auto& word : line.machineWords)
        words.push_back({{"text", word.text}, {"confidence", word.confidence}});
    json outline = json::array();
    for (const Point& point : line.outline)
        outline.push_back({point.x, point.y});
    return {{"id", line.id},
            {"state", stateName(line.state)},
            {"vouched", line.vouched},
            {"changed", line.changed},
            {"draft", line.draft},
            {"human", line.humanText},
            {"machine", line.machineText},
            {"confidence", line.confidence},
            {"words", words},
            {"model", line.model},
            {"writer", line.writer},
            {"language", line.language},
            {"page", line.pageKey},
            {"page_name", line.pageName},
            {"line", line.lineId},
            {"outline", outline},
            {"created", timeText(line.created)},
            {"updated", timeText(line.updated)}};
}

/// Texts come from files, which may hold anything.
std::string dumped(const json& value)
{
    return value.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

} // namespace

std::optional<feedback::LabelState> stateFromName(std::string_view name)
{
    for (const auto& [known, state] : kStates)
        if (known == name)
            return state;
    return std::nullopt;
}

std::string listAsTable(const std::vector<feedback::StoredLine>& lines)
{
    std::string table;
    for (const auto& line : lines)
        table += std::to_string(line.id) + '\t' + timeText(line.updated).substr(0, 10) + '\t' + stateName(line.state) +
                 '\t' + orDash(line.writer) + '\t' + orDash(line.pageName) + '\t' + printable(line.humanText) + '\n';
    return table;
}

std::string listAsJson(const std::vector<feedback::StoredLine>& lines)
{
    json list = json::array();
    for (const auto& line : lines)
        list.push_back(asJson(line));
    return dumped(list);
}

std::string lineAsTable(const feedback::StoredLine& line, const std::vector<feedback::HistoryEntry>& history)
{
    std::string table = figureRow("text", printable(line.humanText));
    table += figureRow("read as", orDash(line.machineText));
    table += figureRow("confidence", percent(line.confidence));
    table += figureRow("model", orDash(line.model));
    table += figureRow("state", stateName(line.state));
    table += figureRow("writer", orDash(line.writer));
    table += figureRow("language", orDash(line.language));
    table += figureRow("page", orDash(line.pageName));
    table += figureRow("first kept", timeText(line.created));
    table += figureRow("last kept", timeText(line.updated));
    for (const auto& entry : history)
        table += figureRow("earlier", printable(entry.humanText) + " (" + timeText(entry.recorded) + ")");
    return table;
}

std::string lineAsJson(const feedback::StoredLine& line, const std::vector<feedback::HistoryEntry>& history)
{
    json value = asJson(line);
    value["history"] = json::array();
    for (const auto& entry : history)
        value["history"].push_back({{"human", entry.humanText},
                                    {"machine", entry.machineText},
                                    {"confidence", entry.confidence},
                                    {"model", entry.model},
                                    {"recorded", timeText(entry.recorded)}});
    return dumped(value);
}

} // namespace longhand::cli
