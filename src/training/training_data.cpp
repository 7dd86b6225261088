#include "training_data.h"

#include <algorithm>
#include <map>

#include "longhand/text/unicode.h"

namespace longhand::training
{

namespace
{

/// Frames that CTC needs at least: repeated letters are parted by a blank.
std::size_t framesNeeded(const std::vector<std::int64_t>& target)
{
    std::size_t frames = target.size();
    for (std::size_t i = 1; i < target.size(); ++i)
        frames += target[i] == target[i - 1] ? 1 : 0;
    return frames;
}

} // namespace

Result<std::vector<LinePack>> openPacks(const std::vector<std::filesystem::path>& paths)
{
    std::vector<LinePack> packs;
    for (const auto& path : paths) {
        auto pack = LinePack::open(path);
        if (!pack)
            return pack.error();
        if (!packs.empty() && pack->heightPx() != packs.front().heightPx())
            return Error{ErrorCode::InvalidInput,
                         "The packs hold lines of different heights. Pack them again with one --height."};
        packs.push_back(std::move(*pack));
    }
    if (packs.empty())
        return Error{ErrorCode::InvalidInput, "No pack was given. Make one with 'longhand data pack'."};
    return packs;
}

std::u32string chooseAlphabet(const std::vector<LinePack>& packs)
{
    constexpr int kFewest = 5;
    std::map<char32_t, int> counts;
    for (char32_t c = 0x20; c < 0x7F; ++c)
        counts[c] = kFewest;
    for (const LinePack& pack : packs)
        for (const PackItem& item : pack.items())
            if (item.split == "train")
                for (const char32_t c : text::toCodePoints(item.text))
                    ++counts[c];
    std::u32string alphabet;
    for (const auto& [c, count] : counts)
        if (count >= kFewest)
            alphabet += c;
    return alphabet;
}

TrainingData collectSamples(const std::vector<LinePack>& packs, const text::Alphabet& alphabet,
                            const nn::Architecture& architecture, int validationLines)
{
    TrainingData data;
    std::map<std::string, std::vector<Sample>> validation;
    std::size_t foreign = 0, tooLong = 0;
    for (const LinePack& pack : packs)
        for (const PackItem& item : pack.items()) {
            Sample sample{&pack, &item, {}};
            for (const char32_t c : text::toCodePoints(item.text))
                sample.target.push_back(alphabet.classOf(c));
            if (item.split == "val")
                validation[item.set].push_back(std::move(sample));
            if (item.split != "train")
                continue;
            const int frames = architecture.frames(item.widthPx + 2 * architecture.paddingPx);
            if (std::count(sample.target.begin(), sample.target.end(), -1) > 0)
                ++foreign;
            else if (framesNeeded(sample.target) > static_cast<std::size_t>(frames))
                ++tooLong;
            else
                data.training.push_back(std::move(sample));
        }
    if (foreign)
        data.warnings.push_back(std::to_string(foreign) +
                                " lines were left out: they hold characters outside the alphabet.");
    if (tooLong)
        data.warnings.push_back(std::to_string(tooLong) +
                                " lines were left out: their text is longer than their picture has room for.");

    const auto share =
        static_cast<std::size_t>(std::max(0, validationLines)) / std::max<std::size_t>(1, validation.size());
    for (const auto& [set, samples] : validation)
        for (std::size_t i = 0, count = std::min(share, samples.size()); i < count; ++i)
            data.validation.push_back(samples[i * samples.size() / count]);
    std::stable_sort(data.validation.begin(), data.validation.end(),
                     [](const Sample& a, const Sample& b) { return a.item->widthPx < b.item->widthPx; });
    return data;
}

} // namespace longhand::training
