#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/app/model_library.h"
#include "longhand/base/progress.h"
#include "longhand/base/result.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// Folders searched for models, nearest to the program first; they need not exist.
std::vector<std::filesystem::path> modelFolders();

/// Model files in those folders and the one $LONGHAND_MODEL names, each once, sorted by name within a folder.
std::vector<std::filesystem::path> listModels();

/// What is read with.
struct ModelChoice {
    std::filesystem::path model;
    std::filesystem::path profile; ///< of a writer; empty: none
    std::string id;      ///< of the model or the profile in the library; empty: the model that ships, or a file
    std::string warning; ///< a sentence when something else reads than what was chosen
};

/// The model that ships with the program. NotFound says where it was looked for.
Result<std::filesystem::path> findShippedModel();

/// The model to use when none is named: $LONGHAND_MODEL, else the learnt one in use, else the one that ships. What is
/// missing or damaged is passed over with a warning. Errors: NotFound.
Result<ModelChoice> modelInUse(const ModelLibrary& library = {});

/// A learnt model or profile, in use or not. Errors: NotFound when it, or the model a profile was learnt from, is gone.
Result<ModelChoice> learntChoice(const ModelLibrary& library, const std::string& id);

/// A writer's profile with the model it was learnt from. Errors: NotFound when there is no profile of the writer, or
/// its model is gone.
Result<ModelChoice> profileInUse(const ModelLibrary& library, const std::string& writer);

/// What reads a writer's pages: profileInUse; without a profile modelInUse, which also steps in, with a warning, for a
/// profile that cannot be used. Errors: those of modelInUse.
Result<ModelChoice> modelFor(const ModelLibrary& library, const std::string& writer);

/// What a model calls itself. Errors: those of describeModel.
Result<std::string> modelName(const std::filesystem::path& model);

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
