#include "formats/reading_order.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <unordered_map>

#include "formats/xml_reading.h"

namespace longhand::formats
{

namespace
{

using namespace Qt::StringLiterals;

/// A group, or the reading order itself: PAGE's RegionRef(Indexed), ALTO's ElementRef, and groups within groups.
std::vector<std::string> readGroup(QXmlStreamReader& xml, int depth)
{
    struct Member {
        int index;
        std::vector<std::string> ids;
    };
    std::vector<Member> members;
    if (depth > kMaxNesting) {
        xml.raiseError(u"the reading order is nested too deeply"_s);
        return {};
    }
    const bool ordered = !xml.name().startsWith(u"Unordered");
    while (xml.readNextStartElement()) {
        const QXmlStreamAttributes attributes = xml.attributes();
        bool hasIndex = false;
        const int index = attributes.value(u"index"_s).toInt(&hasIndex);
        Member member{hasIndex && ordered ? index : 0, {}};
        // ALTO's REF is a list of ids.
        const QStringView references =
            attributes.hasAttribute(u"REF"_s) ? attributes.value(u"REF"_s) : attributes.value(u"regionRef"_s);
        for (const QStringView id : references.split(u' ', Qt::SkipEmptyParts))
            member.ids.push_back(id.toString().toStdString());
        std::vector<std::string> inner = readGroup(xml, depth + 1);
        std::move(inner.begin(), inner.end(), std::back_inserter(member.ids));
        members.push_back(std::move(member));
    }
    std::stable_sort(members.begin(), members.end(),
                     [](const Member& a, const Member& b) { return a.index < b.index; });
    std::vector<std::string> ids;
    for (Member& member : members)
        std::move(member.ids.begin(), member.ids.end(), std::back_inserter(ids));
    return ids;
}

} // namespace

std::vector<std::string> readReadingOrder(QXmlStreamReader& xml)
{
    return readGroup(xml, 0);
}

std::vector<Line> inReadingOrder(std::vector<PlacedLine> lines, const std::vector<std::string>& order)
{
    std::unordered_map<std::string, std::size_t> places;
    for (const std::string& id : order)
        places.emplace(id, places.size());
    const auto placeOf = [&places](const PlacedLine& placed) {
        if (const auto found = places.find(placed.line.id); found != places.end())
            return found->second;
        for (auto region = placed.regions.rbegin(); region != placed.regions.rend(); ++region)
            if (const auto found = places.find(*region); found != places.end())
                return found->second;
        return std::numeric_limits<std::size_t>::max();
    };
    std::stable_sort(lines.begin(), lines.end(),
                     [&](const PlacedLine& a, const PlacedLine& b) { return placeOf(a) < placeOf(b); });
    std::vector<Line> sorted;
    sorted.reserve(lines.size());
    for (PlacedLine& placed : lines)
        sorted.push_back(std::move(placed.line));
    return sorted;
}

} // namespace longhand::formats
