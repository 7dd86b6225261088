#include "longhand/formats/export.h"

#include <array>

#include "formats/writers.h"

namespace longhand::formats
{

namespace
{

struct Entry {
    Format format;
    std::string_view name;
    std::string_view suffix;
};

constexpr std::array kFormats{
    Entry{Format::Txt, "txt", ".txt"},        Entry{Format::Markdown, "md", ".md"},
    Entry{Format::Json, "json", ".json"},     Entry{Format::Hocr, "hocr", ".hocr"},
    Entry{Format::Alto, "alto", ".alto.xml"}, Entry{Format::PageXml, "page", ".page.xml"},
    Entry{Format::Pdf, "pdf", ".pdf"},        Entry{Format::Odt, "odt", ".odt"},
    Entry{Format::Docx, "docx", ".docx"},
};

const Entry& entryOf(Format format)
{
    for (const Entry& entry : kFormats)
        if (entry.format == format)
            return entry;
    return kFormats.front();
}

} // namespace

std::optional<Format> formatFromName(std::string_view name)
{
    for (const Entry& entry : kFormats)
        if (entry.name == name)
            return entry.format;
    return std::nullopt;
}

std::string_view formatName(Format format)
{
    return entryOf(format).name;
}

std::string_view fileSuffix(Format format)
{
    return entryOf(format).suffix;
}

std::vector<Format> allFormats()
{
    std::vector<Format> formats;
    for (const Entry& entry : kFormats)
        formats.push_back(entry.format);
    return formats;
}

Result<std::string> serialize(const Document& document, Format format, const std::vector<RgbImage>& pictures)
{
    if (pictures.empty())
        return serialize(document, format, PictureOfPage());
    if (format == Format::Pdf && pictures.size() != document.pages.size())
        return Error{ErrorCode::InvalidInput, "A PDF needs one picture for every page: there are " +
                                                  std::to_string(pictures.size()) + " for " +
                                                  std::to_string(document.pages.size()) + " pages."};
    return serialize(document, format,
                     [&pictures](std::size_t page) -> Result<const RgbImage*> { return &pictures[page]; });
}

Result<std::string> serialize(const Document& document, Format format, const PictureOfPage& pictureOf)
{
    const std::string name(formatName(format));
    const bool onePage = format == Format::Alto || format == Format::PageXml;
    if (onePage && document.pages.size() > 1)
        return Error{ErrorCode::InvalidInput, "The format '" + name + "' holds one page a file, not " +
                                                  std::to_string(document.pages.size()) +
                                                  ". Write every page into a file of its own."};
    if ((onePage || format == Format::Pdf) && document.pages.empty())
        return Error{ErrorCode::InvalidInput,
                     "The format '" + name + "' cannot hold a document without pages. Add a page."};

    switch (format) {
    case Format::Txt:
        return writeText(document);
    case Format::Markdown:
        return writeMarkdown(document);
    case Format::Json:
        return writeJson(document);
    case Format::Hocr:
        return writeHocr(document);
    case Format::Alto:
        return writeAlto(document);
    case Format::PageXml:
        return writePageXml(document);
    case Format::Odt:
        return writeOdt(document);
    case Format::Docx:
        return writeDocx(document);
    case Format::Pdf:
        return writePdf(document, pictureOf);
    }
    return Error{ErrorCode::Internal, "There is no such output format."};
}

} // namespace longhand::formats
