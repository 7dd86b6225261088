#include "ui/text_search.h"

namespace longhand::ui
{

namespace
{

bool isWordCharacter(const QString& text, qsizetype at)
{
    if (at < 0 || at >= text.size())
        return false;
    const QChar c = text[at];
    // Halves of a surrogate pair are letters of some script far more often than anything else.
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

bool isWhole(const QString& text, qsizetype begin, qsizetype length)
{
    const bool beginsInside = isWordCharacter(text, begin) && isWordCharacter(text, begin - 1);
    const bool endsInside = isWordCharacter(text, begin + length - 1) && isWordCharacter(text, begin + length);
    return !beginsInside && !endsInside;
}

} // namespace

std::vector<TextMatch> findMatches(const QString& text, const SearchQuery& query)
{
    std::vector<TextMatch> matches;
    const QString wanted = query.text.normalized(QString::NormalizationForm_C);
    if (wanted.isEmpty())
        return matches;
    const auto sensitivity = query.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    qsizetype at = text.indexOf(wanted, 0, sensitivity);
    while (at >= 0) {
        const bool counts = !query.wholeWord || isWhole(text, at, wanted.size());
        if (counts)
            matches.push_back({static_cast<int>(at), static_cast<int>(wanted.size())});
        at = text.indexOf(wanted, at + (counts ? wanted.size() : 1), sensitivity);
    }
    return matches;
}

} // namespace longhand::ui
