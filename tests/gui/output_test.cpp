#include <QComboBox>
#include <QFile>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QRadioButton>
#include <QRegularExpression>

#include "ui/export_dialog.h"
#include "ui/first_steps.h"
#include "ui/page_printer.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

ui::ExportSuggestion suggestion()
{
    ui::ExportSuggestion suggested;
    suggested.file = QStringLiteral("/letters/letter.txt");
    suggested.choices = {{QStringLiteral("letter.png"), {1}}, {QStringLiteral("All 2 pages"), {1, 2}}};
    suggested.document = [](const std::vector<int>& ids) {
        formats::Document document;
        for (const int id : ids) {
            formats::Page page = threeLines();
            page.lines[0].text = "Page " + std::to_string(id) + " of a let-";
            page.lines[1].text = "ter";
            document.pages.push_back(page);
        }
        return document;
    };
    return suggested;
}

TEST(ExportDialog, ShowsWhatEachLayoutMakesOfTheText)
{
    ui::ExportDialog dialog(suggestion(), nullptr);
    const auto preview = [&dialog] {
        return dialog.findChild<QPlainTextEdit*>(QStringLiteral("exportPreview"))->toPlainText();
    };
    EXPECT_EQ(preview(), QStringLiteral("Page 1 of a let-\nter\nat noon\n"));
    dialog.findChild<QRadioButton*>(QStringLiteral("layout-mended"))->click();
    EXPECT_EQ(preview(), QStringLiteral("Page 1 of a letter at noon\n"));
    EXPECT_EQ(dialog.target().layout, formats::TextLayout::Mended);
    dialog.findChild<QComboBox*>(QStringLiteral("exportPages"))->setCurrentIndex(1);
    EXPECT_TRUE(preview().contains(QStringLiteral("Page 2")));
    EXPECT_EQ(dialog.target().pages, (std::vector<int>{1, 2}));
    auto* formats = dialog.findChild<QComboBox*>(QStringLiteral("exportFormat"));
    formats->setCurrentIndex(formats->findData(static_cast<int>(longhand::formats::Format::Alto)));
    EXPECT_TRUE(preview().contains(QStringLiteral("let-\nter"))) << "places are kept, and lines with them";
    EXPECT_EQ(dialog.target().file, QStringLiteral("/letters/letter.alto.xml"));
    EXPECT_FALSE(dialog.findChild<QRadioButton*>(QStringLiteral("layout-mended"))->isEnabled());
}

class OutputTest : public WindowTest
{
protected:
    /// Another window, which knows a sample page.
    void startAgain(const QString& sample)
    {
        window =
            std::make_unique<ui::MainWindow>(ui::Services{transcription, loader, writer, prompts, settings, sample});
        window->show();
    }
};

TEST_F(OutputTest, TheChosenLayoutIsWritten)
{
    readPage();
    prompts.target =
        ui::ExportTarget{path(QStringLiteral("out.txt")), formats::Format::Txt, formats::TextLayout::Paragraphs, {}};
    trigger("exportPageAction");
    QFile file(path(QStringLiteral("out.txt")));
    ASSERT_TRUE(QTest::qWaitFor([&file] { return file.exists(); }, kWaitMs));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().toStdString(), "Dear Anna the boat came in at noon\n");
}

TEST_F(OutputTest, PrintingMakesASheetForEachPictureAndItsText)
{
    const auto printed = [this](ui::PrintContent content) {
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path(QStringLiteral("print.pdf")));
        app::PictureSource source;
        source.file = picture(QStringLiteral("a.png")).toStdString();
        const auto done =
            ui::printPages(printer, {{QStringLiteral("one"), source}, {QStringLiteral("two"), source}}, content);
        EXPECT_TRUE(done.ok());
        QFile file(path(QStringLiteral("print.pdf")));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll().count("/Type /Page\n");
    };
    EXPECT_EQ(printed(ui::PrintContent::Text), 2);
    EXPECT_EQ(printed(ui::PrintContent::PictureAndText), 4);
}

TEST_F(OutputTest, ThreeStepsAreTickedOffAndTheStripGoes)
{
    settings.clear();
    ui::FirstSteps steps(settings);
    steps.show();
    EXPECT_TRUE(steps.begin()) << "the very first start";
    EXPECT_TRUE(steps.isVisible());
    for (const auto step : {ui::FirstSteps::Step::Read, ui::FirstSteps::Step::Correct, ui::FirstSteps::Step::Export})
        steps.done(step);
    EXPECT_TRUE(QTest::qWaitFor([&steps] { return !steps.isVisible(); }, kWaitMs));
    ui::FirstSteps later(settings);
    EXPECT_FALSE(later.begin());
    EXPECT_FALSE(later.isVisible());
}

TEST(ExportDialog, EnterGoesOnToTheName)
{
    ui::ExportDialog dialog(suggestion(), nullptr);
    dialog.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
}

TEST_F(OutputTest, HelpSaysWhichLonghandThisIs)
{
    trigger("aboutAction");
    auto& about = child<QMessageBox>("aboutBox");
    EXPECT_TRUE(about.isVisible());
    EXPECT_TRUE(about.text().contains(QRegularExpression(QStringLiteral("Longhand \\d+\\.\\d+"))));
    QTest::keyClick(&about, Qt::Key_Escape);
    EXPECT_FALSE(about.isVisible());
}

TEST_F(OutputTest, TheSamplePageGivesWayToTheFirstPageOfOnesOwn)
{
    settings.clear();
    const QString sample = picture(QStringLiteral("sample.png"));
    const auto startWithSample = [&] {
        startAgain(sample);
        window->session().openExample(sample);
        EXPECT_TRUE(waitUntilQueued(1));
        transcription.finish(transcription.waiting.front(), threeLines());
    };
    startWithSample();
    window->open({picture(QStringLiteral("mine.png"))});
    ASSERT_EQ(pages().rowCount(), 1);
    EXPECT_EQ(page(0).name, QStringLiteral("mine.png"));
    EXPECT_EQ(list().currentPage(), page(0).id);
    transcription.waiting.clear();

    startWithSample();
    QTest::keyClicks(&text(), QStringLiteral("x"));
    window->open({picture(QStringLiteral("mine.png"))});
    EXPECT_EQ(pages().rowCount(), 2) << "somebody worked on it";
}

TEST_F(OutputTest, AFirstStartReadsTheSamplePageAndALaterOneDoesNot)
{
    settings.clear();
    const QString sample = picture(QStringLiteral("sample.png"));
    const auto start = [&] {
        startAgain(sample);
        window->begin({});
    };
    start();
    EXPECT_EQ(pages().rowCount(), 1);
    ASSERT_TRUE(waitUntilQueued(1));
    EXPECT_TRUE(child<ui::FirstSteps>("firstSteps").isVisible());
    start();
    EXPECT_EQ(pages().rowCount(), 0);
    EXPECT_TRUE(child<ui::FirstSteps>("firstSteps").isVisible());
}

} // namespace

} // namespace longhand::test
