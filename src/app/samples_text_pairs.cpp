#include "app/line_samples.h"

#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "longhand/app/pictures.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view kTextSuffix = ".gt.txt";
/// OCR-D and ocropus add how the picture was made: binarised, normalised, dewarped, as scanned.
constexpr std::array<std::string_view, 5> kPictureKinds = {"", ".bin", ".nrm", ".dew", ".raw"};
constexpr std::array<std::string_view, 7> kPictureSuffixes = {".png",  ".tif",  ".tiff", ".jpg",
                                                              ".jpeg", ".webp", ".bmp"};
constexpr std::uintmax_t kMaxTextBytes = 1 << 20;

/// Empty when there is none. Unprocessed pictures first: cleaning belongs to this program.
fs::path pictureOf(const std::string& stem, const std::set<fs::path>& pictures)
{
    for (const std::string_view kind : kPictureKinds)
        for (const std::string_view suffix : kPictureSuffixes) {
            fs::path picture = stem + std::string(kind) + std::string(suffix);
            if (pictures.count(picture) > 0)
                return picture;
        }
    return {};
}

/// "letter_017" and "letter-3_line12" without the line's number: "letter", "letter-3_line".
std::string withoutNumber(std::string name)
{
    const std::size_t last = name.find_last_not_of("0123456789");
    if (last == std::string::npos || last + 1 == name.size())
        return name;
    name.erase(last + 1);
    while (!name.empty() && std::string_view("-_. ").find(name.back()) != std::string_view::npos)
        name.pop_back();
    return name;
}

} // namespace

Result<std::vector<LineSample>> listTextPairs(const fs::path& source, ImportProblems& problems)
{
    const auto files = filesBelow(source);
    if (!files)
        return files.error();
    std::set<fs::path> pictures;
    for (const fs::path& file : *files)
        if (looksLikePicture(file))
            pictures.insert(file);
    std::set<std::string> stems;
    std::vector<LineSample> samples;
    for (const fs::path& file : *files) {
        std::string stem = file.string();
        if (!stem.ends_with(kTextSuffix))
            continue;
        stem.resize(stem.size() - kTextSuffix.size());
        stems.insert(stem);
        LineSample sample;
        sample.picture = pictureOf(stem, pictures);
        if (sample.picture.empty()) {
            problems.add(ImportProblem::NoPicture, file.string());
            continue;
        }
        auto text = readFile(file, kMaxTextBytes);
        if (!text) {
            problems.add(ImportProblem::Unreadable, text.error().detail);
            continue;
        }
        sample.name = file.string();
        sample.text = std::move(text).value();
        const fs::path relative = fs::path(stem).lexically_relative(source);
        const std::string folder = relative.parent_path().generic_string();
        const std::string page = withoutNumber(relative.filename().string());
        sample.page = folder.empty() ? page : folder + '/' + page;
        sample.writer = folder.empty() ? namePrefix(page) : folder;
        samples.push_back(std::move(sample));
    }
    for (const fs::path& picture : pictures) {
        fs::path stem = picture.parent_path() / picture.stem();
        const bool hasText =
            stems.count(stem.string()) > 0 || stems.count((stem.parent_path() / stem.stem()).string()) > 0;
        if (!hasText)
            problems.add(ImportProblem::NoTextFile, picture.string());
    }
    return samples;
}

} // namespace longhand::app
