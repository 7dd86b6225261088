#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "longhand/app/model_library.h"

namespace longhand::cli
{

/// What a card says, as rows of a table.
std::string learntFigures(const app::ModelCard& card);
nlohmann::ordered_json learntJson(const app::ModelCard& card);

} // namespace longhand::cli
