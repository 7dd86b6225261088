#include <cmath>
#include <string>

#include <nlohmann/json.hpp>

#include "formats/strings.h"
#include "formats/writers.h"

namespace longhand::formats
{

namespace
{

// Keys keep the order in which they are written, so that the file reads as docs/formats.md describes it.
using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 1;

/// Hundredths of a pixel are finer than anything that was measured.
double coordinate(double value)
{
    return std::isfinite(value) ? std::round(value * 100) / 100 : 0.0;
}

Json points(const std::vector<Point>& polygon)
{
    Json list = Json::array();
    for (const Point& p : polygon)
        list.push_back({coordinate(p.x), coordinate(p.y)});
    return list;
}

double confidence(double value)
{
    return std::round(clampedConfidence(value) * 10000) / 10000;
}

Json toJson(const Glyph& glyph)
{
    return {{"text", glyph.text}, {"confidence", confidence(glyph.confidence)}, {"outline", points(glyph.outline)}};
}

Json toJson(const Word& word)
{
    Json glyphs = Json::array();
    for (const Glyph& glyph : word.glyphs)
        glyphs.push_back(toJson(glyph));
    return {{"text", word.text},
            {"confidence", confidence(word.confidence)},
            {"outline", points(word.outline)},
            {"alternatives", word.alternatives},
            {"glyphs", std::move(glyphs)}};
}

Json toJson(const Line& line)
{
    Json words = Json::array();
    for (const Word& word : line.words)
        words.push_back(toJson(word));
    return {{"id", line.id},
            {"text", line.text},
            {"confidence", confidence(line.confidence)},
            {"outline", points(line.outline)},
            {"baseline", points(line.baseline)},
            {"alternatives", line.alternatives},
            {"words", std::move(words)}};
}

Json toJson(const Page& page)
{
    Json lines = Json::array();
    for (const Line& line : page.lines)
        lines.push_back(toJson(line));
    return {{"image",
             {{"name", page.imageName},
              {"path", page.imagePath},
              {"index", page.imageIndex},
              {"width", page.widthPx},
              {"height", page.heightPx}}},
            {"lines", std::move(lines)}};
}

std::string dump(const Json& json)
{
    return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string writeJson(const Document& document)
{
    const Json root = {{"format", "longhand-document"}, {"version", kSchemaVersion},     {"creator", document.creator},
                       {"model", document.modelName},   {"language", document.language}, {"pages", Json::array()}};
    std::string text = dump(root) + '\n';
    if (document.pages.empty())
        return text;
    // One page after the other: as a tree, a page takes many times the memory it has in the file.
    const std::size_t place = text.rfind("[]") + 1;
    const std::string end = "\n " + text.substr(place);
    text.resize(place);
    for (const Page& page : document.pages) {
        text += text.back() == '[' ? "\n  " : ",\n  ";
        for (const char c : dump(toJson(page))) {
            text += c;
            if (c == '\n') // never within a string, where it is escaped
                text += "  ";
        }
    }
    return text + end;
}

} // namespace longhand::formats
