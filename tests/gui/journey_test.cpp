#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileInfo>

#include "longhand/app/page_transcriber.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

/// Nothing replaced but the questions: the sample page, read by the model that ships with Longhand.
TEST(Journey, TheSamplePageIsReadCorrectedAndExported)
{
    const QString sample = QStringLiteral(LONGHAND_SOURCE_DIR "/data/sample-page.jpg");
    if (!QFileInfo::exists(sample))
        GTEST_SKIP() << "data/sample-page.jpg is not there";
    const std::filesystem::path model = LONGHAND_SOURCE_DIR "/models/longhand.safetensors";
    if (!std::filesystem::exists(model))
        GTEST_SKIP() << "models/longhand.safetensors is not there";

    const TemporaryFolder folder;
    const QString output = QString::fromStdString((folder / "sample.txt").string());
    QSettings settings(QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat);
    FakePrompts prompts;
    const auto transcription =
        app::makeTranscriptionService([model](const std::string&) -> Result<std::unique_ptr<app::PageTranscriber>> {
            auto recognizer = recognition::Recognizer::open(model);
            if (!recognizer)
                return recognizer.error();
            return std::make_unique<app::PageTranscriber>(std::move(*recognizer));
        });
    app::PictureLoader loader;
    app::DocumentWriter writer;
    ui::MainWindow window({*transcription, loader, writer, prompts, settings, sample});
    window.show();
    QTest::mouseClick(window.findChild<QWidget*>(QStringLiteral("sampleButton")), Qt::LeftButton);
    auto& pages = window.session().pages();
    ASSERT_EQ(pages.rowCount(), 1);
    const ui::PageItem& page = *pages.pages().front();
    ASSERT_TRUE(QTest::qWaitFor(
        [&page] { return page.state == ui::PageState::Read || page.state == ui::PageState::Failed; }, 50000));
    ASSERT_EQ(page.state, ui::PageState::Read) << page.reason.toStdString();
    ASSERT_GE(page.text->reading().lines.size(), 3U);

    auto* text = window.findChild<ui::TextPane*>(QStringLiteral("textPane"));
    text->setFocus();
    QTest::keyClicks(text, QStringLiteral("Corrected "));
    prompts.target = ui::ExportTarget{output, formats::Format::Txt};
    window.findChild<QAction*>(QStringLiteral("exportPageAction"))->trigger();
    ASSERT_TRUE(QTest::qWaitFor([&output] { return QFile::exists(output); }, kWaitMs));
    QFile file(output);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(QString::fromUtf8(file.readAll()).trimmed(), text->toPlainText().trimmed());
}

} // namespace

} // namespace longhand::test
