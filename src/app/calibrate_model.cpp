#include <array>

#include "app/word_judgements.h"
#include "longhand/app/evaluation.h"
#include "longhand/app/models.h"

namespace longhand::app
{

namespace
{

/// Reads the lines of every set with one calibration and judges their words.
class Reader
{
public:
    Reader(const CalibrationRequest& request, int runs, const std::stop_token& stop, const ProgressFn& progress)
        : m_request(request), m_stop(stop), m_progress(progress),
          m_steps(runs * static_cast<int>(request.lineSets.size()))
    {
    }

    /// The words of every set.
    Result<std::vector<std::vector<WordJudgement>>> judge(const nn::Calibration& calibration,
                                                          const recognition::LanguageOptions& language)
    {
        recognition::Options options;
        options.calibration = calibration;
        options.language = language;
        options.decoder = language.model.empty() ? recognition::Decoder::Greedy : recognition::Decoder::Beam;
        auto recognizer = recognition::Recognizer::open(m_request.model, options);
        if (!recognizer)
            return recognizer.error();
        std::vector<std::vector<WordJudgement>> words;
        for (const auto& set : m_request.lineSets) {
            auto evaluation = evaluateLines(**recognizer, set, {m_request.split, m_request.limitPerSet}, m_stop);
            if (!evaluation)
                return evaluation.error();
            words.push_back(std::move(evaluation->words));
            if (m_progress)
                m_progress(++m_done, m_steps);
        }
        return words;
    }

private:
    const CalibrationRequest& m_request;
    std::stop_token m_stop;
    const ProgressFn& m_progress;
    int m_steps;
    int m_done = 0;
};

} // namespace

Result<CalibrationReport> calibrateModel(const CalibrationRequest& request, std::stop_token stop,
                                         const ProgressFn& progress)
{
    constexpr std::array kTemperatures{0.8, 1.0, 1.25, 1.6};
    const bool hasLanguageModel = !request.languageModel.empty();
    Reader reader(request, static_cast<int>(kTemperatures.size()) + (hasLanguageModel ? 1 : 0), stop, progress);
    CalibrationReport report;
    double least = 0;
    for (const double temperature : kTemperatures) {
        nn::Calibration calibration;
        calibration.temperature = temperature;
        const auto words = reader.judge(calibration, {});
        if (!words)
            return words.error();
        std::vector<std::vector<WordJudgement>> together(1);
        for (const auto& set : *words)
            together.front().insert(together.front().end(), set.begin(), set.end());
        if (together.front().empty())
            return Error{ErrorCode::InvalidInput,
                         "Not one word was read in these lines, so that nothing can be fitted to "
                         "them. Name others."};
        // Characters and lines have nothing but themselves to go by, so neither has the temperature.
        const double now = surprise(together, fitWords(together, WordEvidence::Own));
        if (report.words == 0 || now < least) {
            least = now;
            report.words = together.front().size();
            report.calibration = calibration;
            report.calibration.words = fitWords(*words, WordEvidence::Line);
        }
    }
    if (hasLanguageModel) {
        recognition::LanguageOptions language;
        language.model = request.languageModel;
        const auto words = reader.judge(report.calibration, language);
        if (!words)
            return words.error();
        report.calibration.wordsWithLanguageModel = fitWords(*words, WordEvidence::Rivals);
    }
    if (const auto stored = recognition::storeCalibration(request.model, report.calibration); !stored)
        return stored.error();
    return report;
}

} // namespace longhand::app
