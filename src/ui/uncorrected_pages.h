#pragma once

#include <string>
#include <vector>

#include "longhand/app/uncorrected_lines.h"

namespace longhand::ui
{

class PageModel;

/// The open pages of a writer with the lines on them that nobody has corrected.
std::vector<app::UncorrectedPage> uncorrectedPages(const PageModel& pages, const std::string& writer);
/// Their number.
int uncorrectedLines(const PageModel& pages, const std::string& writer);

} // namespace longhand::ui
