#include <CLI/CLI.hpp>

#include "cli/commands.h"
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
        .add_option("--model", options.model, "Model to read with; else $LONGHAND_MODEL or the one beside the program")
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
                    "Language model of the beam search; default: longhand.lm beside the model. none: read letter by "
                    "letter, as it stands")
        ->type_name("FILE|none");
    // For experiments: not in the help.
    command.add_option("--lm-weight", options.languageWeight)->group("")->check(CLI::Range(0.0, 10.0));
}

Result<std::filesystem::path> chooseModel(const ReadingOptions& options)
{
    if (options.model.empty())
        return app::findDefaultModel();
    return std::filesystem::path(options.model);
}

Result<std::unique_ptr<app::PageTranscriber>> openTranscriber(const ReadingOptions& options)
{
    const auto model = chooseModel(options);
    if (!model)
        return model.error();
    recognition::Options recognition;
    recognition.decoder = options.decoder;
    recognition.threads = options.jobs;
    auto language = chooseLanguageModel(options);
    if (!language)
        return language.error();
    recognition.language = std::move(*language);
    return app::PageTranscriber::open(*model, recognition);
}

} // namespace longhand::cli
