#pragma once

#include <cstddef>
#include <string>

#include "longhand/formats/document.h"

namespace longhand::app
{

/// How certain a reading of several lines is: the mean confidence of its characters.
class ReadingCertainty
{
public:
    ReadingCertainty() = default;
    explicit ReadingCertainty(const formats::Page& page);

    void add(const std::string& text, double confidence);
    [[nodiscard]] double mean() const { return m_characters > 0 ? m_sum / static_cast<double>(m_characters) : 0; }
    [[nodiscard]] std::size_t characters() const { return m_characters; }

private:
    double m_sum = 0;
    std::size_t m_characters = 0;
};

/// As little of the page could be read with certainty as of a picture that shows no handwriting at all.
bool isHardlyReadable(const formats::Page& page);

} // namespace longhand::app
