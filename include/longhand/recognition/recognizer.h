#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/progress.h"
#include "longhand/base/result.h"
#include "longhand/nn/calibration.h"

namespace longhand::recognition
{

enum class Decoder { Greedy, Beam };
enum class Device { Auto, Cpu, Cuda }; ///< Auto: CUDA where there is one

/// A character language model that takes part in the beam search (longhand lm build).
struct LanguageOptions {
    std::filesystem::path model; ///< empty: none
    double weight = 0.6;         ///< of log p(text) beside log p(text | picture)
    double bonus = 1.5;          ///< for every character, in nats: the model alone favours short texts
};

struct Options {
    Decoder decoder = Decoder::Greedy;
    int beamWidth = 32;            ///< hypotheses kept per frame, Beam only
    int alternatives = 5;          ///< n-best texts and word alternatives returned, Beam only
    LanguageOptions language;      ///< Beam only
    std::filesystem::path profile; ///< what one writer's hand changes in the model (writeProfile); empty: none
    std::optional<nn::Calibration> calibration; ///< instead of the model's own
    Device device = Device::Cpu;
    int threads = 0; ///< batches read at the same time; 0: as many as there are cores
};

/// Extents are columns of the line picture handed in, as fractions 0..1 of its width; confidences 0..1.
struct CharReading {
    std::string text; ///< one code point, UTF-8
    double confidence = 0;
    double begin = 0;
    double end = 0;
};
struct WordReading {
    std::string text;
    double confidence = 0; ///< that the whole word is right, as nn::WordCalibration has it
    nn::WordDoubt doubt;
    double begin = 0;
    double end = 0;
    int firstChar = 0; ///< index into LineReading::chars
    int charCount = 0;
    std::vector<std::string> alternatives; ///< other readings of this word, best first
};
struct Hypothesis {
    std::string text;
    /// Natural logarithm, summed over all CTC paths found, with Greedy of the best path; with a language model its
    /// share and the bonuses added.
    double logProbability = 0;
};
struct LineReading {
    std::string text;
    double confidence = 0; ///< geometric mean of the characters' confidences; 1 for an empty reading
    std::vector<CharReading> chars;
    std::vector<WordReading> words;
    std::vector<Hypothesis> alternatives; ///< n-best, the first is `text`; one entry with Greedy
};

/// Reads line pictures with one model. Thread-compatible: one call of read() at a time.
class Recognizer
{
public:
    /// Errors: those of nn::readModel and of language::LanguageModel::open.
    static Result<std::unique_ptr<Recognizer>> open(const std::filesystem::path& model, const Options& options = {});
    virtual ~Recognizer() = default;

    /// Height in pixels of the pictures read() expects (imaging::normalizeLine).
    [[nodiscard]] virtual int lineHeightPx() const = 0;
    [[nodiscard]] virtual std::string modelName() const = 0;
    /// The characters the model can write, UTF-8; empty where that is not known.
    [[nodiscard]] virtual std::string characters() const { return {}; }
    /// One reading per picture, in order; of a line with narrow letters the likelier of two, at two widths. A picture
    /// of the wrong height is InvalidInput. Error Stopped on stop.
    virtual Result<std::vector<LineReading>> read(std::span<const GrayImage> lines, std::stop_token stop = {},
                                                  const ProgressFn& progress = {}) = 0;
    /// log p(text | picture) of each pair in nats, over all CTC paths, without a language model; -infinity where the
    /// text has characters the model lacks or does not fit into the line's width. Errors: as read().
    virtual Result<std::vector<double>> score(std::span<const GrayImage> lines, std::span<const std::string> texts,
                                              std::stop_token stop = {}) = 0;
    /// As read(), but of each line only texts that begin as said; an empty beginning says nothing. Always by beam
    /// search. Characters the model lacks stay in the text without being looked for. The reading is empty where the
    /// beginning does not fit into the line.
    virtual Result<std::vector<LineReading>> readOn(std::span<const GrayImage> lines,
                                                    std::span<const std::string> beginnings, std::stop_token stop = {});
};

/// Puts the calibration into the model file, atomically. Errors: those of nn::writeCalibration.
Result<void> storeCalibration(const std::filesystem::path& model, const nn::Calibration& calibration);

struct ProfileReport {
    int bits = 0; ///< per weight
    std::size_t bytes = 0;
};
/// What `learnt` changes in `base`, in at most 2 MB, for Options::profile. Errors: those of nn::writeDelta.
Result<ProfileReport> writeProfile(const std::filesystem::path& profile, const std::filesystem::path& base,
                                   const std::filesystem::path& learnt);

/// What `longhand model show` prints of a model file: JSON text, UTF-8. Reads only the header.
Result<std::string> describeModel(const std::filesystem::path& model);

} // namespace longhand::recognition
