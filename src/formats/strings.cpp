#include "formats/strings.h"

#include <algorithm>
#include <cmath>

#include <QRegularExpression>

#include "longhand/text/unicode.h"

namespace longhand::formats
{

std::string printable(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    for (const char32_t c : text::toCodePoints(utf8)) {
        const bool lineBreak = (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
        const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE;
        if (lineBreak)
            out += ' ';
        else if (!control)
            out += text::toUtf8(c);
    }
    return out;
}

QString printableQt(std::string_view utf8)
{
    return QString::fromStdString(printable(utf8));
}

double clampedConfidence(double confidence)
{
    return std::isfinite(confidence) ? std::clamp(confidence, 0.0, 1.0) : 0.0;
}

QString numberText(double value, int decimals)
{
    QString number = QString::number(std::isfinite(value) ? value : 0.0, 'f', decimals);
    if (number.contains(u'.')) {
        while (number.endsWith(u'0'))
            number.chop(1);
        if (number.endsWith(u'.'))
            number.chop(1);
    }
    return number == QStringLiteral("-0") ? QStringLiteral("0") : number;
}

QString languageTag(std::string_view tag)
{
    static const QRegularExpression kTag(QStringLiteral("\\A[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\\z"));
    const QString language = printableQt(tag);
    return kTag.match(language).hasMatch() ? language : QString();
}

} // namespace longhand::formats
