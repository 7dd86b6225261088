#pragma once

#include <vector>

#include <QString>

namespace longhand::ui
{

struct SearchQuery {
    QString text; ///< empty: finds nothing
    bool matchCase = false;
    bool wholeWord = false;

    bool operator==(const SearchQuery&) const = default;
};

struct TextMatch {
    int begin = 0;
    int length = 0;

    bool operator==(const TextMatch&) const = default;
};

/// Matches that do not overlap, in order. A whole word neither begins nor ends within a run of letters and
/// digits.
std::vector<TextMatch> findMatches(const QString& text, const SearchQuery& query);

} // namespace longhand::ui
