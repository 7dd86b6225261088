#pragma once

#include <random>
#include <string>
#include <vector>

#include "longhand/language/build.h"
#include "longhand/language/language_model.h"

namespace longhand::test
{

inline language::LanguageModel buildModel(const std::vector<language::WeightedText>& texts,
                                          const language::BuildOptions& options)
{
    return language::LanguageModel::parse(language::buildModel(texts, options).value(), "test").value();
}

/// Lines of words that are more alike than chance, always the same ones.
inline std::vector<std::u32string> madeUpLines(int lines)
{
    static const std::vector<std::u32string> kWords{U"the", U"then", U"there", U"a",    U"tea",  U"team",
                                                    U"eat", U"heat", U"hat",   U"rate", U"three"};
    std::mt19937 random(11);
    std::vector<std::u32string> result;
    for (int i = 0; i < lines; ++i) {
        std::u32string line;
        for (int word = 0; word < 6; ++word)
            line += (word > 0 ? U" " : U"") + kWords[random() % 3 == 0 ? random() % kWords.size() : random() % 4];
        result.push_back(line);
    }
    return result;
}

} // namespace longhand::test
