#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/feedback/feedback_store.h"

namespace longhand::cli
{

/// "trusted", "questioned", "excluded"; nullopt for anything else.
std::optional<feedback::LabelState> stateFromName(std::string_view name);

/// One line each: number, day, state, writer, page, text.
std::string listAsTable(const std::vector<feedback::StoredLine>& lines);
std::string listAsJson(const std::vector<feedback::StoredLine>& lines);

std::string lineAsTable(const feedback::StoredLine& line, const std::vector<feedback::HistoryEntry>& history);
std::string lineAsJson(const feedback::StoredLine& line, const std::vector<feedback::HistoryEntry>& history);

} // namespace longhand::cli
