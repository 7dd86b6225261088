#include "language_prior.h"

#include "longhand/text/unicode.h"

namespace longhand::recognition
{

namespace
{

// Of a second capital in a word, and of a small letter directly behind block capitals.
constexpr float kToCapitals = -3;
constexpr float kToSmall = -3;

} // namespace

LanguagePrior::LanguagePrior(const language::LanguageModel& model, std::u32string_view characters) : m_model(&model)
{
    m_letters.emplace_back();
    for (const char32_t character : characters) {
        const char32_t small = text::smallLetter(character);
        const bool isCapital = small != character;
        m_letters.push_back({model.symbolOf(character), isCapital ? model.symbolOf(small) : Symbol{0},
                             isCapital || text::capitalLetter(character) != character});
    }
}

LanguagePrior::State LanguagePrior::start() const
{
    return {m_model->start()};
}

LanguagePrior::Step LanguagePrior::step(const State& state, const Letter& letter) const
{
    Step step{m_model->logProbability(state.before, letter.symbol), letter.symbol};
    if (state.letters == State::Case::Small)
        return step;
    if (letter.small == 0) {
        if (letter.isLetter && state.inWord && state.letters == State::Case::Capitals)
            step.logProbability += kToSmall;
        return step;
    }
    const float asSmall = m_model->logProbability(state.before, letter.small) +
                          (state.letters == State::Case::Capital ? kToCapitals : 0.0F);
    return asSmall > step.logProbability ? Step{asSmall, letter.small} : step;
}

float LanguagePrior::logProbability(const State& state, int label) const
{
    return step(state, m_letters[static_cast<std::size_t>(label)]).logProbability;
}

LanguagePrior::State LanguagePrior::next(const State& state, int label) const
{
    const Letter& letter = m_letters[static_cast<std::size_t>(label)];
    State after{m_model->next(state.before, step(state, letter).symbol), state.letters, letter.isLetter};
    if (letter.small != 0)
        after.letters = state.letters == State::Case::Small ? State::Case::Capital : State::Case::Capitals;
    else if (letter.isLetter || state.letters == State::Case::Capital)
        after.letters = State::Case::Small;
    return after;
}

} // namespace longhand::recognition
