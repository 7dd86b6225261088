#include "app/held_out_reading.h"

#include <cmath>

#include "app/expected_edits.h"
#include "longhand/app/language_models.h"
#include "longhand/app/profile_chooser.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

namespace
{

constexpr int kReadingsWeighed = 16; ///< n-best of a line

std::vector<GrayImage> picturesOf(std::span<const LearningLine* const> lines)
{
    std::vector<GrayImage> pictures;
    for (const LearningLine* line : lines)
        pictures.push_back(line->picture);
    return pictures;
}

double certaintyOf(std::span<const HeldOutReading> lines)
{
    double sum = 0;
    std::size_t length = 0;
    for (const HeldOutReading& line : lines) {
        sum += line.confidence * static_cast<double>(line.length);
        length += line.length;
    }
    return certainty(length > 0 ? sum / static_cast<double>(length) : 0);
}

} // namespace

Result<std::vector<HeldOutReading>> readHeldOut(const HeldOutReader& reader, std::span<const LearningLine* const> lines)
{
    recognition::Options options = defaultReading();
    options.alternatives = kReadingsWeighed;
    options.threads = reader.threads;
    options.profile = reader.profile;
    auto recognizer = recognition::Recognizer::open(reader.model, options);
    if (!recognizer)
        return recognizer.error();
    const std::vector<GrayImage> pictures = picturesOf(lines);
    std::vector<std::string> texts;
    for (const LearningLine* line : lines)
        texts.push_back(line->text);
    // A stop keeps what there is, and what is kept must be measured: reading is not stopped, it takes seconds.
    const auto readings = (*recognizer)->read(pictures);
    if (!readings)
        return readings.error();
    const auto scores = (*recognizer)->score(pictures, texts);
    if (!scores)
        return scores.error();
    std::vector<HeldOutReading> read;
    for (std::size_t i = 0; i < lines.size(); ++i)
        read.push_back({(*readings)[i].text, expectedEdits((*readings)[i], texts[i]),
                        std::isfinite((*scores)[i]) ? -(*scores)[i] : -1, 0, 0});
    return read;
}

Result<void> addConfidences(const HeldOutReader& reader, std::span<const LearningLine* const> lines,
                            std::vector<HeldOutReading>& readings)
{
    recognition::Options options;
    options.threads = reader.threads;
    options.profile = reader.profile;
    auto recognizer = recognition::Recognizer::open(reader.model, options);
    if (!recognizer)
        return recognizer.error();
    const auto letterByLetter = (*recognizer)->read(picturesOf(lines));
    if (!letterByLetter)
        return letterByLetter.error();
    for (std::size_t i = 0; i < readings.size(); ++i) {
        readings[i].confidence = (*letterByLetter)[i].confidence;
        readings[i].length = (*letterByLetter)[i].chars.size();
    }
    return {};
}

double certaintyGain(std::span<const HeldOutReading> before, std::span<const HeldOutReading> after)
{
    return certaintyOf(after) - certaintyOf(before);
}

} // namespace longhand::app
