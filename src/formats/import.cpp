#include "longhand/formats/import.h"

#include "formats/readers.h"
#include "formats/xml_reading.h"

namespace longhand::formats
{

namespace
{

constexpr QStringView kPageRoot = u"PcGts";
constexpr QStringView kAltoRoot = u"alto";

Error otherXml(QStringView root)
{
    return {ErrorCode::Unsupported, "its root element is <" + root.left(60).toString().toStdString() +
                                        ">, which is not the transcription expected here. Export it as PAGE or ALTO."};
}

} // namespace

Result<Page> readPageXml(const std::filesystem::path& path)
{
    return readXmlFile(path, [](QXmlStreamReader& xml) -> Result<Page> {
        return xml.name() == kPageRoot ? readPageXmlRoot(xml) : otherXml(xml.name());
    });
}

Result<Page> readAlto(const std::filesystem::path& path)
{
    return readXmlFile(path, [&path](QXmlStreamReader& xml) -> Result<Page> {
        return xml.name() == kAltoRoot ? readAltoRoot(xml, path.parent_path()) : otherXml(xml.name());
    });
}

Result<Page> readTranscription(const std::filesystem::path& path)
{
    return readXmlFile(path, [&path](QXmlStreamReader& xml) -> Result<Page> {
        if (xml.name() == kPageRoot)
            return readPageXmlRoot(xml);
        if (xml.name() == kAltoRoot)
            return readAltoRoot(xml, path.parent_path());
        return otherXml(xml.name());
    });
}

} // namespace longhand::formats
