#pragma once

#include <memory>

#include "longhand/formats/project.h"
#include "ui/page_model.h"

namespace longhand::ui
{

/// A page as the project file has it. Shares the reading, copies the text.
formats::ProjectPage toProjectPage(const PageItem& page);

/// The other way round; without an id. `pasted` is null for pictures in files.
std::unique_ptr<PageItem> fromProjectPage(const formats::ProjectPage& page, const QImage& pasted);

} // namespace longhand::ui
