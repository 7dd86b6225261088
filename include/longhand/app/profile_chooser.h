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
    std::string writer;    ///< empty: no profile reads the lines clearly better than the model alone
    double confidence = 0; ///< of the proposal's reading, mean over the lines, 0..1
    struct Candidate {
        std::string writer; ///< empty: no profile
        double confidence = 0;
    };
    std::vector<Candidate> candidates; ///< the best first
};

/// A profile must be surer than the model alone and the next profile by so much.
inline constexpr double kProfileMargin = 0.01;

/// Reads the lines with the model in use and with every writer's profile; the surest reading wins if its lead is clear.
/// `lines`: upright crops of any height; a few suffice. Profiles that cannot be opened are passed over. Errors: those
/// of modelInUse and Recognizer.
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
