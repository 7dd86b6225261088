#include "tiff_header.h"

#include <optional>
#include <set>

#include "byte_view.h"

namespace longhand::imaging
{

namespace
{

constexpr std::uint64_t kMaxPages = 10000;

enum Tag : std::uint64_t {
    kSubfileType = 254,
    kWidth = 256,
    kHeight = 257,
    kStripOffsets = 273,
    kOrientation = 274,
    kStripBytes = 279,
    kTileOffsets = 324,
    kTileBytes = 325,
};

ByteView::Order orderOf(std::string_view bytes)
{
    return bytes[0] == 'M' ? ByteView::Order::Big : ByteView::Order::Little;
}

/// The two layouts differ in the width of their counts and offsets only.
struct Layout {
    int countBytes;               ///< of a directory's entry count
    int offsetBytes;              ///< of offsets and value counts
    std::uint64_t firstDirectory; ///< where the offset of the first directory stands
    [[nodiscard]] std::uint64_t entryBytes() const { return 4 + 2 * static_cast<std::uint64_t>(offsetBytes); }
};
constexpr Layout kClassic{2, 4, 4};
constexpr Layout kBig{8, 8, 8};

std::optional<Layout> layoutOf(std::string_view bytes)
{
    using namespace std::string_view_literals;
    const auto start = bytes.substr(0, 4);
    if (start == "II*\0"sv || start == "MM\0*"sv)
        return kClassic;
    if (start == "II+\0"sv || start == "MM\0+"sv)
        return kBig;
    return std::nullopt;
}

int bytesOfType(std::uint64_t type)
{
    switch (type) {
    case 1:
        return 1;
    case 3:
        return 2;
    case 4:
    case 13:
        return 4;
    case 16:
    case 18:
        return 8;
    default:
        return 0; // text, fractions, signed and floating point values: nothing asked for here
    }
}

/// One tag of a directory, a list of unsigned numbers.
class Field
{
public:
    Field(ByteView& view, const Layout& layout, std::uint64_t entryAt) : m_view(view)
    {
        m_bytesEach = bytesOfType(view.u16(entryAt + 2));
        m_count = view.number(entryAt + 4, layout.offsetBytes);
        const auto width = static_cast<std::uint64_t>(layout.offsetBytes);
        const std::uint64_t valueAt = entryAt + 4 + width;
        const bool isInline = m_count <= width && m_count * static_cast<std::uint64_t>(m_bytesEach) <= width;
        m_at = isInline ? valueAt : view.number(valueAt, layout.offsetBytes);
    }
    /// 0 when the list runs past the end of the file.
    [[nodiscard]] std::uint64_t count() const
    {
        const auto each = static_cast<std::uint64_t>(m_bytesEach);
        return each > 0 && m_count <= m_view.size() && m_view.has(m_at, m_count * each) ? m_count : 0;
    }
    [[nodiscard]] std::uint64_t operator[](std::uint64_t i) const
    {
        return m_view.number(m_at + i * static_cast<std::uint64_t>(m_bytesEach), m_bytesEach);
    }
    [[nodiscard]] std::uint64_t first() const { return count() > 0 ? (*this)[0] : 0; }

private:
    ByteView& m_view;
    int m_bytesEach = 0;
    std::uint64_t m_count = 0;
    std::uint64_t m_at = 0;
};

struct Directory {
    PictureFrame frame;
    bool fullSize = true;
    bool whole = false; ///< all of its picture data is inside the file
    std::uint64_t next = 0;
};

Directory readDirectory(ByteView& view, const Layout& layout, std::uint64_t at)
{
    Directory directory;
    directory.frame.directoryOffset = at;
    const std::uint64_t entries = view.number(at, layout.countBytes);
    if (entries > view.size() / layout.entryBytes())
        return directory;
    std::optional<Field> offsets, sizes;
    std::uint64_t entryAt = at + static_cast<std::uint64_t>(layout.countBytes);
    for (std::uint64_t i = 0; i < entries && !view.overrun(); ++i, entryAt += layout.entryBytes()) {
        const std::uint64_t tag = view.u16(entryAt);
        const Field field(view, layout, entryAt);
        switch (tag) {
        case kSubfileType:
            directory.fullSize = (field.first() & 5) == 0; // neither a reduced copy nor a mask
            break;
        case kWidth:
            directory.frame.width = field.first();
            break;
        case kHeight:
            directory.frame.height = field.first();
            break;
        case kOrientation:
            directory.frame.orientation = static_cast<int>(field.first());
            break;
        case kStripOffsets:
        case kTileOffsets:
            offsets.emplace(field);
            break;
        case kStripBytes:
        case kTileBytes:
            sizes.emplace(field);
            break;
        default:
            break;
        }
    }
    directory.next = view.number(entryAt, layout.offsetBytes);
    if (!offsets || offsets->count() == 0)
        return directory;
    directory.whole = true;
    const bool sized = sizes && sizes->count() == offsets->count();
    for (std::uint64_t i = 0; i < offsets->count() && directory.whole; ++i)
        directory.whole = view.has((*offsets)[i], sized ? (*sizes)[i] : 1);
    return directory;
}

} // namespace

bool isTiff(std::string_view bytes)
{
    return layoutOf(bytes).has_value();
}

Result<PictureHeader> readTiffHeader(std::string_view bytes, const std::string& name)
{
    const auto damaged = [&] {
        return Error{ErrorCode::Damaged,
                     "Cannot read " + name + ": the file is cut off or damaged. Scan or copy it again."};
    };
    const std::optional<Layout> layout = layoutOf(bytes);
    if (!layout)
        return damaged();
    ByteView view(bytes, orderOf(bytes));
    PictureHeader header;
    header.format = PictureFormat::Tiff;
    std::set<std::uint64_t> seen; // a hostile file may chain its directories into a ring
    std::uint64_t at = view.number(layout->firstDirectory, layout->offsetBytes);
    while (at != 0 && seen.size() < kMaxPages && seen.insert(at).second) {
        const Directory directory = readDirectory(view, *layout, at);
        if (view.overrun() || !directory.whole)
            return damaged();
        if (directory.fullSize)
            header.frames.push_back(directory.frame);
        at = directory.next;
    }
    if (header.frames.empty())
        return damaged();
    return header;
}

int exifOrientation(std::string_view exif)
{
    const std::optional<Layout> layout = layoutOf(exif);
    if (!layout)
        return 1;
    ByteView view(exif, orderOf(exif));
    const int orientation =
        readDirectory(view, *layout, view.number(layout->firstDirectory, layout->offsetBytes)).frame.orientation;
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

} // namespace longhand::imaging
