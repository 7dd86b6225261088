#include "longhand/app/pictures.h"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>

#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> kPictureSuffixes = {".jpg",  ".jpeg", ".png", ".tif",
                                                              ".tiff", ".webp", ".bmp"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Cuts a run of digits off the front, without its leading zeros.
std::string_view takeNumber(std::string_view& text)
{
    std::size_t end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

/// <0, 0, >0 as for strings.
int compareNaturally(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view numberA = takeNumber(a);
            const std::string_view numberB = takeNumber(b);
            if (numberA.size() != numberB.size())
                return numberA.size() < numberB.size() ? -1 : 1;
            if (const int order = numberA.compare(numberB); order != 0)
                return order;
            continue;
        }
        const auto charA = static_cast<unsigned char>(lower(a.front()));
        const auto charB = static_cast<unsigned char>(lower(b.front()));
        if (charA != charB)
            return charA < charB ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
}

Error cannotList(const fs::path& folder, const std::error_code& error)
{
    const std::string what = "Cannot read the folder " + quoted(folder) + ": ";
    if (error == std::errc::no_such_file_or_directory)
        return {ErrorCode::NotFound, what + "there is no such folder. Check the name."};
    if (error == std::errc::not_a_directory)
        return {ErrorCode::InvalidInput, what + "it is not a folder. Name a folder."};
    if (error == std::errc::permission_denied)
        return {ErrorCode::NoPermission, what + "permission denied. Change its permissions or choose another one."};
    return {ErrorCode::Io, what + error.message() + "."};
}

} // namespace

bool looksLikePicture(const fs::path& file)
{
    std::string suffix = file.extension().string();
    std::transform(suffix.begin(), suffix.end(), suffix.begin(), lower);
    return std::find(kPictureSuffixes.begin(), kPictureSuffixes.end(), suffix) != kPictureSuffixes.end();
}

bool naturalLess(std::string_view a, std::string_view b)
{
    const int order = compareNaturally(a, b);
    return order != 0 ? order < 0 : a < b;
}

Result<std::vector<fs::path>> picturesIn(const fs::path& folder, Subfolders subfolders)
{
    std::vector<fs::path> pictures;
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->path().filename().string().starts_with('.'))
            continue;
        std::error_code unknown;
        if (it->is_directory(unknown)) {
            if (!it->is_symlink(unknown))
                folders.push_back(it->path());
        } else if (looksLikePicture(it->path())) {
            pictures.push_back(it->path());
        }
    }
    if (error)
        return cannotList(folder, error);
    const auto byName = [](const fs::path& a, const fs::path& b) {
        return naturalLess(a.filename().string(), b.filename().string());
    };
    std::sort(pictures.begin(), pictures.end(), byName);
    if (subfolders == Subfolders::Skip)
        return pictures;
    std::sort(folders.begin(), folders.end(), byName);
    for (const fs::path& subfolder : folders) {
        auto more = picturesIn(subfolder, subfolders);
        if (!more)
            return more;
        pictures.insert(pictures.end(), more->begin(), more->end());
    }
    return pictures;
}

} // namespace longhand::app
