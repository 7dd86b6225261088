#pragma once

#include <random>
#include <string>

#include "longhand/base/image.h"

namespace longhand::test
{

inline constexpr int kHeight = 32;

/// Letters as bars: 'a' is a tall one, 'b' a low one, 'c' two thin ones, 'd' a high short one, ' ' a gap. Enough to learn
/// reading from. Another hand draws 'a' and 'b' lower and wider and 'c' with its bars close together.
inline GrayImage drawn(const std::string& text, std::mt19937& random, bool otherHand = false)
{
    constexpr int kLetter = 14;
    GrayImage image(static_cast<int>(text.size()) * kLetter + 6, kHeight);
    const auto bar = [&](int x, int width, int top, int bottom) {
        for (int y = top; y < bottom; ++y)
            for (int i = 0; i < width; ++i)
                image.row(y)[x + i] = static_cast<std::uint8_t>(random() % 60);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int x = static_cast<int>(i) * kLetter + 4 + static_cast<int>(random() % 3);
        if (text[i] == 'a')
            otherHand ? bar(x, 8, 14, 28) : bar(x, 6, 4, 28);
        else if (text[i] == 'b')
            otherHand ? bar(x, 9, 23, 28) : bar(x, 8, 18, 28);
        else if (text[i] == 'c') {
            bar(x, 2, 8, 28);
            bar(x + (otherHand ? 3 : 5), 2, 8, 28);
        } else if (text[i] == 'd')
            bar(x, 8, 3, 9);
    }
    return image;
}

} // namespace longhand::test
