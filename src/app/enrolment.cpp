#include "longhand/app/enrolment.h"

#include <cmath>
#include <utility>

#include "app/line_alignment.h"
#include "app/line_set_writer.h"
#include "longhand/app/language_models.h"
#include "longhand/app/page_key.h"
#include "longhand/app/page_transcriber.h"
#include "longhand/feedback/feedback_store.h"
#include "longhand/imaging/line_crop.h"

namespace longhand::app
{

namespace
{

double lengthOf(const Polyline& line)
{
    double length = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        length += std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
    return length;
}

} // namespace

Result<EnrolmentSheet> readEnrolment(const PictureSource& source, const std::string& language, const ModelChoice& model,
                                     std::stop_token stop, const ProgressFn& progress)
{
    const auto picture = readPicture(source);
    if (!picture)
        return picture.error();
    recognition::Options options = defaultReading();
    options.profile = model.profile;
    auto transcriber = PageTranscriber::open(model.model, options);
    if (!transcriber)
        return transcriber.error();
    TranscribeOptions transcription;
    transcription.preprocess = source.preprocess;
    auto page = (*transcriber)->transcribe(*picture, transcription, stop, progress);
    if (!page)
        return page.error();
    const auto clean = imaging::preprocess(*picture, source.preprocess);
    if (!clean)
        return clean.error();

    std::vector<LineToAlign> found;
    for (const formats::Line& line : page->lines)
        found.push_back({line.text, lengthOf(line.baseline)});
    const TextAlignment alignment = alignText(found, enrolmentSentences(language));
    const Homography toClean = clean->toOriginal.inverse();
    EnrolmentSheet sheet{source, (*transcriber)->recognizer().modelName(), language, {}};
    for (std::size_t i = 0; i < page->lines.size(); ++i) {
        formats::Line& line = page->lines[i];
        auto crop = imaging::cropLine(clean->gray, {toClean.map(line.outline), toClean.map(line.baseline)},
                                      kMaxLineSetHeightPx);
        if (!crop)
            continue; // a line without extent teaches nothing
        EnrolledLine& enrolled = sheet.lines.emplace_back();
        enrolled.picture = std::move(crop->image);
        enrolled.line = std::move(line);
        if (const auto& match = alignment.lines[i]) {
            enrolled.text = match->text;
            enrolled.certain = match->evidence != Evidence::TooWeak;
        }
    }
    return sheet;
}

Result<std::size_t> keepEnrolment(const std::filesystem::path& path, const EnrolmentSheet& sheet,
                                  const std::string& writer)
{
    auto key = pageKey(sheet.source);
    if (!key)
        return key.error();
    std::vector<feedback::Correction> corrections;
    for (const EnrolledLine& line : sheet.lines) {
        if (line.text.empty())
            continue;
        feedback::Correction& correction = corrections.emplace_back();
        correction.picture = line.picture;
        correction.machineText = line.line.text;
        correction.humanText = line.text;
        correction.confidence = line.line.confidence;
        correction.model = sheet.model;
        correction.writer = writer;
        correction.pageKey = *key;
        correction.pageName = sheet.source.name;
        correction.lineId = line.line.id;
        correction.outline = line.line.outline;
        correction.language = sheet.language;
    }
    if (corrections.empty())
        return Error{ErrorCode::InvalidInput, "None of the lines has a text. Choose the sentence that each one shows."};
    auto store = feedback::FeedbackStore::open(path);
    if (!store)
        return store.error();
    const auto recorded = (*store)->recordAll(corrections);
    if (!recorded)
        return recorded.error();
    return recorded->size();
}

} // namespace longhand::app
