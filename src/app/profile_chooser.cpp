#include "longhand/app/profile_chooser.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/prepared_page.h"
#include "longhand/app/picture_source.h"
#include "longhand/imaging/line_crop.h"

namespace longhand::app
{

namespace
{

constexpr std::size_t kLinesLookedAt = 12;  ///< the first of a page
constexpr std::size_t kLinesRead = 6;       ///< of them, the widest
constexpr std::size_t kFewestLinesRead = 3; ///< a line or two are too little evidence
constexpr double kLeastDoubt = 1e-3;
constexpr int kMostHeightPx = 96; ///< of a crop; models read less

/// Mean over the lines' confidences. Read letter by letter: a language model is sure of itself in any hand.
Result<double> meanConfidence(const ModelChoice& choice, std::span<const GrayImage> lines, const std::stop_token& stop)
{
    recognition::Options options;
    options.profile = choice.profile;
    auto recognizer = recognition::Recognizer::open(choice.model, options);
    if (!recognizer)
        return recognizer.error();
    std::vector<GrayImage> pictures;
    for (const GrayImage& line : lines)
        pictures.push_back(imaging::normalizeLine(line, (*recognizer)->lineHeightPx()));
    const auto readings = (*recognizer)->read(pictures, stop);
    if (!readings)
        return readings.error();
    double sum = 0, weight = 0;
    for (const auto& reading : *readings) {
        const auto length = static_cast<double>(reading.chars.size());
        sum += length * reading.confidence;
        weight += length;
    }
    return weight > 0 ? sum / weight : 0;
}

/// Of the first lines of a page the widest, which say most.
template <class Line, class Width>
void keepTelling(std::vector<Line>& lines, Width width)
{
    lines.resize(std::min(lines.size(), kLinesLookedAt));
    std::stable_sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) { return width(a) > width(b); });
    lines.resize(std::min(lines.size(), kLinesRead));
}

} // namespace

double certainty(double meanConfidence)
{
    const double bounded = std::clamp(meanConfidence, kLeastDoubt, 1 - kLeastDoubt);
    return std::log(bounded / (1 - bounded));
}

std::vector<GrayImage> tellingLines(std::vector<GrayImage> lines)
{
    keepTelling(lines, [](const GrayImage& line) { return line.width; });
    return lines;
}

Result<ProfileProposal> proposeProfile(std::span<const ProfileReader> readers, std::span<const GrayImage> lines,
                                       std::stop_token stop)
{
    ProfileProposal proposal;
    for (const ProfileReader& reader : readers) {
        const auto confidence = meanConfidence(reader.choice, lines, stop);
        if (confidence)
            proposal.candidates.push_back({reader.writer, *confidence});
        else if (reader.writer.empty() || confidence.error().code == ErrorCode::Stopped)
            return confidence.error();
    }
    if (proposal.candidates.empty())
        return Error{ErrorCode::InvalidInput, "There is no model to read with."};
    const double plain = proposal.candidates.front().confidence;
    proposal.confidence = plain;
    std::stable_sort(proposal.candidates.begin(), proposal.candidates.end(),
                     [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
    if (lines.size() < kFewestLinesRead)
        return proposal;
    const auto isAtHome = [&](const ProfileProposal::Candidate& candidate) {
        const auto reader = std::find_if(readers.begin(), readers.end(),
                                         [&](const ProfileReader& other) { return other.writer == candidate.writer; });
        return !candidate.writer.empty() && certainty(candidate.confidence) - certainty(plain) >=
                                                std::max(kLeastCertaintyGain, kOwnHandShare * reader->certaintyGain);
    };
    const auto best = std::find_if(proposal.candidates.begin(), proposal.candidates.end(), isAtHome);
    if (best != proposal.candidates.end()) {
        proposal.writer = best->writer;
        proposal.confidence = best->confidence;
    }
    return proposal;
}

Result<ProfileProposal> proposeProfile(const ModelLibrary& library, std::span<const GrayImage> lines,
                                       std::stop_token stop)
{
    const auto model = modelInUse(library);
    if (!model)
        return model.error();
    std::vector<ProfileReader> readers{{{}, *model, 0}};
    for (const std::string& writer : library.writers())
        if (const auto profile = profileInUse(library, writer); profile) {
            const auto entry = library.find(profile->id);
            readers.push_back({writer, *profile, entry ? entry->card.certaintyGain : 0});
        }
    return proposeProfile(readers, lines, std::move(stop));
}

Result<ProfileProposal> proposeProfile(const ModelLibrary& library, const std::filesystem::path& picture,
                                       std::stop_token stop)
{
    PictureSource source;
    source.file = picture;
    const auto page = readPicture(source);
    if (!page)
        return page.error();
    auto prepared = preparePage(*page, {}, kMostHeightPx, stop);
    if (!prepared)
        return prepared.error();
    return proposeProfile(library, tellingLines(std::move(prepared->linePictures)), std::move(stop));
}

Result<ProfileProposal> proposeProfile(const ModelLibrary& library, const PictureSource& source,
                                       const formats::Page& reading, std::stop_token stop)
{
    LineShapes shapes;
    for (const formats::Line& line : reading.lines)
        if (!line.outline.empty() && line.baseline.size() > 1)
            shapes.lines.push_back({line.outline, line.baseline});
    if (shapes.lines.empty() || library.writers().empty())
        return ProfileProposal{};
    keepTelling(shapes.lines, [](const LineShape& line) { return line.baseline.back().x - line.baseline.front().x; });
    const auto picture = readPicture(source);
    if (!picture)
        return picture.error();
    const auto clean = imaging::preprocess(*picture, source.preprocess, stop);
    if (!clean)
        return clean.error();
    const auto prepared = prepareGivenLines(*clean, shapes, kMostHeightPx, stop);
    if (!prepared)
        return prepared.error();
    return proposeProfile(library, prepared->linePictures, std::move(stop));
}

} // namespace longhand::app
