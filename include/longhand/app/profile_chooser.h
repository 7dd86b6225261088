#pragma once

#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/app/models.h"
#include "longhand/base/image.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::app
{

struct PictureSource;

/// Which hand a page seems to be in.
struct ProfileProposal {
    std::string writer;    ///< empty: no profile is at home in these lines
    double confidence = 0; ///< of the proposal's reading, mean over the lines, 0..1
    struct Candidate {
        std::string writer; ///< empty: no profile
        double confidence = 0;
    };
    std::vector<Candidate> candidates; ///< the best first
};

/// Log-odds of a mean confidence, nats: tells a gain of certainty from the mere ease of a page.
double certainty(double meanConfidence);

/// A profile is proposed where it is surer than the model alone by this share of what it gained on its own hand's lines
/// (ModelCard::certaintyGain), by kLeastCertaintyGain where that is not known or less. docs/learning.md has the
/// figures.
inline constexpr double kOwnHandShare = 0.58;
inline constexpr double kLeastCertaintyGain = 0.15;

/// What may read a page: a model alone (`writer` empty), or with the profile of a writer.
struct ProfileReader {
    std::string writer;
    ModelChoice choice;
    double certaintyGain = 0; ///< of its card
};

/// Of the first twelve lines of a page the six widest, which say most.
std::vector<GrayImage> tellingLines(std::vector<GrayImage> lines);

/// Reads the lines letter by letter with every reader, the model alone first; of the profiles that gain enough the
/// surest wins. `lines`: upright crops of any height; with fewer than three nothing is proposed. Profiles that cannot
/// be opened are passed over. Errors: InvalidInput without a reader; those of Recognizer for the model alone; Stopped.
Result<ProfileProposal> proposeProfile(std::span<const ProfileReader> readers, std::span<const GrayImage> lines,
                                       std::stop_token stop = {});

/// The same with the model in use and every writer's profile. Errors: those of modelInUse too.
Result<ProfileProposal> proposeProfile(const ModelLibrary& library, std::span<const GrayImage> lines,
                                       std::stop_token stop = {});

/// The same for the first lines of the first page in a picture file. Errors: those of reading and cleaning it too.
Result<ProfileProposal> proposeProfile(const ModelLibrary& library, const std::filesystem::path& picture,
                                       std::stop_token stop = {});

/// The same for the first lines of a page where `reading` says they are. No picture is decoded as long as there is no
/// profile.
Result<ProfileProposal> proposeProfile(const ModelLibrary& library, const PictureSource& source,
                                       const formats::Page& reading, std::stop_token stop = {});

} // namespace longhand::app
