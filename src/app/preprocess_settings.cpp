#include "longhand/app/preprocess_settings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <QString>

namespace longhand::app
{

namespace
{

constexpr std::array kMethods{"otsu", "sauvola", "adaptive-gaussian"}; // as in imaging::Binarization

/// Calls visit(step, key, value) for every parameter; `Options` may be const.
template <class Options, class Visit>
void forParameters(Options& o, Visit visit)
{
    visit("rectify", "enabled", o.rectify.enabled);
    visit("rectify", "minSheetArea", o.rectify.minSheetArea);
    visit("resize", "enabled", o.resize.enabled);
    visit("resize", "maxSidePx", o.resize.maxSidePx);
    visit("illumination", "enabled", o.illumination.enabled);
    visit("illumination", "windowShare", o.illumination.windowShare);
    visit("denoise", "enabled", o.denoise.enabled);
    visit("denoise", "medianPx", o.denoise.medianPx);
    visit("deskew", "enabled", o.deskew.enabled);
    visit("deskew", "maxSkewDeg", o.deskew.maxSkewDeg);
    visit("ruling", "enabled", o.ruling.enabled);
    visit("ruling", "minLengthShare", o.ruling.minLengthShare);
    visit("print", "enabled", o.print.enabled);
    visit("print", "fewestLetters", o.print.fewestLetters);
    visit("binarize", "method", o.binarize.method);
    visit("binarize", "windowShare", o.binarize.windowShare);
    visit("binarize", "k", o.binarize.k);
}

QJsonValue valueOf(bool value)
{
    return value;
}
QJsonValue valueOf(int value)
{
    return value;
}
QJsonValue valueOf(double value)
{
    return value;
}
QJsonValue valueOf(Binarization value)
{
    return QString::fromLatin1(kMethods[static_cast<std::size_t>(value)]);
}

void take(const QJsonValue& json, bool& value)
{
    value = json.toBool(value);
}
void take(const QJsonValue& json, int& value)
{
    value = json.toInt(value);
}
void take(const QJsonValue& json, double& value)
{
    value = json.toDouble(value);
}
void take(const QJsonValue& json, Binarization& value)
{
    const std::string name = json.toString().toStdString();
    const auto known = std::ranges::find(kMethods, std::string_view(name));
    if (known != kMethods.end())
        value = static_cast<Binarization>(known - kMethods.begin());
}

} // namespace

QJsonObject toJson(const PreprocessOptions& options)
{
    QJsonObject usual;
    const auto into = [](QJsonObject& all) {
        return [&all](const char* step, const char* key, const auto& value) {
            QJsonObject parameters = all[QLatin1String(step)].toObject();
            parameters[QLatin1String(key)] = valueOf(value);
            all[QLatin1String(step)] = parameters;
        };
    };
    const PreprocessOptions defaults;
    forParameters(defaults, into(usual));
    QJsonObject differing;
    forParameters(options, [&](const char* step, const char* key, const auto& value) {
        if (valueOf(value) != usual[QLatin1String(step)][QLatin1String(key)])
            into(differing)(step, key, value);
    });
    return differing;
}

PreprocessOptions preprocessFromJson(const QJsonObject& json)
{
    PreprocessOptions options;
    forParameters(options, [&json](const char* step, const char* key, auto& value) {
        take(json[QLatin1String(step)][QLatin1String(key)], value);
    });
    return options;
}

} // namespace longhand::app
