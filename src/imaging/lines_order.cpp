#include <algorithm>

#include "imaging/lines_parts.h"

namespace longhand::imaging
{

std::vector<FoundLine> inReadingOrder(std::vector<MeasuredLine> lines, double /*sigmaPx*/)
{
    std::sort(lines.begin(), lines.end(),
              [](const MeasuredLine& a, const MeasuredLine& b) { return a.baselineMid < b.baselineMid; });
    std::vector<FoundLine> result;
    for (MeasuredLine& line : lines)
        result.push_back(std::move(line.line));
    return result;
}

} // namespace longhand::imaging
