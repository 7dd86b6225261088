#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include "longhand/training/trainer.h"

// The trainer must build where there is nothing but LibTorch and nlohmann/json, so its few options are parsed here.

namespace
{

using longhand::training::TrainConfig;

constexpr int kUsageError = 2;

constexpr const char* kHelp = R"(longhand-train: trains the network that reads lines of handwriting

  longhand-train run --pack FILE --out MODEL [options]
      --pack FILE          training pack (repeatable), made by 'longhand data pack'
      --out MODEL          the model, written at every validation
      --work DIR           checkpoint and log; a run found there is resumed (default: MODEL.training)
      --from MODEL         start from this model instead of from scratch
      --weight SET=X       draw lines of SET X times as often (repeatable)
      --steps N            training steps (default 4000)
      --learning-rate X    highest rate (default 0.001)
      --columns N          picture columns per batch and thread (default 12000)
      --replicas N         batches at the same time, one thread each (default 2)
      --validate-every N   steps (default 400)
      --seed N             (default 1)
      --architecture A     standard or tiny (default standard)
      --name, --description, --license, --credits TEXT   for the model's header
      --no-augment, --no-bf16
  longhand-train init --out MODEL [--architecture tiny|standard] [--characters TEXT] [--seed N]
      writes a model with random weights

Ctrl-C ends a run after the current step with its checkpoint written.
)";

std::stop_source g_stop;

[[noreturn]] void usage(const std::string& message)
{
    std::cerr << "longhand-train: " << message << "\nSee longhand-train --help.\n";
    std::exit(kUsageError);
}

template <class Number>
Number number(const std::string& option, const std::string& text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        usage("'" + text + "' is not a number that " + option + " takes.");
    return value;
}

/// Options with a value call their setter, options without one call theirs.
struct Options {
    std::map<std::string_view, std::function<void(const std::string&)>> valued;
    std::map<std::string_view, std::function<void()>> flags;

    void parse(const std::vector<std::string>& arguments) const
    {
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const std::string& option = arguments[i];
            if (const auto flag = flags.find(option); flag != flags.end()) {
                flag->second();
            } else if (const auto found = valued.find(option); found != valued.end()) {
                if (++i == arguments.size())
                    usage("the option " + option + " needs a value.");
                found->second(arguments[i]);
            } else {
                usage("there is no option '" + option + "'.");
            }
        }
    }
};

int report(const longhand::Error& error)
{
    std::cerr << "longhand-train: " << error.detail << '\n';
    return EXIT_FAILURE;
}

void printProgress(const longhand::training::TrainProgress& p)
{
    const bool terminal = ::isatty(STDERR_FILENO);
    constexpr int kLogEvery = 100;
    if (!terminal && p.step % kLogEvery != 0 && p.step != p.steps)
        return;
    const int minutes = static_cast<int>(p.secondsLeft / 60);
    std::fprintf(stderr, "%sstep %lld of %lld  loss %.3f  CER %s  %.0f lines/s  %dh%02dm left%s", terminal ? "\r" : "",
                 static_cast<long long>(p.step), static_cast<long long>(p.steps), p.loss,
                 p.validationCer < 0 ? "-" : (std::to_string(p.validationCer * 100).substr(0, 5) + " %").c_str(),
                 p.linesPerSecond, minutes / 60, minutes % 60, terminal ? "\x1b[K" : "\n");
}

int run(const std::vector<std::string>& arguments)
{
    TrainConfig config;
    const Options options{
        {{"--pack", [&](const auto& v) { config.packs.emplace_back(v); }},
         {"--out", [&](const auto& v) { config.output = v; }},
         {"--work", [&](const auto& v) { config.workFolder = v; }},
         {"--from", [&](const auto& v) { config.startModel = v; }},
         {"--steps", [&](const auto& v) { config.steps = number<long>("--steps", v); }},
         {"--learning-rate", [&](const auto& v) { config.learningRate = number<double>("--learning-rate", v); }},
         {"--columns", [&](const auto& v) { config.columnsPerBatch = number<int>("--columns", v); }},
         {"--replicas", [&](const auto& v) { config.replicas = number<int>("--replicas", v); }},
         {"--validate-every", [&](const auto& v) { config.validateEvery = std::max(1L, number<long>("--validate-every", v)); }},
         {"--seed", [&](const auto& v) { config.seed = number<unsigned long>("--seed", v); }},
         {"--architecture", [&](const auto& v) { config.architecture = v; }},
         {"--name", [&](const auto& v) { config.modelName = v; }},
         {"--description", [&](const auto& v) { config.description = v; }},
         {"--license", [&](const auto& v) { config.license = v; }},
         {"--credits", [&](const auto& v) { config.credits = v; }},
         {"--weight",
          [&](const std::string& v) {
              const auto equals = v.find('=');
              if (equals == std::string::npos)
                  usage("--weight takes SET=X.");
              config.setWeights[v.substr(0, equals)] = number<double>("--weight", v.substr(equals + 1));
          }}},
        {{"--no-augment", [&] { config.augment = false; }}, {"--no-bf16", [&] { config.bfloat16 = false; }}}};
    options.parse(arguments);
    if (config.packs.empty() || config.output.empty())
        usage("run needs --pack and --out.");
    if (config.workFolder.empty())
        config.workFolder = config.output.string() + ".training";

    std::signal(SIGINT, [](int) { g_stop.request_stop(); });
    std::signal(SIGTERM, [](int) { g_stop.request_stop(); });
    const auto result = longhand::training::train(config, g_stop.get_token(), printProgress);
    if (!result)
        return report(result.error());
    for (const std::string& warning : result->warnings)
        std::cerr << "longhand-train: " << warning << '\n';
    std::cout << "steps " << result->stepsDone << "\nvalidation_cer " << result->validationCer << '\n';
    for (const auto& [set, cer] : result->cerPerSet)
        std::cout << "  " << set << ' ' << cer << '\n';
    return EXIT_SUCCESS;
}

int init(const std::vector<std::string>& arguments)
{
    std::string out, architecture = "tiny", characters = " abcdefghijklmnopqrstuvwxyz";
    std::uint64_t seed = 1;
    const Options options{{{"--out", [&](const auto& v) { out = v; }},
                           {"--architecture", [&](const auto& v) { architecture = v; }},
                           {"--characters", [&](const auto& v) { characters = v; }},
                           {"--seed", [&](const auto& v) { seed = number<unsigned long>("--seed", v); }}},
                          {}};
    options.parse(arguments);
    if (out.empty())
        usage("init needs --out.");
    const auto written = longhand::training::writeUntrainedModel(out, architecture, characters, seed);
    return written ? EXIT_SUCCESS : report(written.error());
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h") {
        std::cout << kHelp;
        return arguments.empty() ? kUsageError : EXIT_SUCCESS;
    }
    const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
    if (std::find(rest.begin(), rest.end(), "--help") != rest.end()) {
        std::cout << kHelp;
        return EXIT_SUCCESS;
    }
    if (arguments[0] == "run")
        return run(rest);
    if (arguments[0] == "init")
        return init(rest);
    usage("there is no command '" + arguments[0] + "'.");
}
