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
    if (ownLines >= kFewLines && onlyThisHand)
        recipe.keptShares.insert(recipe.keptShares.begin(), {0.9, 0.75});
    else if (ownLines >= kFewLines) // a longer run ends farther from the base model
        std::erase_if(recipe.keptShares, [](double share) { return share > 0.5; });
    return recipe;
}

} // namespace longhand::training
