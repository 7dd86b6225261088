#include <gtest/gtest.h>

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include "longhand/app/feedback_service.h"
#include "longhand/app/page_key.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

/// The service with a store in a folder of its own, and a page with three drawn lines.
class FeedbackServiceTest : public testing::Test
{
protected:
    FeedbackServiceTest()
    {
        QImage page(600, 400, QImage::Format_RGB32);
        page.fill(QColor(225, 220, 205)); // paper that a cleaned page shows white
        QPainter painter(&page);
        painter.setPen(QPen(QColor(40, 40, 60), 3));
        for (int line = 0; line < 3; ++line)
            for (int x = 40; x < 560; x += 12)
                painter.drawLine(x, 60 + 100 * line, x + (7 * x + line) % 9, 84 + 100 * line);
        painter.end();
        file = (folder / "letter.png").string();
        EXPECT_TRUE(page.save(QString::fromStdString(file), "PNG"));
        picture = page;
    }

    app::CorrectedLine corrected(int line, const std::string& text)
    {
        const double top = 50 + 100 * line;
        app::CorrectedLine result;
        result.source.file = file;
        result.source.name = "letter.png";
        result.picture = picture;
        result.reading.id = "l" + std::to_string(line + 1);
        result.reading.text = "as read";
        result.reading.confidence = 0.5;
        result.reading.outline = {{30, top}, {570, top}, {570, top + 44}, {30, top + 44}};
        result.reading.baseline = {{30, top + 34}, {570, top + 34}};
        result.text = text;
        result.model = "a model";
        return result;
    }

    std::vector<feedback::StoredLine> stored()
    {
        return feedback::FeedbackStore::open(database).value()->lines().value();
    }

    TemporaryFolder folder;
    std::filesystem::path database = folder / "data/feedback.sqlite";
    std::string file;
    QImage picture;
};

} // namespace

TEST_F(FeedbackServiceTest, WhatWasHandedInIsOnTheDiskWhenItEnds)
{
    {
        app::FeedbackService service(database);
        for (int i = 0; i < 3; ++i)
            service.record(corrected(i, "text " + std::to_string(i)));
        service.withdraw(corrected(1, "").source, "l2");
    }
    const auto lines = stored();
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].humanText, "text 0");
    EXPECT_EQ(lines[0].machineText, "as read");
    EXPECT_EQ(lines[0].pageKey, app::pageKey(corrected(0, "").source).value());
    EXPECT_EQ(lines[0].pageName, "letter.png");
    EXPECT_EQ(lines[1].lineId, "l3");
}

TEST_F(FeedbackServiceTest, RecordedIsSaidOnceItIsOnTheDisk)
{
    app::FeedbackService service(database);
    QSignalSpy recorded(&service, &app::FeedbackService::recorded);
    service.record(corrected(0, "text"));
    ASSERT_TRUE(recorded.wait(kWaitMs));
    EXPECT_EQ(recorded.front().at(1).toString(), QStringLiteral("l1"));
    EXPECT_EQ(stored().size(), 1u);
}

TEST_F(FeedbackServiceTest, PictureBecomesThatOfTheCleanedPage)
{
    app::FeedbackService service(database);
    service.record(corrected(0, "text"));
    const auto paperOf = [&](qint64 id) {
        const auto stored = feedback::FeedbackStore::open(database).value()->picture(id);
        return stored ? int{stored->row(0)[stored->width / 2]} : -1;
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return paperOf(1) >= 240; }, kWaitMs)) << paperOf(1);
    // The page is clean by now: the next line is cut from it at once.
    QSignalSpy recorded(&service, &app::FeedbackService::recorded);
    service.record(corrected(1, "another"));
    ASSERT_TRUE(recorded.wait(kWaitMs));
    EXPECT_GE(paperOf(2), 240);
    EXPECT_LE(feedback::FeedbackStore::open(database).value()->picture(2)->height, 96);
}

TEST_F(FeedbackServiceTest, PictureAtHandIsNotNeeded)
{
    {
        app::FeedbackService service(database);
        app::CorrectedLine line = corrected(2, "text");
        line.picture = {};
        service.record(line);
    }
    EXPECT_EQ(stored().size(), 1u);
}

TEST_F(FeedbackServiceTest, FailureIsSaidOnceAndWhatFailedIsWrittenLater)
{
    std::filesystem::create_directories(database); // a folder stands where the store should
    {
        app::FeedbackService service(database);
        QSignalSpy failed(&service, &app::FeedbackService::failed);
        QSignalSpy recovered(&service, &app::FeedbackService::recovered);
        service.record(corrected(0, "text"));
        service.record(corrected(1, "another"));
        ASSERT_TRUE(failed.wait(kWaitMs));
        std::filesystem::remove(database);
        service.record(corrected(2, "third"));
        service.record(corrected(0, "text again"));
        service.record(corrected(1, "another again"));
        ASSERT_TRUE(recovered.wait(kWaitMs));
        EXPECT_EQ(failed.size(), 1);
    }
    EXPECT_EQ(stored().size(), 3u);
}

TEST_F(FeedbackServiceTest, AMissingPictureIsSaidOnceForAPage)
{
    app::FeedbackService service(database);
    QSignalSpy failed(&service, &app::FeedbackService::failed);
    app::CorrectedLine typed = corrected(0, "Dear");
    typed.picture = {};
    typed.source.file = folder / "gone.png";
    for (const char* text : {"Dear", "Dear An", "Dear Anna"}) {
        typed.text = text;
        service.record(typed);
    }
    typed.source.file = folder / "gone too.png";
    service.record(typed);
    service.record(corrected(1, "text")); // behind all of them
    QSignalSpy recorded(&service, &app::FeedbackService::recorded);
    ASSERT_TRUE(recorded.wait(kWaitMs));
    EXPECT_EQ(failed.size(), 2);
}

TEST_F(FeedbackServiceTest, TakingBackWhatIsNotStoredIsNoChange)
{
    app::FeedbackService service(database);
    QSignalSpy changed(&service, &app::FeedbackService::changed);
    QSignalSpy written(&service, &app::FeedbackService::writersKnown);
    service.withdraw(corrected(0, "").source, "l1");
    service.askWriters();
    ASSERT_TRUE(written.wait(kWaitMs));
    EXPECT_EQ(changed.size(), 0);
}

TEST_F(FeedbackServiceTest, ListsAndChangesWhatIsStored)
{
    app::FeedbackService service(database);
    app::CorrectionList shown;
    QObject::connect(&service, &app::FeedbackService::listed, &service,
                     [&](int, const app::CorrectionList& list) { shown = list; });
    service.record(corrected(0, "first"));
    service.record(corrected(1, "second"));
    service.list(1, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown.lines.size() == 2; }, kWaitMs));
    EXPECT_EQ(shown.pages.size(), 1u);

    const qint64 id = shown.lines[0].id;
    QSignalSpy pictures(&service, &app::FeedbackService::pictureLoaded);
    service.loadPicture(id);
    ASSERT_TRUE(pictures.wait(kWaitMs));
    EXPECT_FALSE(pictures.front().at(1).value<QImage>().isNull());

    service.setText(id, QStringLiteral("mended"));
    service.setWriter({id}, QStringLiteral("Anna"));
    service.setState({id}, feedback::LabelState::Excluded);
    service.forget({shown.lines[1].id});
    service.list(2, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown.lines.size() == 1; }, kWaitMs));
    EXPECT_EQ(shown.lines[0].humanText, "mended");
    EXPECT_EQ(shown.lines[0].writer, "Anna");
    EXPECT_EQ(shown.lines[0].state, feedback::LabelState::Excluded);
}

} // namespace longhand::test
