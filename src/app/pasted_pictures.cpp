#include "app/pasted_pictures.h"

#include <map>

#include <QBuffer>

#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

Result<void> makeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return Error{ErrorCode::NoPermission,
                     "Cannot make the folder " + quoted(folder) + " for pictures. Choose another place."};
    return {};
}

} // namespace

Result<void> writePicture(const QImage& picture, const std::filesystem::path& file)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG"))
        return Error{ErrorCode::Internal, "Cannot turn a pasted picture into " + quoted(file) + ". Paste it again."};
    return writeFileAtomically(file, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

Result<void> writePasted(ProjectSnapshot& snapshot, const std::filesystem::path& folder)
{
    int number = 0;
    for (std::size_t i = 0; i < snapshot.pasted.size() && i < snapshot.project.pages.size(); ++i) {
        if (snapshot.pasted[i].isNull())
            continue;
        if (const auto made = makeFolder(folder); !made)
            return made.error();
        std::error_code error;
        std::filesystem::path file;
        do
            file = folder / ("pasted-" + std::to_string(++number) + ".png");
        while (std::filesystem::exists(file, error));
        if (const auto written = writePicture(snapshot.pasted[i], file); !written)
            return written.error();
        snapshot.project.pages[i].picture.file = file;
        snapshot.project.pages[i].picture.sha256.clear();
    }
    return {};
}

Result<void> copyPicturesFrom(const std::filesystem::path& from, formats::Project& project,
                              const std::filesystem::path& folder)
{
    std::map<std::filesystem::path, std::filesystem::path> copies;
    for (formats::ProjectPage& page : project.pages) {
        const std::filesystem::path below = page.picture.file.lexically_relative(from);
        if (below.empty() || *below.begin() == "..")
            continue;
        const auto [copy, isNew] = copies.emplace(page.picture.file, std::filesystem::path());
        if (isNew) {
            if (const auto made = makeFolder(folder); !made)
                return made.error();
            const std::string name = page.picture.file.filename().string();
            std::error_code error;
            copy->second = folder / name;
            for (int i = 2; std::filesystem::exists(copy->second, error); ++i)
                copy->second = folder / (std::to_string(i) + "-" + name);
            const auto bytes = readFile(page.picture.file);
            if (!bytes)
                return bytes.error();
            if (const auto written = writeFileAtomically(copy->second, *bytes); !written)
                return written.error();
        }
        page.picture.file = copy->second;
    }
    return {};
}

} // namespace longhand::app
