#pragma once

#include <string_view>

namespace longhand::synthesis
{

// Rules as PhraseGrammar reads them.
extern const std::u32string_view kEnglishPhrases;
extern const std::u32string_view kFrenchPhrases;
extern const std::u32string_view kGermanPhrases;

} // namespace longhand::synthesis
