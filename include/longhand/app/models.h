#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/progress.h"
#include "longhand/base/result.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// Folders searched for models, nearest to the program first; they need not exist.
std::vector<std::filesystem::path> modelFolders();

/// Model files in those folders and the one $LONGHAND_MODEL names, each once, sorted by name within a folder.
std::vector<std::filesystem::path> listModels();

/// What the file says about itself: JSON text, UTF-8. Reads only the header.
Result<std::string> describeModel(const std::filesystem::path& model);

struct CalibrationRequest {
    std::filesystem::path model;                 ///< is changed
    std::vector<std::filesystem::path> lineSets; ///< folders with a lines.tsv
    std::string split = "val";
    std::size_t limitPerSet = 0;         ///< read only so many lines of each, spread evenly; 0: all
    std::filesystem::path languageModel; ///< empty: the confidences of reading with one stay as they are by default
};

struct CalibrationReport {
    std::size_t words = 0;
    nn::Calibration calibration;
};

/// Fits the model's confidences to how often its words are right (least negative log-likelihood) and stores the
/// calibration in the model file. Errors: those of evaluateLines and of Recognizer::open; InvalidInput without any
/// word.
Result<CalibrationReport> calibrateModel(const CalibrationRequest& request, std::stop_token stop = {},
                                         const ProgressFn& progress = {});

} // namespace longhand::app
