#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>

#include "longhand/app/preprocess_settings.h"
#include "ui/cleaning_preview_item.h"
#include "ui/cleaning_tools.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

TEST(PreprocessSettings, OnlyWhatDiffersIsKeptAndComesBack)
{
    app::PreprocessOptions options;
    EXPECT_TRUE(app::toJson(options).isEmpty());
    options.deskew.enabled = false;
    options.resize.maxSidePx = 1800;
    options.binarize.method = app::Binarization::Otsu;
    const QJsonObject json = app::toJson(options);
    EXPECT_EQ(json.size(), 3);
    EXPECT_EQ(app::preprocessFromJson(json), options);
    EXPECT_EQ(app::preprocessFromJson({{QStringLiteral("later"), 3}}), app::PreprocessOptions());
}

class CleaningTest : public WindowTest
{
protected:
    void SetUp() override
    {
        readPage(QStringLiteral("a.png"));
        readPage(QStringLiteral("b.png"));
        trigger("cleaningAction");
        ASSERT_TRUE(waitForPreview());
    }
    const ui::CleaningPreviewItem& preview() { return window->cleaningTools().preview(); }
    bool waitForPreview()
    {
        return QTest::qWaitFor(
            [this] {
                return !preview().isEmpty() &&
                       !child<QLabel>("cleaningStatus").text().startsWith(QStringLiteral("Cleaning"));
            },
            kWaitMs);
    }
    QColor colorAt(double share)
    {
        const QImage shot = view().viewport()->grab().toImage();
        const QPoint onBar = view().mapFromScene(QPointF(150, 55)); // the grey bar that the picture has
        return shot.pixelColor(qRound(share * view().viewport()->width()), onBar.y());
    }
};

TEST_F(CleaningTest, BothSidesOfTheDividerShowBeforeAndAfter)
{
    child<QCheckBox>("cleaningPreview").setChecked(true);
    child<QSlider>("cleaningDivider").setValue(500);
    const QColor before = colorAt(0.3);
    const QColor after = colorAt(0.7);
    child<QCheckBox>("cleaningPreview").setChecked(false);
    EXPECT_EQ(colorAt(0.3), before);
    EXPECT_NE(colorAt(0.7), after) << "the page again, where it was the cleaned one";
}

TEST_F(CleaningTest, TheDividerIsDraggedOnThePage)
{
    auto& slider = child<QSlider>("cleaningDivider");
    const int y = view().viewport()->height() / 3;
    const int width = view().viewport()->width();
    const QPoint to(width / 4, y);
    QTest::mousePress(view().viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(width / 2, y));
    QMouseEvent move(QEvent::MouseMove, to, view().viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(view().viewport(), &move);
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, Qt::NoModifier, to);
    EXPECT_NEAR(slider.value(), 250, 5);
}

TEST_F(CleaningTest, AppliedToThisPageItIsReadThatWay)
{
    child<QCheckBox>("deskewStep").setChecked(false);
    QTest::mouseClick(&child<QPushButton>("cleaningApply"), Qt::LeftButton);
    ASSERT_EQ(transcription.waiting.size(), 1U);
    EXPECT_FALSE(transcription.sources.back().preprocess.deskew.enabled);
    EXPECT_FALSE(page(0).settings.preprocessing.isEmpty());
    EXPECT_TRUE(page(1).settings.preprocessing.isEmpty());
    trigger("undoAction");
    EXPECT_TRUE(page(0).settings.preprocessing.isEmpty());
}

TEST_F(CleaningTest, AppliedToAllPagesAndReset)
{
    child<QDoubleSpinBox>("inkK").setValue(0.35);
    QTest::mouseClick(&child<QPushButton>("cleaningApplyToAll"), Qt::LeftButton);
    EXPECT_EQ(transcription.waiting.size(), 2U);
    for (const int row : {0, 1})
        EXPECT_NEAR(app::preprocessFromJson(page(row).settings.preprocessing).binarize.k, 0.35, 1e-9);
    QTest::mouseClick(&child<QPushButton>("cleaningReset"), Qt::LeftButton);
    EXPECT_NEAR(child<QDoubleSpinBox>("inkK").value(), 0.2, 1e-9);
}

TEST_F(CleaningTest, OnlyTheLatestOfManyChangesIsShown)
{
    app::CleaningPreview worker;
    int answers = 0;
    int reducedTo = 0;
    QObject::connect(&worker, &app::CleaningPreview::cleaned, &worker, [&](const app::CleanedPicture& picture) {
        ++answers;
        reducedTo = picture.stepsRun.contains(QStringLiteral("resize")) ? 1 : 0;
    });
    app::PictureSource source = page(0).source;
    worker.request(source);
    source.preprocess.resize.maxSidePx = 300;
    worker.request(source);
    worker.request(source);
    ASSERT_TRUE(QTest::qWaitFor([&] { return answers > 0; }, kWaitMs));
    EXPECT_EQ(answers, 1);
    EXPECT_EQ(reducedTo, 1);
}

TEST_F(CleaningTest, InASmallWindowTheTextMakesRoomForThePage)
{
    window->resize(900, 600);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !text().isVisible(); }, kWaitMs));
    EXPECT_TRUE(QTest::qWaitFor([this] { return view().width() >= 300; }, kWaitMs)) << view().width();
    trigger("cleaningAction");
    EXPECT_TRUE(text().isVisible());
    trigger("cleaningAction");
    EXPECT_FALSE(text().isVisible());
    window->resize(1280, 800);
    EXPECT_TRUE(QTest::qWaitFor([this] { return text().isVisible(); }, kWaitMs));
}

} // namespace

} // namespace longhand::test
