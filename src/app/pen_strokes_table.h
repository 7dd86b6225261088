#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "longhand/base/result.h"
#include "longhand/training/pen_strokes.h"

namespace longhand::app
{

struct PenStrokesRow {
    std::string id, split, writer, language, text;
    training::PenStrokes strokes;
};

/// A table of lines as pen strokes, plain or gzip: tab separated, header `id split writer lang text strokes`, UTF-8.
/// Rows that are broken are named in `skipped`. Errors: NotFound, NoPermission, Damaged (no such header, or a damaged
/// gzip file).
Result<std::vector<PenStrokesRow>> readPenStrokesTable(const std::filesystem::path& path,
                                                       std::vector<std::string>& skipped);

} // namespace longhand::app
