#include "longhand/app/label_guard.h"

#include <gmock/gmock.h>

#include "scripted_recognizer.h"

using namespace longhand;
using namespace longhand::app;

namespace
{

/// Reads "abcd" everywhere and finds any other character as unlikely as the test says.
class StubbornRecognizer final : public recognition::Recognizer
{
public:
    explicit StubbornRecognizer(double natsPerError) : m_natsPerError(natsPerError) {}
    [[nodiscard]] int lineHeightPx() const override { return 48; }
    [[nodiscard]] std::string modelName() const override { return "stubborn"; }
    [[nodiscard]] std::string characters() const override { return "abcdxyz "; }
    Result<std::vector<recognition::LineReading>> read(std::span<const GrayImage> lines, std::stop_token,
                                                       const ProgressFn&) override
    {
        return std::vector<recognition::LineReading>(lines.size(), test::evenReading("abcd"));
    }
    Result<std::vector<double>> score(std::span<const GrayImage> lines, std::span<const std::string> texts,
                                      std::stop_token) override
    {
        std::vector<double> scores;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            scores.push_back(-0.5);
            for (std::size_t c = 0; c < texts[i].size(); ++c)
                scores.back() -= c < 4 && texts[i][c] == "abcd"[c] ? 0 : m_natsPerError;
        }
        return scores;
    }

private:
    double m_natsPerError;
};

std::vector<LabelFit> fit(const std::vector<std::string>& texts, double natsPerError)
{
    StubbornRecognizer recognizer(natsPerError);
    const std::vector<GrayImage> lines(texts.size(), GrayImage(100, 48));
    auto fits = fitLabels(recognizer, lines, texts);
    EXPECT_TRUE(fits.ok());
    return std::move(fits).value();
}

} // namespace

TEST(LabelGuard, QuestionsWhatTheInkContradicts)
{
    const auto fits = fit({"abcd", "abcx", "xyzx"}, 8);
    EXPECT_EQ(fits[0].surplus, 0);
    EXPECT_FALSE(fits[1].isQuestioned()) << "a corrected letter is what corrections are for";
    EXPECT_TRUE(fits[2].isQuestioned());
    EXPECT_EQ(fits[2].reading, "abcd");
}

TEST(LabelGuard, DoesNotQuestionWhatTheModelIsUnsureOf)
{
    EXPECT_FALSE(fit({"xyzx"}, 2)[0].isQuestioned());
}

TEST(LabelGuard, DoesNotJudgeCharactersTheModelLacks)
{
    const auto fits = fit({"жщю", "abcdж"}, 8);
    EXPECT_EQ(fits[0].surplus, 0) << "a text in another script";
    EXPECT_EQ(fits[1].surplus, 0) << "a new character beside known ones";
}

TEST(LabelGuard, ShuffledTextsAreOutOfPlace)
{
    StubbornRecognizer recognizer(8);
    const std::vector<GrayImage> lines(10, GrayImage(100, 48));
    const std::vector<std::string> right(10, "abcd");
    EXPECT_EQ(shareInPlace(recognizer, lines, right).value(), 1.0);
    std::vector<std::string> mixed = right;
    for (std::size_t i = 0; i < mixed.size(); i += 2)
        mixed[i] = "xyzx";
    EXPECT_EQ(shareInPlace(recognizer, lines, mixed).value(), 0.5);
    EXPECT_EQ(shareInPlace(recognizer, std::span(lines).first(4), std::span(mixed).first(4)).value(), 1.0)
        << "too few to say";
}
