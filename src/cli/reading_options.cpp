#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace longhand::cli
{

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
                    "greedy (default): the likeliest character everywhere; beam: slower, also gives alternatives")
        ->type_name("greedy|beam");
}

Result<std::unique_ptr<app::PageTranscriber>> openTranscriber(const ReadingOptions& options)
{
    std::filesystem::path model = options.model;
    if (model.empty()) {
        auto found = app::findDefaultModel();
        if (!found)
            return found.error();
        model = std::move(found).value();
    }
    recognition::Options recognition;
    recognition.decoder = options.decoder;
    recognition.threads = options.jobs;
    return app::PageTranscriber::open(model, recognition);
}

} // namespace longhand::cli
