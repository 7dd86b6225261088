#pragma once

#include <vector>

#include "longhand/base/geometry.h"
#include "longhand/base/result.h"
#include "longhand/imaging/line_finder.h"
#include "longhand/imaging/preprocess.h"

namespace longhand::imaging
{

/// The line of writing along `baseline`, which a person drew about right: its baseline is moved onto the feet of the
/// letters, its outline grown around the ink that hangs together with them. `others` are baselines of neighbouring
/// lines, which the outline does not reach. Any direction; clean-page pixels. On a page without ink the outline is a
/// band. InvalidInput: the baseline has no length.
Result<FoundLine> growOutline(const CleanPage& page, const Polyline& baseline,
                              const std::vector<Polyline>& others = {});

} // namespace longhand::imaging
