#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "longhand/app/models.h"
#include "longhand/app/picture_source.h"
#include "longhand/base/image.h"
#include "longhand/base/progress.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::app
{

/// Languages there are sentences in, BCP 47.
std::vector<std::string> enrolmentLanguages();

/// Sixteen sentences to be copied by hand, each short enough for one line: all letters of the language, all figures,
/// usual marks, and what is easily confused. UTF-8, NFC; English for an unknown language.
std::vector<std::string> enrolmentSentences(std::string_view language);

/// A line of the photo and the sentence it is taken for.
struct EnrolledLine {
    GrayImage picture; ///< as it is kept in the store
    formats::Line line;
    std::string text;     ///< what is written there, UTF-8; empty: none of the sentences
    bool certain = false; ///< the reading or the lines around it prove the text
};

struct EnrolmentSheet {
    PictureSource source;
    std::string model; ///< that read it
    std::string language;
    std::vector<EnrolledLine> lines; ///< all that were found, in reading order
};

/// Finds and reads the lines of a photo of the copied sentences and lays the sentences over them. Lines may break a
/// sentence anywhere. Blocks. Errors: those of readPicture, imaging::preprocess and PageTranscriber.
Result<EnrolmentSheet> readEnrolment(const PictureSource& source, const std::string& language, const ModelChoice& model,
                                     std::stop_token stop = {}, const ProgressFn& progress = {});

/// Keeps the lines that have a text as corrections of `writer`. Returns how many. Errors: those of FeedbackStore;
/// InvalidInput without any.
Result<std::size_t> keepEnrolment(const std::filesystem::path& store, const EnrolmentSheet& sheet,
                                  const std::string& writer);

} // namespace longhand::app
