#pragma once

#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "longhand/formats/import.h"
#include "temporary_folder.h"

namespace longhand::formats::test
{

/// Reads `xml` as a file of its own.
inline Result<Page> readXml(const std::string& xml)
{
    const longhand::test::TemporaryFolder folder;
    std::ofstream(folder / "a.xml", std::ios::binary) << xml;
    return readTranscription(folder / "a.xml");
}

inline std::vector<std::string> textsOf(const Page& page)
{
    std::vector<std::string> texts;
    for (const Line& line : page.lines)
        texts.push_back(line.text);
    return texts;
}

inline std::vector<std::string> idsOf(const Page& page)
{
    std::vector<std::string> ids;
    for (const Line& line : page.lines)
        ids.push_back(line.id);
    return ids;
}

} // namespace longhand::formats::test
