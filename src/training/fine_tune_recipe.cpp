#include <algorithm>

#include "longhand/training/fine_tuner.h"

namespace longhand::training
{

FineTuneRecipe recipeFor(std::size_t ownLines, bool onlyThisHand)
{
    FineTuneRecipe recipe;
    constexpr std::size_t kFewLines = 32; // they teach no more beyond 60 % of the way
    // Five lines are known by heart after 60 steps; whatever more is done to them, other lines of the hand pay for.
    // Of sixteen and of 64 lines twice the steps teach a little more, and cost modern English half as much again.
    const auto forFewLines = std::clamp<std::int64_t>(static_cast<std::int64_t>(ownLines) * 25 / 4, 60, 200);
    constexpr std::size_t kManyLines = 128;
    const int forSome = onlyThisHand ? 400 : 200;
    recipe.steps = ownLines < kFewLines ? forFewLines : ownLines < kManyLines ? forSome : 800;
    // A longer run ends farther from the base model. Other people's hands pay for the last of the way more than it
    // teaches; the rehearsal check, whose lines are drawn, does not notice.
    const double farthest = onlyThisHand ? (ownLines < kFewLines ? 0.6 : 0.9) : ownLines < kFewLines ? 0.48 : 0.4;
    std::erase_if(recipe.keptShares, [&](double share) { return share > farthest; });
    return recipe;
}

} // namespace longhand::training
