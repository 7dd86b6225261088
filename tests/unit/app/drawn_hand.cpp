#include "drawn_hand.h"

#include <stdexcept>

#include "longhand/imaging/line_crop.h"
#include "longhand/training/line_pack.h"
#include "longhand/training/trainer.h"

namespace longhand::test
{

namespace
{

constexpr int kModelHeightPx = 32; // nn::Architecture::tiny()

void fill(GrayImage& image, int x, int y, int width, int height)
{
    for (int row = y; row < y + height; ++row)
        for (int column = x; column < x + width; ++column)
            image.row(row)[column] = 20;
}

template <class T>
T checked(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().detail);
    return std::move(result).value();
}

void checked(const Result<void>& result)
{
    if (!result)
        throw std::runtime_error(result.error().detail);
}

} // namespace

GrayImage drawLetters(const std::string& letters, int heightPx)
{
    const int pitch = heightPx * 3 / 4, pen = heightPx / 10, size = heightPx / 2, top = heightPx / 4;
    GrayImage image(pitch * static_cast<int>(letters.size()) + pitch, heightPx, 240);
    int x = pitch / 2;
    for (const char letter : letters) {
        if (letter == 'l' || letter == 't')
            fill(image, x + size / 2, top, pen, size);
        if (letter == 'n' || letter == 't')
            fill(image, x, top + size / 2, size, pen);
        if (letter == 'o') {
            fill(image, x, top, size, pen);
            fill(image, x, top + size - pen, size, pen);
            fill(image, x, top, pen, size);
            fill(image, x + size - pen, top, pen, size);
        }
        x += pitch;
    }
    return image;
}

std::string letters(int number, int count)
{
    std::string text;
    auto state = static_cast<unsigned>(number) * 2654435761U + 12345U;
    for (int i = 0; i < count; ++i) {
        state = state * 1664525U + 1013904223U;
        text += "lotn"[state >> 30];
    }
    return text;
}

std::vector<std::int64_t> fillStore(feedback::FeedbackStore& store, int lines, const std::string& writer, int first)
{
    std::vector<std::int64_t> ids;
    for (int i = first; i < first + lines; ++i) {
        feedback::Correction correction;
        correction.humanText = letters(i);
        correction.machineText = "?";
        correction.picture = drawLetters(correction.humanText);
        correction.writer = writer;
        correction.pageKey = writer + std::to_string(i / 10);
        correction.pageName = "page " + std::to_string(i / 10);
        correction.lineId = std::to_string(i);
        ids.push_back(checked(store.record(correction)));
    }
    return ids;
}

void vouchFor(feedback::FeedbackStore& store, const std::vector<std::int64_t>& ids)
{
    for (const std::int64_t id : ids) {
        checked(store.setState(id, feedback::LabelState::Questioned));
        checked(store.setState(id, feedback::LabelState::Trusted));
    }
}

std::filesystem::path writeSmallModel(const std::filesystem::path& file)
{
    checked(training::writeUntrainedModel(file, "tiny", "lotn ", 3));
    return file;
}

std::filesystem::path writeRehearsal(const std::filesystem::path& file)
{
    auto pack = checked(training::PackWriter::create(file, kModelHeightPx));
    for (int i = 0; i < 24; ++i) {
        const std::string text = letters(1000 + i, 5);
        training::PackItem item;
        item.set = "rehearsal";
        item.split = i % 3 == 0 ? "val" : "train";
        item.text = text;
        checked(pack.add(imaging::normalizeLine(drawLetters(text), kModelHeightPx), std::move(item)));
    }
    checked(pack.finish());
    return file;
}

} // namespace longhand::test
