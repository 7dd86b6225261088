#pragma once

#include <string_view>
#include <vector>

#include "longhand/language/language_model.h"

namespace longhand::recognition
{

/// How likely a text is before anybody has looked at the ink, label by label: a language model, which also knows words
/// in block capitals by their small letters, since hardly any text it was built from is written so.
class LanguagePrior
{
public:
    /// The labels written before, as far as they matter.
    struct State {
        enum class Case : unsigned char {
            Small,    ///< or anything but a letter after small ones
            Capital,  ///< one capital directly before
            Capitals, ///< block capitals, also between two words of them
        };
        language::LanguageModel::State before;
        Case letters = Case::Small;
        bool inWord = false; ///< a letter directly before
    };

    /// `characters`: those of labels 1, 2, …; label 0 is the blank. The model outlives the prior.
    LanguagePrior(const language::LanguageModel& model, std::u32string_view characters);

    [[nodiscard]] State start() const;
    /// Natural logarithm.
    [[nodiscard]] float logProbability(const State& state, int label) const;
    [[nodiscard]] State next(const State& state, int label) const;

private:
    using Symbol = language::LanguageModel::Symbol;
    struct Letter {
        Symbol symbol = 0;
        Symbol small = 0; ///< the small letter of a capital that the model knows; else 0
        bool isLetter = false;
    };
    /// What is said of a label, and by which symbol the model goes on from it.
    struct Step {
        float logProbability = 0;
        Symbol symbol = 0;
    };
    [[nodiscard]] Step step(const State& state, const Letter& letter) const;

    const language::LanguageModel* m_model;
    std::vector<Letter> m_letters; ///< by label
};

} // namespace longhand::recognition
