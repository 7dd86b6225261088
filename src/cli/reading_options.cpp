#include <map>

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
    static const std::map<std::string, recognition::Decoder> kDecoders = {{"greedy", recognition::Decoder::Greedy},
                                                                          {"beam", recognition::Decoder::Beam}};
    command
        .add_option("--decoder", options.decoder,
                    "greedy (default): the likeliest character everywhere; beam: slower, also gives alternatives")
        ->type_name("greedy|beam")
        ->transform(CLI::CheckedTransformer(kDecoders).description(""));
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
