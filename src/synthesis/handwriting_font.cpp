#include "synthesis/handwriting_font.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <hb-ft.h>
#include <hb.h>

#include "longhand/base/files.h"

namespace longhand::synthesis
{

namespace
{

constexpr unsigned kPixelsPerEm = 64; ///< with FreeType's 1/64 pixels: 4096 units
constexpr FT_Int32 kLoadFlags = FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;
constexpr double kEdgeLength = 0.07; ///< x-heights; short enough that bending the polygons shows no corners
constexpr int kMaxEdgesPerCurve = 24;
/// A thinner pen makes the outlines of a font cross themselves sooner or later.
constexpr double kThinnest = -0.45;
constexpr std::uintmax_t kMaxFontBytes = std::uintmax_t{64} << 20;
constexpr std::u32string_view kNeeded = U"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

struct FaceDeleter {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
struct LibraryDeleter {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct ShaperDeleter {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
struct BufferDeleter {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

bool isSpace(char32_t c)
{
    return c == U' ' || c == U'\u00A0';
}

/// Collects the curves FreeType hands out, cut into short edges.
class Flattener
{
public:
    Flattener(double unitsPerXHeight, std::vector<Polygon>& polygons)
        : m_scale(1 / unitsPerXHeight), m_polygons(polygons)
    {
    }

    void moveTo(Point p)
    {
        m_polygons.emplace_back().push_back(p);
        m_last = p;
    }
    void lineTo(Point p)
    {
        curve(distance(m_last, p), [from = m_last, p](double t) { return mix(from, p, t); });
    }
    void quadraticTo(Point control, Point p)
    {
        curve(distance(m_last, control) + distance(control, p),
              [from = m_last, control, p](double t) { return mix(mix(from, control, t), mix(control, p, t), t); });
    }
    void cubicTo(Point a, Point b, Point p)
    {
        curve(distance(m_last, a) + distance(a, b) + distance(b, p), [from = m_last, a, b, p](double t) {
            const Point middle = mix(a, b, t);
            return mix(mix(mix(from, a, t), middle, t), mix(middle, mix(b, p, t), t), t);
        });
    }
    [[nodiscard]] Point fromFreeType(const FT_Vector* v) const
    {
        return {static_cast<double>(v->x) * m_scale, -static_cast<double>(v->y) * m_scale};
    }

private:
    static Point mix(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }
    static double distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

    template <class At>
    void curve(double length, const At& at)
    {
        const int edges = std::clamp(static_cast<int>(std::ceil(length / kEdgeLength)), 1, kMaxEdgesPerCurve);
        for (int i = 1; i <= edges; ++i)
            m_polygons.back().push_back(at(static_cast<double>(i) / edges));
        m_last = m_polygons.back().back();
    }

    double m_scale;
    std::vector<Polygon>& m_polygons;
    Point m_last;
};

Flattener& flattener(void* user)
{
    return *static_cast<Flattener*>(user);
}

const FT_Outline_Funcs kFlatten = {[](const FT_Vector* to, void* user) {
                                       flattener(user).moveTo(flattener(user).fromFreeType(to));
                                       return 0;
                                   },
                                   [](const FT_Vector* to, void* user) {
                                       flattener(user).lineTo(flattener(user).fromFreeType(to));
                                       return 0;
                                   },
                                   [](const FT_Vector* control, const FT_Vector* to, void* user) {
                                       flattener(user).quadraticTo(flattener(user).fromFreeType(control),
                                                                   flattener(user).fromFreeType(to));
                                       return 0;
                                   },
                                   [](const FT_Vector* a, const FT_Vector* b, const FT_Vector* to, void* user) {
                                       Flattener& f = flattener(user);
                                       f.cubicTo(f.fromFreeType(a), f.fromFreeType(b), f.fromFreeType(to));
                                       return 0;
                                   },
                                   0,
                                   0};

} // namespace

struct HandwritingFont::State {
    std::string bytes; ///< FreeType reads from it as long as the face lives
    std::unique_ptr<std::remove_pointer_t<FT_Library>, LibraryDeleter> library;
    std::unique_ptr<std::remove_pointer_t<FT_Face>, FaceDeleter> face;
    std::unique_ptr<hb_font_t, ShaperDeleter> shaper;
    std::unique_ptr<hb_buffer_t, BufferDeleter> buffer;
    std::string name;
    double unitsPerXHeight = 1;
    double penWidth = 0;
    double ascent = 0;
    double descent = 0;
    double spaceWidth = 0;
    bool joined = false;
    mutable std::map<char32_t, bool> drawable;

    [[nodiscard]] bool load(unsigned glyph) const { return FT_Load_Glyph(face.get(), glyph, kLoadFlags) == 0; }
    [[nodiscard]] bool canDraw(char32_t c) const;
    /// Empty box for what cannot be loaded.
    [[nodiscard]] FT_BBox boxOf(char32_t c) const;
    /// The largest of `measure` over the letters, in x-heights.
    template <class Measure>
    [[nodiscard]] double largest(std::u32string_view letters, const Measure& measure) const
    {
        double result = 0;
        for (const char32_t c : letters)
            result = std::max(result, static_cast<double>(measure(boxOf(c))) / unitsPerXHeight);
        return result;
    }
};

bool HandwritingFont::State::canDraw(char32_t c) const
{
    const auto known = drawable.find(c);
    if (known != drawable.end())
        return known->second;
    const unsigned glyph = FT_Get_Char_Index(face.get(), c);
    const bool can = glyph != 0 && load(glyph) && face->glyph->format == FT_GLYPH_FORMAT_OUTLINE &&
                     (isSpace(c) || face->glyph->outline.n_points > 2);
    drawable.emplace(c, can);
    return can;
}

FT_BBox HandwritingFont::State::boxOf(char32_t c) const
{
    FT_BBox box{};
    if (load(FT_Get_Char_Index(face.get(), c)))
        FT_Outline_Get_CBox(&face->glyph->outline, &box);
    return box;
}

HandwritingFont::HandwritingFont(std::unique_ptr<State> state) : m_state(std::move(state)) {}
HandwritingFont::HandwritingFont(HandwritingFont&&) noexcept = default;
HandwritingFont& HandwritingFont::operator=(HandwritingFont&&) noexcept = default;
HandwritingFont::~HandwritingFont() = default;

Result<HandwritingFont> HandwritingFont::open(const std::filesystem::path& file)
{
    auto bytes = readFile(file, kMaxFontBytes);
    if (!bytes)
        return bytes.error();
    const auto refuse = [&file](const char* why) {
        return Error{ErrorCode::Damaged,
                     "Cannot use the font " + quoted(file) + ": " + why + ". Install it again or take it away."};
    };
    auto state = std::make_unique<State>();
    state->bytes = std::move(*bytes);
    state->name = file.stem().string();
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        return Error{ErrorCode::Internal, "FreeType does not start; there may be too little memory."};
    state->library.reset(library);
    FT_Face face = nullptr;
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(state->bytes.data()),
                           static_cast<FT_Long>(state->bytes.size()), 0, &face) != 0)
        return refuse("it is no font file, or it is damaged");
    state->face.reset(face);
    if (!FT_IS_SCALABLE(face) || FT_Set_Pixel_Sizes(face, 0, kPixelsPerEm) != 0 ||
        FT_Select_Charmap(face, FT_ENCODING_UNICODE) != 0)
        return refuse("it holds no outlines for Unicode text");
    if (!std::all_of(kNeeded.begin(), kNeeded.end(), [&](char32_t c) { return state->canDraw(c); }))
        return refuse("it lacks some of the letters from a to z or A to Z");

    state->unitsPerXHeight = static_cast<double>(state->boxOf(U'x').yMax);
    if (state->unitsPerXHeight <= 0)
        return refuse("its small x has no height");
    state->shaper.reset(hb_ft_font_create_referenced(face));
    hb_ft_font_set_load_flags(state->shaper.get(), kLoadFlags);
    state->buffer.reset(hb_buffer_create());

    HandwritingFont font(std::move(state));
    font.m_state->ascent = font.m_state->largest(U"bdfhklT", [](const FT_BBox& box) { return box.yMax; });
    font.m_state->descent = font.m_state->largest(U"gjpqy", [](const FT_BBox& box) { return -box.yMin; });
    if (font.m_state->load(FT_Get_Char_Index(face, U' ')))
        font.m_state->spaceWidth = static_cast<double>(face->glyph->advance.x) / font.m_state->unitsPerXHeight;

    // A stroke's area is its length times its width, and its outline about twice its length.
    double area = 0;
    double length = 0;
    for (const char32_t c : std::u32string_view(U"nolit")) {
        for (const Polygon& polygon : font.outline(FT_Get_Char_Index(face, c), 0)) {
            for (std::size_t i = 0; i < polygon.size(); ++i) {
                const Point a = polygon[i];
                const Point b = polygon[(i + 1) % polygon.size()];
                area += (a.x * b.y - b.x * a.y) / 2;
                length += std::hypot(b.x - a.x, b.y - a.y);
            }
        }
    }
    font.m_state->penWidth = length > 0 ? 2 * std::abs(area) / length : 0;

    int touching = 0;
    const auto glyphs = font.shape(U"nummi");
    for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) {
        const auto rightmost = [&](const Glyph& glyph, double sign) {
            double edge = -std::numeric_limits<double>::infinity();
            for (const Polygon& polygon : font.outline(glyph.index, 0))
                for (const Point& p : polygon)
                    edge = std::max(edge, sign * (p.x + glyph.offset.x));
            return edge;
        };
        touching += rightmost(glyphs[i], 1) >= glyphs[i].advance - rightmost(glyphs[i + 1], -1) ? 1 : 0;
    }
    font.m_state->joined = touching >= 3;
    return font;
}

const std::string& HandwritingFont::name() const
{
    return m_state->name;
}

double HandwritingFont::penWidth() const
{
    return m_state->penWidth;
}

double HandwritingFont::ascent() const
{
    return m_state->ascent;
}

double HandwritingFont::descent() const
{
    return m_state->descent;
}

double HandwritingFont::spaceWidth() const
{
    return m_state->spaceWidth;
}

bool HandwritingFont::isJoined() const
{
    return m_state->joined;
}

bool HandwritingFont::covers(std::u32string_view text) const
{
    return std::all_of(text.begin(), text.end(), [this](char32_t c) { return m_state->canDraw(c); });
}

std::vector<Glyph> HandwritingFont::shape(std::u32string_view text) const
{
    hb_buffer_t* buffer = m_state->buffer.get();
    hb_buffer_reset(buffer);
    hb_buffer_add_utf32(buffer, reinterpret_cast<const std::uint32_t*>(text.data()), static_cast<int>(text.size()), 0,
                        static_cast<int>(text.size()));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, hb_language_from_string("en", -1));
    hb_shape(m_state->shaper.get(), buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<Glyph> glyphs;
    glyphs.reserve(count);
    const double scale = 1 / m_state->unitsPerXHeight;
    for (unsigned i = 0; i < count; ++i)
        glyphs.push_back({infos[i].codepoint,
                          infos[i].cluster,
                          {positions[i].x_offset * scale, -positions[i].y_offset * scale},
                          positions[i].x_advance * scale});
    return glyphs;
}

std::vector<Polygon> HandwritingFont::outline(unsigned glyphIndex, double extraWidth) const
{
    std::vector<Polygon> polygons;
    if (!m_state->load(glyphIndex) || m_state->face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
        return polygons;
    FT_Outline* outline = &m_state->face->glyph->outline;
    const double extra = std::max(extraWidth, kThinnest * m_state->penWidth);
    const auto strength = std::lround(extra * m_state->unitsPerXHeight);
    if (strength != 0) {
        FT_Outline_Embolden(outline, strength);
        FT_Outline_Translate(outline, -strength / 2, -strength / 2);
    }
    Flattener sink(m_state->unitsPerXHeight, polygons);
    FT_Outline_Decompose(outline, &kFlatten, &sink);
    return polygons;
}

} // namespace longhand::synthesis
