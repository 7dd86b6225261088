#pragma once

#include <filesystem>

namespace longhand::app
{

/// Where the user's corrections and models are kept: $LONGHAND_DATA, else the folder for this program's data in the
/// user's home. The same for the window and the commands; it need not exist.
std::filesystem::path userDataFolder();

/// The database of corrections in it (feedback::FeedbackStore).
std::filesystem::path feedbackDatabase();

/// The user's own models in it (ModelLibrary).
std::filesystem::path userModelFolder();

/// The learning run's folder in it (LearningJob).
std::filesystem::path learningFolder();

} // namespace longhand::app
