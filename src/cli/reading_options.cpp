#include <system_error>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "longhand/app/language_models.h"

namespace longhand::cli
{

namespace
{

constexpr const char* kNoLanguageModel = "none";

Result<recognition::LanguageOptions> chooseLanguageModel(const ReadingOptions& options)
{
    recognition::LanguageOptions language;
    language.weight = options.languageWeight.value_or(language.weight);
    if (options.languageModel == kNoLanguageModel)
        return language;
    if (options.decoder != recognition::Decoder::Beam) {
        if (!options.languageModel.empty())
            return Error{ErrorCode::InvalidInput,
                         "A language model takes part in the beam search only. Leave out --decoder greedy, or --lm."};
        return language;
    }
    language.model = options.languageModel.empty() ? app::defaultReading().language.model
                                                   : std::filesystem::path(options.languageModel);
    return language;
}

} // namespace

void addModelOption(CLI::App& command, ReadingOptions& options)
{
    command
        .add_option(
            "--model", options.model,
            "Model to read with, a file or the name of a learnt one; else $LONGHAND_MODEL, the learnt one in use or "
            "the one that ships")
        ->type_name("FILE");
}

void addDecoderOption(CLI::App& command, ReadingOptions& options)
{
    const auto parse = [&options](const CLI::results_t& values) {
        if (values.back() == "greedy")
            options.decoder = recognition::Decoder::Greedy;
        else if (values.back() == "beam")
            options.decoder = recognition::Decoder::Beam;
        else
            throw CLI::ValidationError("There is no decoder '" + values.back() + "'; choose greedy or beam");
        return true;
    };
    command
        .add_option("--decoder", parse,
                    "beam (default): weighs whole readings, with the language model; greedy: the likeliest character "
                    "everywhere, faster")
        ->type_name("greedy|beam");
    command
        .add_option("--lm", options.languageModel,
                    "Language model of the beam search; default: longhand.lm, which ships. none: read letter by "
                    "letter, as it stands")
        ->type_name("FILE|none");
    // For experiments: not in the help.
    command.add_option("--lm-weight", options.languageWeight)->group("")->check(CLI::Range(0.0, 10.0));
}

void addProfileOption(CLI::App& command, ReadingOptions& options)
{
    command
        .add_option(
            "--profile", options.profile,
            "Read with what was learnt of one writer's hand; auto: whichever profile reads the first lines best")
        ->type_name("WRITER|auto");
}

Result<app::ModelChoice> chooseReading(const ReadingOptions& options)
{
    const app::ModelLibrary library;
    if (!options.profile.empty()) {
        if (!options.model.empty())
            return Error{ErrorCode::InvalidInput, "A profile brings its own model. Leave out --model, or --profile."};
        auto choice = app::profileInUse(library, options.profile);
        if (!choice && choice.error().code == ErrorCode::NotFound)
            return Error{ErrorCode::NotFound, choice.error().detail + " 'longhand model list' shows the profiles, "
                                                                      "'longhand learn --writer NAME' learns one."};
        return choice;
    }
    if (options.model.empty()) {
        auto choice = app::modelInUse(library);
        if (choice && !choice->warning.empty())
            say(choice->warning);
        return choice;
    }
    std::error_code ignored;
    if (!std::filesystem::exists(options.model, ignored))
        if (const auto learnt = library.find(options.model)) {
            if (learnt->card.kind == app::LearntKind::Profile)
                return Error{ErrorCode::InvalidInput, "'" + options.model + "' is a writer's profile. Use --profile " +
                                                          learnt->card.writer + "."};
            return app::ModelChoice{learnt->file, {}, options.model, {}};
        }
    return app::ModelChoice{options.model, {}, {}, {}};
}

Result<std::filesystem::path> chooseModel(const ReadingOptions& options)
{
    auto choice = chooseReading(options);
    if (!choice)
        return choice.error();
    return std::move(choice->model);
}

Result<recognition::Options> readingOptions(const ReadingOptions& options)
{
    recognition::Options recognition;
    recognition.decoder = options.decoder;
    recognition.threads = options.jobs;
    auto language = chooseLanguageModel(options);
    if (!language)
        return language.error();
    recognition.language = std::move(*language);
    return recognition;
}

Result<std::unique_ptr<app::PageTranscriber>> openTranscriber(const ReadingOptions& options)
{
    const auto choice = chooseReading(options);
    if (!choice)
        return choice.error();
    auto recognition = readingOptions(options);
    if (!recognition)
        return recognition.error();
    recognition->profile = choice->profile;
    if (!choice->id.empty() && !options.quiet)
        say("Reading with '" + choice->id + "', learnt from your corrections.");
    return app::PageTranscriber::open(choice->model, *recognition);
}

} // namespace longhand::cli
