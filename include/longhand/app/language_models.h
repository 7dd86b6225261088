#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/progress.h"
#include "longhand/base/result.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// A text file, UTF-8, or a folder with a lines.tsv, whose lines of the split `train` are taken.
struct LanguageModelText {
    std::filesystem::path path;
    double weight = 1; ///< how often it counts
};

struct LanguageModelRequest {
    std::vector<LanguageModelText> texts;
    std::filesystem::path output;
    int order = 7;                               ///< longest run of characters it knows, 2..8
    std::size_t maxBytes = std::size_t{4} << 20; ///< size of the file
};

struct LanguageModelReport {
    std::size_t characters = 0;      ///< read
    std::vector<std::size_t> ngrams; ///< kept of order 1, 2, …
    std::size_t bytes = 0;
};

/// Builds a character language model and writes it, atomically. Errors: those of reading the texts, of
/// language::buildModel and of writeFileAtomically.
Result<LanguageModelReport> buildLanguageModel(const LanguageModelRequest& request, std::stop_token stop = {},
                                               const ProgressFn& progress = {});

/// What the file says about itself: JSON text, UTF-8.
Result<std::string> describeLanguageModel(const std::filesystem::path& model);

/// longhand.lm in a folder of modelFolders(); nullopt where there is none: reading goes without one then.
std::optional<std::filesystem::path> findDefaultLanguageModel();

/// How the window and the command line read unless they are told otherwise: beam search with that language model.
recognition::Options defaultReading();

} // namespace longhand::app
