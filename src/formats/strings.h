#pragma once

#include <string>
#include <string_view>

#include <QString>

namespace longhand::formats
{

/// `utf8` as it can stand in one line of any format: line breaks and tabs become spaces, other control characters and
/// the code points XML forbids are dropped, ill-formed bytes become U+FFFD.
std::string printable(std::string_view utf8);
QString printableQt(std::string_view utf8);

/// 0..1; 0 for anything that is not a number.
double clampedConfidence(double confidence);

/// A number as the XML formats want it: a point, no exponent, at most `decimals` decimals, no trailing zeros.
QString numberText(double value, int decimals);

/// `tag` when it looks like a BCP 47 language tag, else empty.
QString languageTag(std::string_view tag);

} // namespace longhand::formats
