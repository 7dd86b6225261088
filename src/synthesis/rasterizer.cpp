#include "synthesis/rasterizer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace longhand::synthesis
{

namespace
{

constexpr double kUnitsPerPixel = 64;
/// FreeType counts points and contours with a short.
constexpr std::size_t kMaxPoints = std::numeric_limits<short>::max();

void darken(int y, int count, const FT_Span* spans, void* user)
{
    auto& coverage = *static_cast<cv::Mat1b*>(user);
    // FreeType's y axis points upwards, the picture's downwards; the polygons were turned over before.
    std::uint8_t* row = coverage.ptr(y);
    for (const FT_Span* span = spans; span != spans + count; ++span) {
        std::uint8_t* first = row + span->x;
        std::transform(first, first + span->len, first, [span](std::uint8_t c) { return std::max(c, span->coverage); });
    }
}

} // namespace

struct Rasterizer::State {
    FT_Library library = nullptr;
    std::vector<FT_Vector> points;
    std::vector<char> tags;
    std::vector<short> contours;

    State()
    {
        if (FT_Init_FreeType(&library) != 0)
            throw std::bad_alloc();
    }
    ~State() { FT_Done_FreeType(library); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

Rasterizer::Rasterizer() : m_state(std::make_unique<State>()) {}
Rasterizer::Rasterizer(Rasterizer&&) noexcept = default;
Rasterizer& Rasterizer::operator=(Rasterizer&&) noexcept = default;
Rasterizer::~Rasterizer() = default;

void Rasterizer::fill(const std::vector<Polygon>& polygons, const Placement& placement, cv::Mat1b& coverage) const
{
    State& state = *m_state;
    state.points.clear();
    state.contours.clear();
    for (const Polygon& polygon : polygons) {
        if (polygon.size() < 3 || state.points.size() + polygon.size() > kMaxPoints)
            continue;
        for (const Point& p : polygon)
            state.points.push_back({std::lround((p.x * placement.scale + placement.offset.x) * kUnitsPerPixel),
                                    std::lround((p.y * placement.scale + placement.offset.y) * kUnitsPerPixel)});
        state.contours.push_back(static_cast<short>(state.points.size() - 1));
    }
    if (state.contours.empty())
        return;
    state.tags.assign(state.points.size(), FT_CURVE_TAG_ON);
    FT_Outline outline{};
    outline.n_contours = static_cast<short>(state.contours.size());
    outline.n_points = static_cast<short>(state.points.size());
    outline.points = state.points.data();
    outline.tags = state.tags.data();
    outline.contours = state.contours.data();
    FT_Raster_Params parameters{};
    parameters.source = &outline;
    parameters.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP;
    parameters.gray_spans = darken;
    parameters.user = &coverage;
    parameters.clip_box = {0, 0, coverage.cols, coverage.rows};
    // Fails for lack of memory only; the letter is then missing as if the ink had run dry.
    static_cast<void>(FT_Outline_Render(state.library, &outline, &parameters));
}

} // namespace longhand::synthesis
