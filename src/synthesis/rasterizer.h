#pragma once

#include <memory>
#include <vector>

#include <opencv2/core.hpp>

#include "longhand/base/geometry.h"

namespace longhand::synthesis
{

/// From polygons to pixels: position in pixels = polygon point * scale + offset.
struct Placement {
    double scale = 1;
    Point offset;
};

/// Fills polygons with smooth edges (FreeType's scan converter). One thread at a time.
class Rasterizer
{
public:
    Rasterizer();
    Rasterizer(Rasterizer&&) noexcept;
    Rasterizer& operator=(Rasterizer&&) noexcept;
    ~Rasterizer();

    /// Darkens `coverage` (0 untouched, 255 covered) where the polygons lie; non-zero winding rule. What is darker
    /// already stays: touching letters leave no seam.
    void fill(const std::vector<Polygon>& polygons, const Placement& placement, cv::Mat1b& coverage) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace longhand::synthesis
