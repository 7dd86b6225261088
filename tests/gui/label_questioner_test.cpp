#include <gtest/gtest.h>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include "longhand/app/label_questioner.h"
#include "temporary_folder.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

/// Is sure that every line says "right".
class SureRecognizer final : public recognition::Recognizer
{
public:
    [[nodiscard]] int lineHeightPx() const override { return 32; }
    [[nodiscard]] std::string modelName() const override { return "sure"; }
    Result<std::vector<recognition::LineReading>> read(std::span<const GrayImage> lines, std::stop_token,
                                                       const ProgressFn&) override
    {
        return std::vector<recognition::LineReading>(lines.size(), recognition::LineReading{"right", 1, {}, {}, {}});
    }
    Result<std::vector<double>> score(std::span<const GrayImage>, std::span<const std::string> texts,
                                      std::stop_token) override
    {
        std::vector<double> scores;
        for (const std::string& text : texts)
            scores.push_back(text == "right" ? -0.1 : -100.0);
        return scores;
    }
};

class LabelQuestionerTest : public testing::Test
{
protected:
    LabelQuestionerTest()
    {
        m_questioner.setDelayMs(0);
        QObject::connect(&m_questioner, &app::LabelQuestioner::questioned, &m_questioner,
                         [this](const QList<qint64>& ids) { m_questioned += ids; });
    }
    std::int64_t correct(const std::string& line, const std::string& text)
    {
        feedback::Correction correction;
        correction.picture = GrayImage(80 + static_cast<int>(line.size()), 32, 200);
        correction.picture.pixels[line.size()] = static_cast<std::uint8_t>(line.back());
        correction.machineText = "wrong";
        correction.humanText = text;
        correction.pageKey = "page";
        correction.lineId = line;
        return m_store->record(correction).value();
    }
    void look()
    {
        const QSignalSpy looked(&m_questioner, &app::LabelQuestioner::looked);
        m_questioner.look();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !looked.isEmpty(); }, kWaitMs));
    }

    const TemporaryFolder m_folder;
    std::unique_ptr<feedback::FeedbackStore> m_store =
        feedback::FeedbackStore::open(m_folder / "feedback.sqlite").value();
    app::LabelQuestioner m_questioner{
        m_folder / "feedback.sqlite", []() -> Result<std::unique_ptr<recognition::Recognizer>> {
            return std::unique_ptr<recognition::Recognizer>(std::make_unique<SureRecognizer>());
        }};
    QList<qint64> m_questioned;
};

TEST_F(LabelQuestionerTest, MarksWhatHardlyFitsAndAsksOnce)
{
    correct("a", "right");
    const std::int64_t wrong = correct("b", "nothing of the kind");
    look();
    EXPECT_EQ(m_questioned, QList<qint64>{wrong});
    EXPECT_EQ(m_store->line(wrong).value().state, feedback::LabelState::Questioned);

    ASSERT_TRUE(m_store->setState(wrong, feedback::LabelState::Trusted).ok()); // the person insists
    look();
    EXPECT_EQ(m_questioned.size(), 1);
    EXPECT_EQ(m_store->line(wrong).value().state, feedback::LabelState::Trusted);
}

TEST_F(LabelQuestionerTest, LooksOnlyAtWhatIsNew)
{
    correct("a", "right");
    look();
    EXPECT_TRUE(m_questioned.isEmpty());
    const std::int64_t wrong = correct("c", "something else");
    look();
    EXPECT_EQ(m_questioned, QList<qint64>{wrong});
}

} // namespace

} // namespace longhand::test
