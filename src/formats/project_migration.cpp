#include "formats/project_migration.h"

#include <cmath>
#include <string>

#include "formats/project_pages.h"
#include "longhand/formats/project.h"

namespace longhand::formats
{

namespace
{

/// Version 1 had points as lists of pairs.
ProjectJson pointsOf1(const ProjectJson& pairs)
{
    std::vector<Point> points;
    for (const ProjectJson& pair : pairs)
        points.push_back({pair.at(0).get<double>(), pair.at(1).get<double>()});
    return pointsText(points);
}

/// Words and glyphs were objects of the same shape.
void migrateOutlines(ProjectJson& part)
{
    part["outline"] = pointsOf1(part.at("outline"));
    if (const auto baseline = part.find("baseline"); baseline != part.end())
        *baseline = pointsOf1(*baseline);
    if (const auto words = part.find("words"); words != part.end())
        for (ProjectJson& word : *words)
            migrateOutlines(word);
    if (const auto glyphs = part.find("glyphs"); glyphs != part.end()) {
        for (ProjectJson& glyph : *glyphs)
            glyph = ProjectJson::array({glyph.at("text"), glyph.at("confidence"), pointsOf1(glyph.at("outline"))});
    }
}

/// Version 1 knew neither checksums of pictures nor what a person decided about a page, and held a page's text as one
/// string for each line of the reading.
void migrate1to2(ProjectJson& project)
{
    project["writer"] = "";
    project["settings"] = ProjectJson::object();
    for (ProjectJson& page : project.at("pages")) {
        const ProjectJson image = page.at("image");
        const ProjectJson size = ProjectJson::array({image.at("width"), image.at("height")});
        page["name"] = image.at("name");
        page["picture"] = {{"path", image.at("path")},
                           {"index", image.at("index")},
                           {"sha256", ""},
                           {"bytes", 0},
                           {"modified", 0},
                           {"size", size}};
        page.erase("image");
        ProjectJson lines = page.at("lines");
        page.erase("lines");
        ProjectJson text = ProjectJson::array();
        int index = 0;
        for (ProjectJson& line : lines) {
            migrateOutlines(line);
            text.push_back({{"line", index++}, {"text", line.at("edited")}});
            line.erase("edited");
        }
        const bool wasRead = page.at("read").get<bool>();
        page.erase("read");
        page["state"] = wasRead ? "read" : "waiting";
        page["reason"] = "";
        page["corrected"] = false;
        page["rotation"] = 0;
        page["preprocessing"] = ProjectJson::object();
        page["writer"] = "";
        page["language"] = "";
        page["reading"] = {{"size", size}, {"lines", std::move(lines)}};
        page["text"] = std::move(text);
    }
    project["version"] = 2;
}

} // namespace

void migrateProject(nlohmann::ordered_json& project)
{
    if (project.at("version").get<int>() == 1)
        migrate1to2(project);
}

} // namespace longhand::formats
