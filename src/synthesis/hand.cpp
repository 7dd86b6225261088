#include "synthesis/hand.h"

#include <algorithm>
#include <cmath>

namespace longhand::synthesis
{

namespace
{

Ink chooseInk(Random& random)
{
    const double choice = random.uniform();
    if (choice < 0.45)
        return Ink::Ballpoint;
    if (choice < 0.65)
        return Ink::Fountain;
    return choice < 0.85 ? Ink::Felt : Ink::Pencil;
}

double greyOf(Ink ink, Random& random)
{
    switch (ink) {
    case Ink::Ballpoint:
        return random.uniform(20, 115);
    case Ink::Fountain:
        return random.uniform(15, 100);
    case Ink::Felt:
        return random.uniform(5, 70);
    case Ink::Pencil:
        return random.uniform(70, 150);
    }
    return 40;
}

/// A pen much wider than the font was drawn with fills the loops of its letters.
double penFor(const HandwritingFont& font, double wanted)
{
    const double widest = std::min(0.26, 1.7 * font.penWidth() + 0.01);
    return std::clamp(wanted, std::min(0.07, widest), widest);
}

} // namespace

Hand inventHand(const HandwritingFont& font, Random& random)
{
    Hand hand;
    // Who writes in haste is uneven in everything.
    const double haste = random.uniform(0.35, 1.75);
    hand.widthScale = std::exp(random.normal(0, 0.16));
    hand.slant = random.normal(0.02, 0.15);
    hand.slantChange = haste * random.uniform(0, 0.1);
    hand.tracking = font.isJoined() ? 0 : random.normal(0.02, 0.06);
    hand.spaceWidth = std::clamp(font.spaceWidth(), 0.55, 0.9) * random.uniform(0.9, 2.2);
    hand.spaceChange = haste * random.uniform(0.05, 0.25);
    hand.baselineWander = haste * random.uniform(0, 0.18);
    hand.baselineSlope = haste * random.normal(0, 0.006);
    hand.sizeChange = haste * random.uniform(0.02, 0.1);
    hand.letterUnrest = haste * random.uniform(0.1, 1);
    hand.wobble = haste * random.uniform(0.03, 0.085);
    hand.tremor = random.chance(0.25) ? random.uniform(0.005, 0.02) : random.uniform(0, 0.006);
    hand.penWidth = penFor(font, 0.135 * std::exp(random.normal(0, 0.24)));
    hand.pressureChange = random.uniform(0.1, 1);
    hand.ink = chooseInk(random);
    hand.inkGrey = greyOf(hand.ink, random);
    hand.linePitch = std::max(2.2, (font.ascent() + font.descent()) * random.uniform(0.75, 1.3));
    const double paper = random.uniform();
    hand.ruling = paper < 0.55 ? Ruling::None : paper < 0.86 ? Ruling::Lines : Ruling::Squares;
    return hand;
}

Hand varied(const Hand& hand, const HandwritingFont& font, Random& random)
{
    Hand today = hand;
    today.widthScale *= std::exp(random.normal(0, 0.04));
    today.slant += random.normal(0, 0.025);
    today.baselineSlope += random.normal(0, 0.006);
    today.baselineWander *= random.uniform(0.6, 1.4);
    today.wobble *= random.uniform(0.7, 1.3);
    today.spaceWidth *= random.uniform(0.85, 1.2);
    // A quarter of the lines come from another pen.
    if (random.chance(0.25)) {
        today.ink = chooseInk(random);
        today.inkGrey = greyOf(today.ink, random);
        today.penWidth = penFor(font, today.penWidth * random.uniform(0.7, 1.4));
    }
    return today;
}

} // namespace longhand::synthesis
