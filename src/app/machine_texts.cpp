#include "app/machine_texts.h"

#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/checksum.h"
#include "app/lines_table.h"
#include "app/model_card.h"
#include "longhand/app/language_models.h"
#include "longhand/app/uncorrected_lines.h"
#include "longhand/base/files.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/imaging/page_reader.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

namespace
{

using nlohmann::json;

/// Of a line's characters (geometric mean); what is read with less teaches as many mistakes as letters.
constexpr double kLeastConfidence = 0.6;

} // namespace

Result<UncorrectedLines> openUncorrectedLines(const std::filesystem::path& set, int heightPx)
{
    UncorrectedLines lines;
    std::error_code ignored;
    if (set.empty() || !std::filesystem::exists(set / "lines.tsv", ignored))
        return lines;
    const auto rows = readLinesTable(set, {}, kMostUncorrectedLines);
    if (!rows)
        return rows.error();
    auto checksum = sha256Of(set / "lines.tsv");
    if (!checksum)
        return checksum.error();
    lines.checksum = std::move(*checksum);
    for (const LinesTableRow& row : *rows)
        if (const auto picture = imaging::readGray(row.picture))
            lines.pictures.push_back(imaging::normalizeLine(*picture, heightPx));
    return lines;
}

Result<MachineTexts> readUncorrectedLines(const HeldOutReader& reader, std::span<const GrayImage> pictures,
                                          const std::stop_token& stop)
{
    recognition::Options options = defaultReading();
    options.threads = reader.threads;
    options.profile = reader.profile;
    auto recognizer = recognition::Recognizer::open(reader.model, options);
    if (!recognizer)
        return recognizer.error();
    const auto readings = (*recognizer)->read(pictures, stop);
    if (!readings)
        return readings.error();
    MachineTexts read;
    for (const recognition::LineReading& reading : *readings)
        read.texts.push_back(reading.confidence >= kLeastConfidence ? reading.text : std::string());
    return read;
}

std::optional<MachineTexts> restoreTexts(const std::filesystem::path& file, std::size_t lines)
try {
    const auto object = readJsonObject(file);
    if (!object)
        return std::nullopt;
    MachineTexts read{object->at("texts").get<std::vector<std::string>>(), object->at("seconds").get<double>()};
    return read.texts.size() == lines ? std::optional(std::move(read)) : std::nullopt;
} catch (const json::exception&) {
    return std::nullopt; // they are read again
}

Result<void> keepTexts(const std::filesystem::path& file, const MachineTexts& texts)
{
    const json object = {{"texts", texts.texts}, {"seconds", texts.seconds}};
    return writeFileAtomically(file, object.dump(1, ' ', false, json::error_handler_t::replace) + '\n');
}

} // namespace longhand::app
