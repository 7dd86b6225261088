#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/progress.h"
#include "longhand/base/result.h"

namespace longhand::recognition
{

enum class Decoder { Greedy, Beam };
enum class Device { Auto, Cpu, Cuda }; ///< Auto: CUDA where there is one

struct Options {
    Decoder decoder = Decoder::Greedy;
    int beamWidth = 16;      ///< hypotheses kept per frame, Beam only
    int alternatives = 5;    ///< n-best texts and word alternatives returned, Beam only
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
    double confidence = 0;
    double begin = 0;
    double end = 0;
    int firstChar = 0; ///< index into LineReading::chars
    int charCount = 0;
    std::vector<std::string> alternatives; ///< other readings of this word, best first
};
struct Hypothesis {
    std::string text;
    double logProbability = 0; ///< natural logarithm, summed over all CTC paths found
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
    /// Errors: those of nn::ModelFile.
    static Result<std::unique_ptr<Recognizer>> open(const std::filesystem::path& model, const Options& options = {});
    virtual ~Recognizer() = default;

    /// Height in pixels of the pictures read() expects (imaging::normalizeLine).
    [[nodiscard]] virtual int lineHeightPx() const = 0;
    [[nodiscard]] virtual std::string modelName() const = 0;
    /// One reading per picture, in order. A picture of the wrong height is InvalidInput. Error Stopped on stop.
    virtual Result<std::vector<LineReading>> read(std::span<const GrayImage> lines, std::stop_token stop = {},
                                                  const ProgressFn& progress = {}) = 0;
};

/// What `longhand model show` prints of a model file: JSON text, UTF-8. Reads only the header.
Result<std::string> describeModel(const std::filesystem::path& model);

} // namespace longhand::recognition
