#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "synthesis/random.h"

namespace longhand::synthesis
{

/// Phrases made by rules. A rule is a line `name: alternative | alternative`; an alternative is text with places to
/// fill:
/// `{name}` by another rule, `{3-17}` by a number from that range, `{####}` by digits (as many, the first not 0).
/// Repeating an alternative makes it likelier.
class PhraseGrammar
{
public:
    explicit PhraseGrammar(std::u32string_view rules);

    /// An expansion of the rule; the rule must exist.
    [[nodiscard]] std::u32string make(std::u32string_view rule, Random& random) const;

private:
    std::map<std::u32string, std::vector<std::u32string>, std::less<>> m_rules;
};

/// What people write besides sentences, in English ("en"), French ("fr") or German ("de"); the rule to start from is
/// "note". Null for other languages.
const PhraseGrammar* phrasesOf(std::string_view language);

} // namespace longhand::synthesis
