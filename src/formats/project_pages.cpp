#include "formats/project_pages.h"

#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "formats/strings.h"

namespace longhand::formats
{

namespace
{

struct StateName {
    ReadingState state;
    const char* name;
};
constexpr std::array kStates{StateName{ReadingState::Waiting, "waiting"}, StateName{ReadingState::Read, "read"},
                             StateName{ReadingState::Stopped, "stopped"}, StateName{ReadingState::Failed, "failed"}};

void appendCoordinate(std::string& text, double value)
{
    char digits[32];
    const double rounded = std::isfinite(value) ? std::round(value * 100) / 100 : 0.0;
    text.append(digits, std::to_chars(digits, digits + sizeof digits, rounded + 0.0).ptr); // no "-0"
}

/// One token where a list of numbers would be eight: a project has a million glyphs.
std::vector<Point> pointsFrom(const ProjectJson& json)
{
    const std::string& text = json.get_ref<const std::string&>();
    std::vector<Point> points;
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto number = [&](double& value) {
        const auto [rest, error] = std::from_chars(at, end, value);
        if (error != std::errc() || !std::isfinite(value))
            throw std::runtime_error("a point is no pair of numbers");
        at = rest;
    };
    while (at < end) {
        Point& point = points.emplace_back();
        number(point.x);
        if (at == end || *at++ != ',')
            throw std::runtime_error("a point is no pair of numbers");
        number(point.y);
        if (at < end && *at++ != ' ')
            throw std::runtime_error("points are not divided by spaces");
    }
    return points;
}

double share(double value)
{
    return std::round(clampedConfidence(value) * 10000) / 10000;
}

ProjectJson toJson(const Word& word)
{
    ProjectJson glyphs = ProjectJson::array();
    for (const Glyph& glyph : word.glyphs)
        glyphs.push_back({glyph.text, share(glyph.confidence), pointsText(glyph.outline)});
    return {{"text", word.text},
            {"confidence", share(word.confidence)},
            {"outline", pointsText(word.outline)},
            {"alternatives", word.alternatives},
            {"glyphs", std::move(glyphs)}};
}

ProjectJson toJson(const Line& line)
{
    ProjectJson words = ProjectJson::array();
    for (const Word& word : line.words)
        words.push_back(toJson(word));
    return {{"id", line.id},
            {"text", line.text},
            {"confidence", share(line.confidence)},
            {"outline", pointsText(line.outline)},
            {"baseline", pointsText(line.baseline)},
            {"alternatives", line.alternatives},
            {"words", std::move(words)}};
}

Word wordFromJson(const ProjectJson& json)
{
    Word word;
    word.text = json.at("text").get<std::string>();
    word.confidence = share(json.at("confidence").get<double>());
    word.outline = pointsFrom(json.at("outline"));
    word.alternatives = json.at("alternatives").get<std::vector<std::string>>();
    for (const ProjectJson& glyph : json.at("glyphs"))
        word.glyphs.push_back(
            {glyph.at(0).get<std::string>(), share(glyph.at(1).get<double>()), pointsFrom(glyph.at(2))});
    return word;
}

Line lineFromJson(const ProjectJson& json)
{
    Line line;
    line.id = json.at("id").get<std::string>();
    line.text = json.at("text").get<std::string>();
    line.confidence = share(json.at("confidence").get<double>());
    line.outline = pointsFrom(json.at("outline"));
    line.baseline = pointsFrom(json.at("baseline"));
    line.alternatives = json.at("alternatives").get<std::vector<std::string>>();
    for (const ProjectJson& word : json.at("words"))
        line.words.push_back(wordFromJson(word));
    return line;
}

/// What most paragraphs do not have is left out.
ProjectJson toJson(const ProjectParagraph& paragraph)
{
    ProjectJson json = {{"line", paragraph.line}, {"text", paragraph.text}};
    if (!paragraph.confirmed.empty())
        json["confirmed"] = paragraph.confirmed;
    if (paragraph.lineConfirmed)
        json["lineConfirmed"] = true;
    if (paragraph.pending)
        json["pending"] = true;
    if (paragraph.placed)
        json["placed"] = true;
    if (paragraph.newReading >= 0)
        json["newReading"] = paragraph.newReading;
    return json;
}

ProjectParagraph paragraphFromJson(const ProjectJson& json)
{
    ProjectParagraph paragraph;
    paragraph.line = json.at("line").get<int>();
    paragraph.text = json.at("text").get<std::string>();
    if (const auto confirmed = json.find("confirmed"); confirmed != json.end())
        paragraph.confirmed = confirmed->get<std::vector<std::pair<int, int>>>();
    paragraph.lineConfirmed = json.value("lineConfirmed", false);
    paragraph.pending = json.value("pending", false);
    paragraph.placed = json.value("placed", false);
    paragraph.newReading = json.value("newReading", -1);
    return paragraph;
}

ProjectJson sizeToJson(int widthPx, int heightPx)
{
    return ProjectJson::array({widthPx, heightPx});
}

std::string utf8(const std::filesystem::path& path)
{
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

std::filesystem::path fromUtf8(const std::string& text)
{
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

ProjectPicture pictureFromJson(const ProjectJson& json, const std::filesystem::path& folder)
{
    ProjectPicture picture;
    picture.file = (folder / fromUtf8(json.at("path").get<std::string>())).lexically_normal();
    picture.index = json.at("index").get<int>();
    picture.sha256 = json.at("sha256").get<std::string>();
    picture.sizeBytes = json.at("bytes").get<std::uint64_t>();
    picture.modifiedMs = json.at("modified").get<std::int64_t>();
    if (picture.index < 0)
        throw std::runtime_error("a page number is negative");
    return picture;
}

} // namespace

std::string pointsText(const std::vector<Point>& points)
{
    std::string text;
    text.reserve(points.size() * 14);
    for (const Point& point : points) {
        if (!text.empty())
            text += ' ';
        appendCoordinate(text, point.x);
        text += ',';
        appendCoordinate(text, point.y);
    }
    return text;
}

ProjectJson toJson(const ProjectPage& page, const std::filesystem::path& folder)
{
    ProjectJson json = {{"name", page.name}};
    const std::filesystem::path relative = page.picture.file.lexically_relative(folder);
    json["picture"] = {{"path", utf8(relative.empty() ? page.picture.file : relative)},
                       {"index", page.picture.index},
                       {"sha256", page.picture.sha256},
                       {"bytes", page.picture.sizeBytes},
                       {"modified", page.picture.modifiedMs},
                       {"size", sizeToJson(page.widthPx, page.heightPx)}};
    for (const StateName& named : kStates)
        if (named.state == page.state)
            json["state"] = named.name;
    json["reason"] = page.reason;
    json["corrected"] = page.corrected;
    json["rotation"] = page.rotationDeg;
    json["preprocessing"] = ProjectJson::parse(page.preprocessing, nullptr, false);
    if (!json["preprocessing"].is_object())
        json["preprocessing"] = ProjectJson::object();
    json["writer"] = page.writer;
    json["language"] = page.language;
    if (!page.reading)
        return json;
    ProjectJson lines = ProjectJson::array();
    for (const Line& line : page.reading->lines)
        lines.push_back(toJson(line));
    json["reading"] = {{"size", sizeToJson(page.reading->widthPx, page.reading->heightPx)},
                       {"lines", std::move(lines)}};
    ProjectJson text = ProjectJson::array();
    for (const ProjectParagraph& paragraph : page.text)
        text.push_back(toJson(paragraph));
    json["text"] = std::move(text);
    return json;
}

ProjectPage pageFromJson(const ProjectJson& json, const std::filesystem::path& folder)
{
    ProjectPage page;
    page.name = json.at("name").get<std::string>();
    const ProjectJson& picture = json.at("picture");
    page.picture = pictureFromJson(picture, folder);
    page.widthPx = picture.at("size").at(0).get<int>();
    page.heightPx = picture.at("size").at(1).get<int>();
    const std::string state = json.at("state").get<std::string>();
    const auto* named =
        std::find_if(kStates.begin(), kStates.end(), [&](const StateName& s) { return s.name == state; });
    if (named == kStates.end())
        throw std::runtime_error("there is no state \"" + state + "\"");
    page.state = named->state;
    page.reason = json.at("reason").get<std::string>();
    page.corrected = json.at("corrected").get<bool>();
    page.rotationDeg = json.at("rotation").get<int>();
    if (page.rotationDeg % 90 != 0 || page.rotationDeg < 0 || page.rotationDeg >= 360)
        throw std::runtime_error("a page is turned by " + std::to_string(page.rotationDeg) + " degrees");
    page.preprocessing = json.at("preprocessing").dump();
    page.writer = json.at("writer").get<std::string>();
    page.language = json.at("language").get<std::string>();
    if (page.state != ReadingState::Read)
        return page;
    const ProjectJson& readingJson = json.at("reading");
    auto reading = std::make_shared<Page>();
    const std::u8string imageName = page.picture.file.filename().u8string();
    reading->imageName = std::string(imageName.begin(), imageName.end());
    reading->imagePath = page.picture.file.string();
    reading->imageIndex = page.picture.index;
    reading->widthPx = readingJson.at("size").at(0).get<int>();
    reading->heightPx = readingJson.at("size").at(1).get<int>();
    for (const ProjectJson& line : readingJson.at("lines"))
        reading->lines.push_back(lineFromJson(line));
    page.reading = std::move(reading);
    for (const ProjectJson& entry : json.at("text"))
        page.text.push_back(paragraphFromJson(entry));
    return page;
}

} // namespace longhand::formats
