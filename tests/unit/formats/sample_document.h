#pragma once

#include <filesystem>
#include <string>

#include "longhand/base/files.h"
#include "longhand/formats/document.h"

namespace longhand::formats::test
{

/// Every field of the model filled, whole pixels, and everything that needs escaping somewhere.
inline Page samplePage()
{
    Page page;
    page.imageName = "O'Neill \"<&>\" Brief né.jpg";
    page.imagePath = "scans/O'Neill \"<&>\" Brief né.jpg";
    page.widthPx = 1000;
    page.heightPx = 800;

    Word first{"Grüße", 0.9375, {{100, 90}, {300, 95}, {300, 145}, {100, 140}}, {}, {"Grüsse", "Größe"}};
    const char* letters[] = {"G", "r", "ü", "ß", "e"};
    for (int i = 0; i < 5; ++i) {
        const double x = 100 + 40 * i;
        first.glyphs.push_back({letters[i], 0.5 + 0.1 * i, {{x, 90}, {x + 40, 90}, {x + 40, 140}, {x, 140}}});
    }
    Word second{"à", 0.75, {{320, 95}, {350, 95}, {350, 145}, {320, 145}}, {}, {}};
    Word third{"<l'œuvre>&\"€\"", 0.5, {{380, 96}, {780, 100}, {780, 150}, {380, 146}}, {}, {}};
    page.lines.push_back({"l1",
                          "Grüße à <l'œuvre>&\"€\"",
                          0.875,
                          {{90, 80}, {800, 90}, {800, 160}, {90, 150}},
                          {{100, 140}, {450, 142}, {790, 150}},
                          {first, second, third},
                          {"Grüsse à l'œuvre", "Größe à <l'oeuvre>"}});
    page.lines.push_back({"l2",
                          "second line",
                          0.25,
                          {{90, 180}, {500, 180}, {500, 240}, {90, 240}},
                          {{90, 230}, {500, 230}},
                          {{"second", 0.2, {{90, 185}, {280, 185}, {280, 240}, {90, 240}}, {}, {}},
                           {"line", 0.3, {{300, 185}, {500, 185}, {500, 240}, {300, 240}}, {}, {}}},
                          {}});
    return page;
}

inline Document sampleDocument()
{
    Document document;
    document.modelName = "modern <1>";
    document.language = "de-AT";
    document.pages.push_back(samplePage());
    return document;
}

inline Document twoPages()
{
    Document document = sampleDocument();
    Page second;
    second.imageName = "second.jpg";
    second.widthPx = 400;
    second.heightPx = 600;
    second.lines.push_back({"l1", "on the other page", 1, {{10, 10}, {390, 10}, {390, 60}, {10, 60}}, {}, {}, {}});
    document.pages.push_back(second);
    return document;
}

/// Control characters, a forbidden code point and broken UTF-8, between the letters a to e.
inline Document nastyDocument()
{
    Document document;
    Page page;
    page.imageName = "na\x01me\xFF.jpg";
    page.widthPx = 100;
    page.heightPx = 100;
    const std::string nasty = std::string("a\0b", 3) + "\x1b[c\xEF\xBF\xBE" + "d\n\xC3" + "e";
    page.lines.push_back({"", nasty, 0.5, {}, {}, {{nasty, 0.5, {}, {{nasty, 0.5, {}}}, {nasty}}}, {nasty}});
    document.pages.push_back(page);
    return document;
}
/// What is left of it.
inline const std::string kNastyCleaned = "ab[cd \xEF\xBF\xBD"
                                         "e";

} // namespace longhand::formats::test
