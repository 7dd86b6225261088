#pragma once

#include <vector>

#include "longhand/base/geometry.h"
#include "longhand/base/result.h"
#include "longhand/imaging/preprocess.h"

namespace longhand::imaging
{

/// One text line in clean-page pixels.
struct FoundLine {
    Polygon outline;
    Polyline baseline; ///< left to right, at least two points
};

/// Finds text lines. Implementations are stateless and may be called from several threads.
class LineFinder
{
public:
    virtual ~LineFinder() = default;
    /// Lines in reading order; none for an empty page.
    virtual Result<std::vector<FoundLine>> find(const CleanPage& page) const = 0;
};

/// The classical finder: ridges of the blurred ink are rows of letters, the ink along them gives baseline and outline.
class InkLineFinder final : public LineFinder
{
public:
    Result<std::vector<FoundLine>> find(const CleanPage& page) const override;
};

} // namespace longhand::imaging
