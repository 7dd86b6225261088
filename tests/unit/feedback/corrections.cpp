#include "corrections.h"

#include <functional>
#include <random>
#include <stdexcept>

namespace longhand::feedback
{

std::unique_ptr<FeedbackStore> openStore(const std::filesystem::path& file)
{
    auto store = FeedbackStore::open(file);
    if (!store)
        throw std::runtime_error(store.error().detail);
    return *std::move(store);
}

GrayImage drawnLine(std::uint32_t seed, int widthPx, int heightPx)
{
    GrayImage picture(widthPx, heightPx);
    std::mt19937 random(seed);
    for (int stroke = 0; stroke < widthPx / 8; ++stroke) {
        const int x = static_cast<int>(random() % static_cast<unsigned>(widthPx));
        const int top = static_cast<int>(random() % static_cast<unsigned>(heightPx / 2));
        for (int y = top; y < heightPx; ++y)
            picture.row(y)[x] = static_cast<std::uint8_t>(random() % 100);
    }
    return picture;
}

Correction correctionOf(const std::string& page, const std::string& line, const std::string& humanText)
{
    Correction correction;
    correction.picture = drawnLine(static_cast<std::uint32_t>(std::hash<std::string>()(page + "/" + line)));
    correction.machineText = "as the machine read it";
    correction.humanText = humanText;
    correction.confidence = 0.75;
    correction.machineWords = {{"as", 0.9}, {"the", 0.5}};
    correction.model = "longhand 1";
    correction.writer = "Anna";
    correction.pageKey = page;
    correction.pageName = page + ".jpg";
    correction.lineId = line;
    correction.outline = {{1, 2}, {30.5, 2}, {30.5, 20}, {1, 20}};
    correction.language = "de";
    return correction;
}

} // namespace longhand::feedback
