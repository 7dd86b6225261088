#pragma once

#include <filesystem>

#include <QSqlError>

#include "longhand/base/result.h"

namespace longhand::feedback
{

/// What went wrong with the store in `file`, as a sentence with its remedy.
Error describe(const QSqlError& error, const std::filesystem::path& file);

} // namespace longhand::feedback
