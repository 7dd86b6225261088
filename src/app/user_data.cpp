#include "longhand/app/user_data.h"

#include <cstdlib>

#include <QFile>
#include <QStandardPaths>

namespace longhand::app
{

std::filesystem::path userDataFolder()
{
    if (const char* named = std::getenv("LONGHAND_DATA"); named != nullptr && *named != '\0')
        return named;
    // As QStandardPaths::AppDataLocation has it in the window; the commands have no QApplication to take names from.
    const QString general = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(QFile::encodeName(general).toStdString()) / "longhand" / "Longhand";
}

std::filesystem::path feedbackDatabase()
{
    return userDataFolder() / "feedback.sqlite";
}

std::filesystem::path userModelFolder()
{
    return userDataFolder() / "models";
}

std::filesystem::path learningFolder()
{
    return userDataFolder() / "learning";
}

} // namespace longhand::app
