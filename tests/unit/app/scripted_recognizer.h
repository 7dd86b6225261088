#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <utility>

#include "longhand/recognition/recognizer.h"

namespace longhand::test
{

/// Reads whatever the test wants, so that a known reading can be compared with its reference.
class ScriptedRecognizer final : public recognition::Recognizer
{
public:
    /// The reading of the `index`-th line since the start.
    using Script = std::function<recognition::LineReading(std::size_t index)>;

    explicit ScriptedRecognizer(Script script) : m_script(std::move(script)) {}

    [[nodiscard]] int lineHeightPx() const override { return 48; }
    [[nodiscard]] std::string modelName() const override { return "scripted"; }
    Result<std::vector<recognition::LineReading>> read(std::span<const GrayImage> lines, std::stop_token stop,
                                                       const ProgressFn& progress) override
    {
        if (stop.stop_requested())
            return Error{ErrorCode::Stopped, "Stopped."};
        std::vector<recognition::LineReading> readings;
        for (const GrayImage& line : lines) {
            if (line.height != lineHeightPx())
                return Error{ErrorCode::InvalidInput, "wrong height"};
            readings.push_back(m_script(m_linesRead++));
            if (progress)
                progress(static_cast<int>(readings.size()), static_cast<int>(lines.size()));
        }
        return readings;
    }
    Result<std::vector<double>> score(std::span<const GrayImage> lines, std::span<const std::string>,
                                      std::stop_token) override
    {
        return std::vector<double>(lines.size(), 0.0);
    }

private:
    Script m_script;
    std::size_t m_linesRead = 0;
};

/// ASCII text spread evenly over the line, every space separating words.
inline recognition::LineReading evenReading(const std::string& text)
{
    recognition::LineReading reading;
    reading.text = text;
    reading.confidence = 0.9;
    reading.alternatives = {{text, -0.1}, {text + "?", -2.0}};
    const auto at = [&](std::size_t i) { return static_cast<double>(i) / static_cast<double>(text.size()); };
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        recognition::WordReading word;
        word.text = text.substr(begin, end - begin);
        word.confidence = 0.8;
        word.begin = at(begin);
        word.end = at(end);
        word.firstChar = static_cast<int>(begin);
        word.charCount = static_cast<int>(end - begin);
        word.alternatives = {word.text + "!"};
        reading.words.push_back(word);
        begin = end + 1;
    }
    for (std::size_t i = 0; i < text.size(); ++i)
        reading.chars.push_back({text.substr(i, 1), 0.7, at(i), at(i + 1)});
    return reading;
}

} // namespace longhand::test
