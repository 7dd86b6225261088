#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <QXmlStreamReader>

#include "longhand/formats/document.h"

namespace longhand::formats
{

/// A line on its way from file to page, with the ids of the elements around it.
struct PlacedLine {
    Line line;
    std::vector<std::string> regions; ///< outermost first
};

/// Reads PAGE's or ALTO's <ReadingOrder>, the current element, to its end: the ids it refers to, first to last.
/// Ordered groups are sorted by their index, others keep the order of the file.
std::vector<std::string> readReadingOrder(QXmlStreamReader& xml);

/// The lines as `order` has them: each stands where the innermost element around it that `order` names stands, or the
/// line itself. What `order` leaves out follows in the order of the file.
std::vector<Line> inReadingOrder(std::vector<PlacedLine> lines, const std::vector<std::string>& order);

} // namespace longhand::formats
