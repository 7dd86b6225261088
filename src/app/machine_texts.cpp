#include "app/machine_texts.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <QCryptographicHash>

#include <nlohmann/json.hpp>

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
constexpr std::size_t kLinesAtOnce = 32;

} // namespace

Result<UncorrectedLines> openUncorrectedLines(const std::filesystem::path& set, int heightPx,
                                              std::span<const LearningLine> corrected)
{
    UncorrectedLines lines;
    std::error_code ignored;
    if (set.empty() || !std::filesystem::exists(set / "lines.tsv", ignored))
        return lines;
    if (const auto all = readLinesTable(set); !all || all->empty())
        return all ? Result(lines) : all.error();
    const auto rows = readLinesTable(set, {}, kMostUncorrectedLines);
    if (!rows)
        return rows.error();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const LinesTableRow& row : *rows) {
        const auto picture = imaging::readGray(row.picture);
        if (!picture)
            continue;
        GrayImage line = imaging::normalizeLine(*picture, heightPx);
        // A page corrected another day may be open as if nobody had: what decides must not be learnt from.
        if (std::ranges::find(corrected, line, &LearningLine::picture) != corrected.end())
            continue;
        hash.addData(QByteArrayView(line.pixels.data(), static_cast<qsizetype>(line.pixels.size())));
        lines.pictures.push_back(std::move(line));
    }
    lines.checksum = hash.result().toHex().toStdString();
    return lines;
}

Result<std::vector<std::string>> readUncorrectedLines(const HeldOutReader& reader, std::span<const GrayImage> pictures,
                                                      const std::stop_token& stop, const std::function<void()>& between)
{
    recognition::Options options = defaultReading();
    options.threads = reader.threads;
    options.profile = reader.profile;
    auto recognizer = recognition::Recognizer::open(reader.model, options);
    if (!recognizer)
        return recognizer.error();
    std::vector<std::string> texts;
    while (texts.size() < pictures.size()) {
        between();
        const std::size_t count = std::min(kLinesAtOnce, pictures.size() - texts.size());
        const auto readings = (*recognizer)->read(pictures.subspan(texts.size(), count), stop);
        if (!readings)
            return readings.error();
        for (const recognition::LineReading& reading : *readings)
            texts.push_back(reading.confidence >= kLeastConfidence ? reading.text : std::string());
    }
    return texts;
}

std::optional<MachineTexts> restoreTexts(const std::filesystem::path& file, std::size_t lines)
try {
    const auto object = readJsonObject(file);
    if (!object)
        return std::nullopt;
    MachineTexts known;
    known.texts = object->at("texts").get<std::vector<std::string>>();
    known.reader.rehearsalCerBefore = object->at("rehearsal_cer_before").get<double>();
    known.reader.rehearsalCerAfter = object->at("rehearsal_cer_after").get<double>();
    known.reader.rehearsalCheckSeconds = object->at("rehearsal_check_seconds").get<double>();
    known.reader.stepsDone = object->at("steps").get<std::int64_t>();
    known.reader.seconds = object->at("seconds").get<double>();
    known.readingSeconds = object->at("reading_seconds").get<double>();
    return known.texts.size() == lines ? std::optional(std::move(known)) : std::nullopt;
} catch (const json::exception&) {
    return std::nullopt; // they are read again
}

Result<void> keepTexts(const std::filesystem::path& file, const MachineTexts& texts)
{
    const json object = {{"texts", texts.texts},
                         {"rehearsal_cer_before", texts.reader.rehearsalCerBefore},
                         {"rehearsal_cer_after", texts.reader.rehearsalCerAfter},
                         {"rehearsal_check_seconds", texts.reader.rehearsalCheckSeconds},
                         {"steps", texts.reader.stepsDone},
                         {"seconds", texts.reader.seconds},
                         {"reading_seconds", texts.readingSeconds}};
    return writeFileAtomically(file, object.dump(1, ' ', false, json::error_handler_t::replace) + '\n');
}

} // namespace longhand::app
