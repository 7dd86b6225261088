#include "longhand/training/command_line.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <stop_token>
#include <string_view>
#include <unistd.h>
#include <vector>

#include "longhand/training/model_average.h"
#include "longhand/training/selftest.h"
#include "longhand/training/trainer.h"

// The trainer must build where there is nothing but LibTorch and nlohmann/json, so its few options are parsed here.

namespace longhand::training
{

namespace
{

constexpr int kUsageError = 2;

constexpr const char* kHelp = R"(: trains the network that reads lines of handwriting

  PROGRAM run --pack FILE --out MODEL [options]
      --pack FILE          training pack (repeatable), made by 'longhand data pack'
      --out MODEL          the model, written whenever a validation is the best so far
      --work DIR           checkpoint, log and curve; a run found there is resumed (default: MODEL.training)
      --from MODEL         start from this model instead of from scratch
      --weight SET=X       draw lines of SET X times as often (repeatable)
      --steps N            training steps (default 4000)
      --learning-rate X    highest rate (default 0.001)
      --distort NAME=X     distort lines X times as much as usual: all, shear, blur, ... (repeatable)
      --mask-share X       the most of a line's frames to hide from the LSTM (default 0.2)
      --columns N          picture columns per batch and thread (default 12000)
      --lines N            lines per batch and thread at most (default 48)
      --replicas N         batches at the same time, one thread each (default 2; CUDA: 1)
      --device D           auto, cpu or cuda (default auto)
      --validate-every N   steps (default 400)
      --patience N         end after N validations without a gain (default 0: never)
      --seed N             (default 1)
      --architecture A     standard or tiny (default standard)
      --stretch X          how much wider than packed the network sees lines (default: as the start model, or 1)
      --name, --description, --license, --credits TEXT   for the model's header
      --no-augment, --no-bf16
  PROGRAM init --out MODEL [--architecture tiny|standard] [--characters TEXT] [--seed N]
      writes a model with random weights
  PROGRAM average MODEL MODEL... --out MODEL
      the mean of the weights of models that were trained from one another
  PROGRAM selftest
      proves on this machine that gradients are right and that training learns; about a minute

Ctrl-C ends a run after the current step with its checkpoint written.
)";

std::stop_source g_stop; // a signal handler reaches nothing else

template <class Number>
std::function<bool(const std::string&)> into(Number& target)
{
    return [&target](const std::string& text) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), target);
        return error == std::errc() && end == text.data() + text.size() && target >= Number{};
    };
}

/// NAME=X
std::function<bool(const std::string&)> intoNamed(std::map<std::string, double>& target)
{
    return [&target](const std::string& text) {
        const auto equals = text.find('=');
        return equals != std::string::npos && into(target[text.substr(0, equals)])(text.substr(equals + 1));
    };
}

template <class Text>
std::function<bool(const std::string&)> intoText(Text& target)
{
    return [&target](const std::string& text) {
        target = text;
        return true;
    };
}

/// Options with a value hand it to their setter, options without one call theirs.
struct Options {
    std::map<std::string_view, std::function<bool(const std::string&)>> valued;
    std::map<std::string_view, std::function<void()>> flags;

    /// What is wrong with the arguments; nullopt when nothing is.
    [[nodiscard]] std::optional<std::string> parse(std::span<const std::string> arguments) const
    {
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const std::string& option = arguments[i];
            if (const auto flag = flags.find(option); flag != flags.end()) {
                flag->second();
                continue;
            }
            const auto found = valued.find(option);
            if (found == valued.end())
                return "there is no option '" + option + "'.";
            if (++i == arguments.size())
                return "the option " + option + " needs a value.";
            if (!found->second(arguments[i]))
                return "'" + arguments[i] + "' is not a value that " + option + " takes.";
        }
        return std::nullopt;
    }
};

/// One invocation, which knows the name to speak of itself by.
class Program
{
public:
    explicit Program(std::string name) : m_name(std::move(name)) {}

    int execute(std::span<const std::string> arguments) const
    {
        const bool helpWanted =
            std::any_of(arguments.begin(), arguments.end(), [](const auto& a) { return a == "--help" || a == "-h"; });
        if (arguments.empty() || helpWanted) {
            help();
            return arguments.empty() ? kUsageError : EXIT_SUCCESS;
        }
        const auto rest = arguments.subspan(1);
        if (arguments[0] == "run")
            return run(rest);
        if (arguments[0] == "init")
            return init(rest);
        if (arguments[0] == "average")
            return average(rest);
        if (arguments[0] == "selftest")
            return rest.empty() ? selftest() : usage("selftest takes no options.");
        return usage("there is no command '" + arguments[0] + "'.");
    }

private:
    void help() const
    {
        constexpr std::string_view kPlaceholder = "PROGRAM";
        std::string text = m_name + kHelp;
        for (std::size_t at = 0; (at = text.find(kPlaceholder, at)) != std::string::npos;)
            text.replace(at, kPlaceholder.size(), m_name);
        std::cout << text;
    }
    int usage(const std::string& message) const
    {
        std::cerr << m_name << ": " << message << "\nSee " << m_name << " --help.\n";
        return kUsageError;
    }
    int failure(const Error& error) const
    {
        std::cerr << m_name << ": " << error.detail << '\n';
        return EXIT_FAILURE;
    }

    int run(std::span<const std::string> arguments) const;
    int init(std::span<const std::string> arguments) const;
    int average(std::span<const std::string> arguments) const;
    int selftest() const;

    std::string m_name;
};

void printProgress(const TrainProgress& p)
{
    const bool terminal = ::isatty(STDERR_FILENO) != 0;
    constexpr int kLogEvery = 100;
    if (!terminal && p.step % kLogEvery != 0 && p.step != p.steps)
        return;
    constexpr int kBarWidth = 20;
    const auto filled = static_cast<std::size_t>(kBarWidth * p.step / std::max<std::int64_t>(1, p.steps));
    const std::string bar = "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "] ";
    const int minutes = static_cast<int>(p.secondsLeft / 60);
    std::fprintf(stderr, "%s%sstep %lld of %lld  loss %.3f  CER %s  %.0f lines/s  %dh%02dm left%s",
                 terminal ? "\r" : "", terminal ? bar.c_str() : "", static_cast<long long>(p.step),
                 static_cast<long long>(p.steps), p.loss,
                 p.validationCer < 0 ? "-" : (std::to_string(p.validationCer * 100).substr(0, 5) + " %").c_str(),
                 p.linesPerSecond, minutes / 60, minutes % 60, terminal ? "\x1b[K" : "\n");
}

int Program::run(std::span<const std::string> arguments) const
{
    TrainConfig config;
    const Options options{
        {{"--pack",
          [&](const std::string& v) {
              config.packs.emplace_back(v);
              return true;
          }},
         {"--out", intoText(config.output)},
         {"--work", intoText(config.workFolder)},
         {"--from", intoText(config.startModel)},
         {"--steps", into(config.steps)},
         {"--learning-rate", into(config.learningRate)},
         {"--mask-share", into(config.maskShare)},
         {"--columns", into(config.columnsPerBatch)},
         {"--lines", into(config.maxLinesPerBatch)},
         {"--replicas", into(config.replicas)},
         {"--device", intoText(config.device)},
         {"--validate-every", into(config.validateEvery)},
         {"--patience", into(config.patience)},
         {"--seed", into(config.seed)},
         {"--stretch", into(config.stretch)},
         {"--architecture", intoText(config.architecture)},
         {"--name", intoText(config.modelName)},
         {"--description", intoText(config.description)},
         {"--license", intoText(config.license)},
         {"--credits", intoText(config.credits)},
         {"--distort", intoNamed(config.distortions)},
         {"--weight", intoNamed(config.setWeights)}},
        {{"--no-augment", [&] { config.augment = false; }}, {"--no-bf16", [&] { config.bfloat16 = false; }}}};
    if (const auto wrong = options.parse(arguments))
        return usage(*wrong);
    if (config.packs.empty() || config.output.empty())
        return usage("run needs --pack and --out.");
    if (config.stretch != 0 && (config.stretch < 0.25 || config.stretch > 4))
        return usage("--stretch takes 0.25 to 4.");
    if (config.maskShare > 0.9)
        return usage("--mask-share takes 0 to 0.9.");
    config.validateEvery = std::max<std::int64_t>(1, config.validateEvery);
    if (config.workFolder.empty())
        config.workFolder = config.output.string() + ".training";

    std::signal(SIGINT, [](int) { g_stop.request_stop(); });
    std::signal(SIGTERM, [](int) { g_stop.request_stop(); });
    const auto report = train(config, g_stop.get_token(), printProgress);
    if (::isatty(STDERR_FILENO))
        std::cerr << '\n';
    if (!report)
        return failure(report.error());
    for (const std::string& warning : report->warnings)
        std::cerr << m_name << ": " << warning << '\n';
    if (report->gainsEnded)
        std::cerr << m_name << ": ended early, " << config.patience << " validations brought no gain.\n";
    std::cout << "steps " << report->stepsDone << "\nvalidation_cer " << report->validationCer << '\n';
    for (const auto& [set, cer] : report->cerPerSet)
        std::cout << "  " << set << ' ' << cer << '\n';
    return EXIT_SUCCESS;
}

int Program::init(std::span<const std::string> arguments) const
{
    std::string out, architecture = "tiny", characters = " abcdefghijklmnopqrstuvwxyz";
    std::uint64_t seed = 1;
    const Options options{{{"--out", intoText(out)},
                           {"--architecture", intoText(architecture)},
                           {"--characters", intoText(characters)},
                           {"--seed", into(seed)}},
                          {}};
    if (const auto wrong = options.parse(arguments))
        return usage(*wrong);
    if (out.empty())
        return usage("init needs --out.");
    const auto written = writeUntrainedModel(out, architecture, characters, seed);
    return written ? EXIT_SUCCESS : failure(written.error());
}

int Program::average(std::span<const std::string> arguments) const
{
    const auto firstOption =
        std::find_if(arguments.begin(), arguments.end(), [](const std::string& a) { return a.starts_with("--"); });
    const std::vector<std::filesystem::path> models(arguments.begin(), firstOption);
    std::string out;
    const Options options{{{"--out", intoText(out)}}, {}};
    if (const auto wrong = options.parse({firstOption, arguments.end()}))
        return usage(*wrong);
    if (out.empty())
        return usage("average needs --out.");
    const auto written = averageModels(models, out);
    return written ? EXIT_SUCCESS : failure(written.error());
}

int Program::selftest() const
{
    const auto report = runSelfTest([](const std::string& line) { std::cout << line << std::endl; });
    return report ? EXIT_SUCCESS : failure(report.error());
}

} // namespace

int runCommandLine(std::span<const std::string> arguments, const std::string& programName)
{
    return Program(programName).execute(arguments);
}

} // namespace longhand::training
