#include <QTextBlock>

#include "ui/line_field.h"
#include "ui/offer_bubble.h"
#include "ui/rest_of_line.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

formats::Word word(const std::string& text)
{
    return {text, 0.9, {}, {}, {}};
}

class RestOfLineTest : public WindowTest
{
protected:
    void SetUp() override
    {
        window->open({picture(QStringLiteral("letter.png"))});
        ASSERT_TRUE(waitUntilQueued(1));
        formats::Page read = threeLines();
        read.lines[1].words = {word("the"), word("boat"), word("came"), word("in")};
        transcription.finish(transcription.waiting.front(), read);
        text().setFocus();
        select(QStringLiteral("boat"));
    }
    void select(const QString& words) { text().setTextCursor(text().document()->find(words)); }
    QString line() { return text().document()->findBlockByNumber(1).text(); }
    bool waitForRequest()
    {
        return QTest::qWaitFor([this] { return !transcription.lineRequests.empty(); }, kWaitMs);
    }
    void answer(const std::string& whole)
    {
        formats::Line read;
        read.text = whole;
        Q_EMIT transcription.linesRead(transcription.lineRequests.back().id, {read});
    }
    bool offered()
    {
        const auto bubbles = window->findChildren<ui::OfferBubble*>();
        return std::any_of(bubbles.begin(), bubbles.end(), [](const auto* bubble) { return bubble->isVisible(); });
    }
};

TEST_F(RestOfLineTest, AFixedWordAsksForTheRestUnderItsBeginningAndTabTakesIt)
{
    QTest::keyClicks(&text(), QStringLiteral("goat"));
    ASSERT_TRUE(waitForRequest());
    const app::LineShape& shape = transcription.lineRequests.back().shapes.lines.at(0);
    EXPECT_EQ(shape.beginning, "the goat ");
    EXPECT_EQ(shape.baseline, threeLines().lines[1].baseline);
    answer("the goat carved it");
    ASSERT_TRUE(offered());
    EXPECT_EQ(line(), QStringLiteral("the goat came in")) << "nothing changes without a yes";
    QTest::keyClick(&text(), Qt::Key_Tab);
    EXPECT_EQ(line(), QStringLiteral("the goat carved it"));
    EXPECT_FALSE(offered());
    EXPECT_TRUE(text().hasFocus());
    trigger("undoAction");
    EXPECT_EQ(line(), QStringLiteral("the goat came in"));
}

TEST_F(RestOfLineTest, EscapeAndTypingOnAndAnotherLineLeaveIt)
{
    QTest::keyClicks(&text(), QStringLiteral("goat"));
    ASSERT_TRUE(waitForRequest());
    answer("the goat carved it");
    ASSERT_TRUE(offered());
    QTest::keyClick(&text(), Qt::Key_Escape);
    EXPECT_FALSE(offered());
    EXPECT_EQ(line(), QStringLiteral("the goat came in"));

    transcription.lineRequests.clear();
    QTest::keyClicks(&text(), QStringLiteral("s"));
    ASSERT_TRUE(waitForRequest());
    answer("the goats carved it");
    ASSERT_TRUE(offered());
    QTest::keyClick(&text(), Qt::Key_Down);
    EXPECT_FALSE(offered());
}

TEST_F(RestOfLineTest, ALateAnswerToAnOlderTextIsNoOffer)
{
    QTest::keyClicks(&text(), QStringLiteral("goat"));
    ASSERT_TRUE(waitForRequest());
    const int late = transcription.lineRequests.back().id;
    QTest::keyClicks(&text(), QStringLiteral("s"));
    formats::Line read;
    read.text = "the goat carved it";
    Q_EMIT transcription.linesRead(late, {read});
    EXPECT_FALSE(offered());
}

TEST_F(RestOfLineTest, WhatAPersonHasWrittenBehindTheWordIsNotUpForIt)
{
    select(QStringLiteral("came"));
    QTest::keyClicks(&text(), QStringLiteral("sailed"));
    ASSERT_TRUE(waitForRequest());
    transcription.lineRequests.clear();
    select(QStringLiteral("boat"));
    QTest::keyClicks(&text(), QStringLiteral("goat"));
    QTest::qWait(ui::RestOfLine::kIdleMs + 100);
    EXPECT_TRUE(transcription.lineRequests.empty());
}

TEST_F(RestOfLineTest, TheSameRestIsNoOffer)
{
    QTest::keyClicks(&text(), QStringLiteral("goat"));
    ASSERT_TRUE(waitForRequest());
    answer("the goat came in");
    EXPECT_FALSE(offered());
}

TEST_F(RestOfLineTest, LineModeOffersItToo)
{
    trigger("lineModeAction");
    auto& field = child<ui::LineField>("lineField");
    QTest::keyClicks(&field, QStringLiteral("goat"));
    ASSERT_TRUE(waitForRequest());
    answer("the goat carved it");
    ASSERT_TRUE(offered());
    QTest::keyClick(&field, Qt::Key_Tab);
    EXPECT_EQ(field.text(), QStringLiteral("the goat carved it"));
}

} // namespace

} // namespace longhand::test
