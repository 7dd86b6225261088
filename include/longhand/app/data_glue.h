#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/progress.h"
#include "longhand/base/result.h"

namespace longhand::app
{

struct GlueRequest {
    std::vector<std::filesystem::path>
        lineSets;                             ///< folders with a lines.tsv; only lines of the split "train" are cut up
    std::vector<std::filesystem::path> texts; ///< UTF-8, one paragraph a line: what the hands are to write
    std::filesystem::path model;              ///< says where the letters stand
    std::filesystem::path output;             ///< folder of the new line set
    std::string language = "en";              ///< that of the texts
    std::size_t count = 0;
    std::size_t linesPerHand = 150; ///< of each writer at most
    std::uint64_t seed = 1;
};

struct GlueReport {
    std::size_t lines = 0;
    std::size_t hands = 0;       ///< writers with enough letters
    std::size_t sourceLines = 0; ///< read
    std::size_t sourceWords = 0; ///< of them read exactly right, and cut up
};

/// Writes new text in the hands of real writers, from the words that the model reads exactly right in their training
/// lines; what it then reads more than two characters of five of wrong was glued badly and is left out. Errors: those
/// of readLinesTable, Recognizer::open and LineSetWriter; InvalidInput when no hand can write the texts; Stopped.
Result<GlueReport> glueLines(const GlueRequest& request, std::stop_token stop = {}, const ProgressFn& progress = {});

} // namespace longhand::app
