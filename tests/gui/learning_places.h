#pragma once

#include <filesystem>

#include "longhand/app/learning_overview.h"

namespace longhand::test
{

/// All that learning keeps, in one folder.
inline app::LearningPlaces learningPlacesIn(const std::filesystem::path& folder)
{
    app::LearningPlaces places;
    places.store = folder / "feedback.sqlite";
    places.library = folder / "models";
    places.job = folder / "learning";
    return places;
}

} // namespace longhand::test
