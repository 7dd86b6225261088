#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "longhand/app/models.h"
#include "longhand/app/page_transcriber.h"
#include "longhand/base/result.h"

namespace CLI
{
class App;
}

namespace longhand::cli
{

/// What the chosen command does once its arguments are complete; returns the exit code.
using Action = std::function<int()>;

/// Each adds its command to the grammar. `chosen` is set when the user asks for it.
void addRecognizeCommand(CLI::App& program, Action& chosen);
void addEvaluateCommand(CLI::App& program, Action& chosen);
void addModelCommand(CLI::App& program, Action& chosen);
void addLearnCommand(CLI::App& program, Action& chosen);
void addLanguageModelCommand(CLI::App& program, Action& chosen);
void addDataCommand(CLI::App& program, Action& chosen);
void addFeedbackCommand(CLI::App& program, Action& chosen);
void addTrainCommand(CLI::App& program, Action& chosen);

/// For subcommands of `evaluate`.
void addEvaluateGuardCommand(CLI::App& evaluate, Action& chosen);
void addEvaluateLearningCommand(CLI::App& evaluate, Action& chosen);
void addEvaluateLinesCommand(CLI::App& evaluate, Action& chosen);
void addEvaluatePagesCommand(CLI::App& evaluate, Action& chosen);

/// For subcommands of `model`: the learnt ones.
void addLearntModelCommands(CLI::App& model, Action& chosen);

/// For subcommands of `data`.
void addDataAlignCommand(CLI::App& data, Action& chosen);
void addDataGlueCommand(CLI::App& data, Action& chosen);
void addDataImportCommand(CLI::App& data, Action& chosen);
void addDataPackCommand(CLI::App& data, Action& chosen);
void addDataShowCommand(CLI::App& data, Action& chosen);
void addDataSynthesizeCommand(CLI::App& data, Action& chosen);

/// Options shared by everything that reads.
struct ReadingOptions {
    std::string model;   ///< a file, or the id of a learnt one; empty: the one in use
    std::string profile; ///< of that writer
    recognition::Decoder decoder = recognition::Decoder::Beam;
    std::string languageModel;            ///< empty: the default one; "none": none
    std::optional<double> languageWeight; ///< nullopt: the usual one
    int jobs = 0;
    bool quiet = false; ///< does not say that a learnt model reads
};
void addModelOption(CLI::App& command, ReadingOptions& options);
/// --decoder, and --lm for the beam.
void addDecoderOption(CLI::App& command, ReadingOptions& options);
/// For commands that read with a writer's profile.
void addProfileOption(CLI::App& command, ReadingOptions& options);
/// The model named by its file or its id, with the writer's profile if one is named, else the one in use. A warning is
/// said, not handed on.
Result<app::ModelChoice> chooseReading(const ReadingOptions& options);
/// The model alone.
Result<std::filesystem::path> chooseModel(const ReadingOptions& options);
/// Without the profile.
Result<recognition::Options> readingOptions(const ReadingOptions& options);
Result<std::unique_ptr<app::PageTranscriber>> openTranscriber(const ReadingOptions& options);

} // namespace longhand::cli
