#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include <QXmlStreamReader>

#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::formats
{

/// Elements nested deeper than any transcription are an attack or an accident.
constexpr int kMaxNesting = 100;

/// Opens an XML file, checks that it declares no entities, stops at the root element and hands it to `readRoot`, which
/// reads to its end; then checks that nothing but the end of the file follows. `readRoot` reports what it cannot use by
/// QXmlStreamReader::raiseError() (Damaged) or by its own result.
Result<Page> readXmlFile(const std::filesystem::path& path,
                         const std::function<Result<Page>(QXmlStreamReader&)>& readRoot);

/// One line of text as the document model wants it: NFC, line breaks as spaces, trimmed.
std::string normalText(const QString& text);
/// The text of the current element, child elements left out.
std::string readText(QXmlStreamReader& xml);

/// "x,y x,y", "x y x y" or any mixture. Raises an error for what is not a list of number pairs.
std::vector<Point> readPoints(QXmlStreamReader& xml, QStringView list);
/// Raises an error for what is not a usable coordinate.
double readCoordinate(QXmlStreamReader& xml, QStringView number);
/// A side of the page; 0 where it is missing.
double readSide(QXmlStreamReader& xml, QStringView number);
/// 0 where it is missing or no number.
double readConfidence(QStringView number);

/// The part after the last slash or backslash.
std::string fileNameOf(const QString& path);

/// Fills in missing ids and tells repeated ones apart.
void makeIdsUnique(std::vector<Line>& lines);

/// The words' texts joined by spaces.
std::string joinedWords(const std::vector<Word>& words);

} // namespace longhand::formats
