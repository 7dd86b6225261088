#include "longhand/app/reading_certainty.h"

#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

// Fourteen drawings and photographs without writing read with 0.08 to 0.25 (seven characters of one with 0.33), the
// hardest of 21 handwritten pages with 0.46.
constexpr double kHardly = 0.35;
constexpr std::size_t kFewestCharacters = 5;

} // namespace

ReadingCertainty::ReadingCertainty(const formats::Page& page)
{
    for (const formats::Line& line : page.lines)
        add(line.text, line.confidence);
}

void ReadingCertainty::add(const std::string& text, double confidence)
{
    const std::size_t count = text::toCodePoints(text).size();
    m_sum += confidence * static_cast<double>(count);
    m_characters += count;
}

bool isHardlyReadable(const formats::Page& page)
{
    const ReadingCertainty certainty(page);
    return certainty.characters() >= kFewestCharacters && certainty.mean() < kHardly;
}

} // namespace longhand::app
