#include <algorithm>
#include <memory>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/output_names.h"
#include "cli/output_plan.h"
#include "cli/page_sink.h"
#include "cli/terminal.h"
#include "longhand/app/batch.h"
#include "longhand/app/profile_chooser.h"
#include "longhand/app/reading_certainty.h"
#include "longhand/base/files.h"

namespace longhand::cli
{

namespace
{

constexpr int kMaxJobs = 256;
constexpr const char* kProposedProfile = "auto";

struct RecognizeOptions {
    std::vector<std::string> files;
    std::string format;
    std::string output;
    ReadingOptions reading;
    bool singleLine = false;
    bool keepPrint = false;
    bool keepAsItStands = false;
    formats::TextLayout layout = formats::TextLayout::Lines;
    std::string debugDir;
    bool quiet = false;
};

/// The debug folder itself for one picture, else a folder for each in it.
std::vector<app::BatchFile> makeBatch(const std::vector<Input>& inputs, const RecognizeOptions& options,
                                      bool keepPictures)
{
    OutputNames names(inputs, "");
    std::vector<app::BatchFile> batch;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        app::BatchFile file{inputs[i].file, {}};
        file.options.singleLine = options.singleLine;
        file.options.keepPictures = keepPictures;
        file.options.turn = !options.keepAsItStands;
        file.options.preprocess.print.enabled = !options.keepPrint;
        if (!options.debugDir.empty()) {
            const std::filesystem::path folder(options.debugDir);
            file.options.preprocess.debugDir = inputs.size() == 1 ? folder : folder / names.take(i, 0);
        }
        batch.push_back(std::move(file));
    }
    return batch;
}

bool isEmpty(const app::Transcription& transcription)
{
    return std::all_of(transcription.pages.begin(), transcription.pages.end(),
                       [](const formats::Page& page) { return page.lines.empty(); });
}

/// No other output can succeed where one of these ended.
bool endsAllOutput(const OutputPlan& plan, const Error& error)
{
    return plan.target == OutputPlan::Target::Stdout || error.code == ErrorCode::DiskFull;
}

/// One run of the command: reads what can be read and names what cannot.
class Recognition
{
public:
    Recognition(const RecognizeOptions& options, OutputPlan plan, Inputs inputs)
        : m_options(options), m_plan(std::move(plan)), m_inputs(std::move(inputs)),
          m_bar(options.quiet ? ProgressBar::Show::Never : ProgressBar::Show::WhenTerminal)
    {
    }

    int run()
    {
        for (const Error& problem : m_inputs.problems)
            fail(problem);
        if (m_inputs.files.empty())
            return kSomeFailed;
        const Interrupt interrupt;
        const auto reading = chooseProfile(interrupt.token());
        if (!reading) {
            fail(reading.error());
            return interrupt.exitCode(kSomeFailed);
        }
        auto transcriber = openTranscriber(*reading);
        if (!transcriber) {
            fail(transcriber.error());
            return kSomeFailed;
        }
        auto sink = openSink(m_plan, m_inputs.files, (*transcriber)->recognizer().modelName());
        if (!sink) {
            fail(sink.error());
            return sink.error().code == ErrorCode::InvalidInput ? kWrongUsage : kSomeFailed;
        }
        readAll(**transcriber, **sink, interrupt.token());
        m_bar.clear();
        if (interrupt.token().stop_requested())
            say("Stopped. What was written before is complete.");
        return interrupt.exitCode(m_failed ? kSomeFailed : kAllDone);
    }

private:
    /// "auto" becomes the writer whose profile reads the first lines of the first picture best, if any.
    Result<ReadingOptions> chooseProfile(const std::stop_token& stop)
    {
        ReadingOptions reading = m_options.reading;
        reading.quiet = m_options.quiet;
        if (reading.profile != kProposedProfile)
            return reading;
        const auto proposal = app::proposeProfile(app::ModelLibrary(), m_inputs.files.front().file, stop);
        if (!proposal)
            return proposal.error();
        reading.profile = proposal->writer;
        if (!m_options.quiet)
            tell(reading.profile.empty() ? "No writer's profile reads this clearly better than the model alone."
                                         : "Read with the profile of '" + reading.profile + "'.");
        return reading;
    }

    void readAll(app::PageTranscriber& transcriber, PageSink& sink, const std::stop_token& stop)
    {
        const auto& files = m_inputs.files;
        m_bar.setLabel(files.front().file.filename().string());
        const auto fileDone = [&](std::size_t index, Result<app::Transcription> transcription) {
            const app::AfterFile after = take(index, std::move(transcription), sink);
            if (index + 1 < files.size())
                m_bar.setLabel(files[index + 1].file.filename().string());
            return after;
        };
        app::transcribeFiles(transcriber, makeBatch(files, m_options, needsPictures(m_plan.format)),
                             m_options.reading.jobs, fileDone, stop,
                             [&](int done, int total) { m_bar.update(done, total); });
        if (stop.stop_requested() || m_outputEnded)
            return;
        if (const auto finished = sink.finish(); !finished)
            fail(finished.error());
    }

    app::AfterFile take(std::size_t index, Result<app::Transcription> transcription, PageSink& sink)
    {
        if (!transcription) {
            fail(transcription.error());
            return app::AfterFile::Continue;
        }
        const auto& file = m_inputs.files[index].file;
        if (isEmpty(*transcription) && !m_options.quiet)
            tell("No handwriting was found in " + quoted(file) +
                 ". If there is some, try a sharper or larger picture.");
        if (!m_options.quiet)
            tellAboutPages(*transcription, file);
        m_bar.clear();
        const auto added = sink.add(index, std::move(transcription).value());
        if (added)
            return app::AfterFile::Continue;
        fail(added.error());
        m_outputEnded = endsAllOutput(m_plan, added.error());
        return m_outputEnded ? app::AfterFile::Stop : app::AfterFile::Continue;
    }

    void tellAboutPages(const app::Transcription& transcription, const std::filesystem::path& file)
    {
        for (const formats::Page& page : transcription.pages) {
            const std::string number = std::to_string(page.imageIndex + 1);
            const auto named = [&](const char* word) {
                return (transcription.pages.size() > 1 ? word + number + " of " : std::string()) + quoted(file);
            };
            if (page.turnDeg != 0)
                tell(named("Page ") + (page.turnDeg == 180 ? " stands upside down" : " lies on its side") +
                     " and was read turned upright.");
            if (app::isHardlyReadable(page))
                tell("Hardly anything in " + named("page ") +
                     " could be read with certainty. If it is handwriting, a sharper or larger picture may help.");
        }
    }

    void fail(const Error& error)
    {
        m_failed = true;
        tell(error.detail);
    }

    void tell(const std::string& sentence)
    {
        m_bar.clear();
        say(sentence);
    }

    const RecognizeOptions& m_options;
    OutputPlan m_plan;
    Inputs m_inputs;
    ProgressBar m_bar;
    bool m_failed = false;
    bool m_outputEnded = false;
};

int recognize(const RecognizeOptions& options)
{
    Inputs inputs = findInputs(options.files);
    const bool many = !isSingleFile(options.files) && inputs.files.size() + inputs.problems.size() != 1;
    auto plan = planOutput({options.format, options.output, many});
    if (!plan) {
        say(plan.error().detail);
        return kWrongUsage;
    }
    if (options.layout != formats::TextLayout::Lines && !formats::hasLayout(plan->format)) {
        say("The format '" + std::string(formats::formatName(plan->format)) +
            "' keeps the lines of the page. Leave out --layout, or choose txt, md, odt or docx.");
        return kWrongUsage;
    }
    plan->layout = options.layout;
    return Recognition(options, std::move(plan).value(), std::move(inputs)).run();
}

} // namespace

void addRecognizeCommand(CLI::App& program, Action& chosen)
{
    auto options = std::make_shared<RecognizeOptions>();
    CLI::App* command = program.add_subcommand("recognize", "Read handwriting in pictures and print or save its text");
    command->footer(
        "Formats: " + formatNames() +
        ".\n"
        "PATH is a folder when it exists, ends in '/', or is a new name without a document's suffix for\n"
        "several pictures: then every page gets a file of its own (letter.txt, letter-2.txt). Otherwise all\n"
        "pages go into one document.\n\n"
        "Examples:\n"
        "  longhand recognize letter.jpg\n"
        "  longhand recognize letter.jpg -o letter.pdf\n"
        "  longhand recognize scans/ -f json -o text/\n"
        "  longhand recognize --line word.png -f json\n\n"
        "Exit code: 0 everything was read, 1 something failed, 2 wrong usage.");
    command->add_option("FILE", options->files, "Pictures (JPEG, PNG, TIFF, WebP, BMP) and folders of pictures")
        ->required()
        ->type_name("");
    command->add_option("-f,--format", options->format, "Format of the text; default: from PATH's suffix, else txt")
        ->type_name("FORMAT");
    command->add_option("-o,--output", options->output, "File or folder to write; default: standard output")
        ->type_name("PATH");
    const auto chooseLayout = [options](const CLI::results_t& values) {
        const auto layout = formats::layoutFromName(values.back());
        if (!layout)
            throw CLI::ValidationError("There is no layout '" + values.back() +
                                       "'; choose lines, paragraphs or mended");
        options->layout = *layout;
        return true;
    };
    command
        ->add_option(
            "--layout", chooseLayout,
            "Text of txt, md, odt, docx: lines as on the page (default), paragraphs joined, or mended: joined, "
            "and words the line cut made whole")
        ->type_name("lines|paragraphs|mended");
    addModelOption(*command, options->reading);
    addProfileOption(*command, options->reading);
    addDecoderOption(*command, options->reading);
    command->add_flag("--line", options->singleLine, "Every picture is one text line");
    const auto choosePrint = [options](const CLI::results_t& values) {
        if (values.back() != "keep" && values.back() != "skip")
            throw CLI::ValidationError("There is no '" + values.back() + "' for print; choose keep or skip");
        options->keepPrint = values.back() == "keep";
        return true;
    };
    command
        ->add_option("--print", choosePrint, "Printed text, as on forms: skip it (default) or keep it and read it too")
        ->type_name("skip|keep");
    command->add_flag("--no-turn", options->keepAsItStands,
                      "Read pages as they stand, also those that seem to be upside down or on their side");
    command->add_option("--jobs", options->reading.jobs, "Pages worked on at the same time; default: by the machine")
        ->type_name("N")
        ->check(CLI::Range(1, kMaxJobs).description(""));
    command->add_option("--debug-dir", options->debugDir, "Save the picture after every step of the cleaning here")
        ->type_name("D");
    command->add_flag("-q,--quiet", options->quiet, "No progress bar and no notices, errors only");
    command->callback([options, &chosen] { chosen = [options] { return recognize(*options); }; });
}

} // namespace longhand::cli
