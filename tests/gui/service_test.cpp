#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include "longhand/app/page_transcriber.h"
#include "longhand/app/transcription_service.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

/// Finds a word in every line it is given.
class OneWordRecognizer final : public recognition::Recognizer
{
public:
    [[nodiscard]] int lineHeightPx() const override { return 32; }
    [[nodiscard]] std::string modelName() const override { return "one-word"; }
    Result<std::vector<recognition::LineReading>> read(std::span<const GrayImage> lines, std::stop_token,
                                                       const ProgressFn&) override
    {
        return std::vector<recognition::LineReading>(lines.size(), recognition::LineReading{"word", 1, {}, {}, {}});
    }
    Result<std::vector<double>> score(std::span<const GrayImage> lines, std::span<const std::string>,
                                      std::stop_token) override
    {
        return std::vector<double>(lines.size(), 0.0);
    }
};

app::PictureSource blankPicture(const std::string& name)
{
    app::PictureSource source;
    source.pasted = QImage(200, 200, QImage::Format_RGB32);
    source.pasted.fill(Qt::white);
    source.name = name;
    return source;
}

class ServiceTest : public testing::Test
{
protected:
    void use(app::TranscriberFactory factory, app::ModelStamp stamp = app::learntModelStamp())
    {
        service = app::makeTranscriptionService(std::move(factory), std::move(stamp));
        QObject::connect(service.get(), &app::TranscriptionService::pageFinished, service.get(),
                         [this](int id, const formats::Page& page) {
                             finished.push_back(id);
                             names.push_back(page.imageName);
                         });
        QObject::connect(service.get(), &app::TranscriptionService::pageFailed, service.get(),
                         [this](int id, const Error& error) {
                             failed.push_back(id);
                             reason = error.detail;
                         });
        QObject::connect(service.get(), &app::TranscriptionService::modelOpened, service.get(),
                         [this](const QString& name) {
                             model = name;
                             ++modelOpened;
                         });
        QObject::connect(service.get(), &app::TranscriptionService::modelMissing, service.get(),
                         [this] { ++modelMissing; });
    }
    app::TranscriberFactory oneWord()
    {
        return [this](const std::string& writer) -> Result<std::unique_ptr<app::PageTranscriber>> {
            ++opened;
            writers.push_back(writer);
            return std::make_unique<app::PageTranscriber>(std::make_unique<OneWordRecognizer>());
        };
    }
    bool waitForPages(std::size_t count)
    {
        return QTest::qWaitFor([this, count] { return finished.size() + failed.size() == count; }, kWaitMs);
    }

    std::unique_ptr<app::TranscriptionService> service;
    std::vector<int> finished;
    std::vector<int> failed;
    std::vector<std::string> names;
    std::string reason;
    QString model;
    int modelOpened = 0;
    int modelMissing = 0;
    std::atomic<int> opened = 0;
    std::vector<std::string> writers; ///< whose model was opened; to be looked at when nothing is being read
};

TEST_F(ServiceTest, PagesAreReadInOrderWithOneModel)
{
    use(oneWord());
    EXPECT_EQ(opened, 0) << "nothing is opened before it is needed";
    service->enqueue(7, blankPicture("a"));
    service->enqueue(3, blankPicture("b"));
    ASSERT_TRUE(waitForPages(2));
    EXPECT_EQ(finished, (std::vector<int>{7, 3}));
    EXPECT_EQ(names, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(opened, 1);
    EXPECT_EQ(model, QStringLiteral("one-word"));
}

TEST_F(ServiceTest, AWritersPagesAreReadWithTheWritersModel)
{
    // Anna has a profile, Berta has none.
    use(oneWord(), [](const std::string& writer) { return writer == "Anna" ? writer : std::string("usual"); });
    int id = 0;
    for (const char* writer : {"", "Berta", "Anna", "Anna", "Berta"}) {
        app::PictureSource page = blankPicture("page");
        page.writer = writer;
        service->enqueue(++id, page);
    }
    ASSERT_TRUE(waitForPages(5));
    EXPECT_EQ(writers, (std::vector<std::string>{"", "Anna", "Berta"})) << "opened only when another one is to read";
}

TEST_F(ServiceTest, AnotherModelOfTheSameNameIsToldOf)
{
    // What is learnt twice on one day bears one name.
    auto stamp = std::make_shared<std::atomic<char>>('1');
    use(oneWord(), [stamp](const std::string&) { return std::string(1, *stamp); });
    service->enqueue(1, blankPicture("a"));
    service->enqueue(2, blankPicture("b"));
    ASSERT_TRUE(waitForPages(2));
    EXPECT_EQ(modelOpened, 1) << "the same model goes on reading";
    *stamp = '2';
    service->prepare();
    EXPECT_TRUE(QTest::qWaitFor([this] { return modelOpened == 2; }, kWaitMs));
}

TEST_F(ServiceTest, PreparingOpensTheModelWithoutAPage)
{
    use(oneWord());
    service->prepare();
    EXPECT_TRUE(QTest::qWaitFor([this] { return !model.isEmpty(); }, kWaitMs));
}

TEST_F(ServiceTest, AMissingModelFailsThePageAndIsLookedForAgain)
{
    int tries = 0;
    use([&tries, good = oneWord()](const std::string& writer) -> Result<std::unique_ptr<app::PageTranscriber>> {
        if (++tries == 1)
            return Error{ErrorCode::NotFound, "There is no model."};
        return good(writer);
    });
    service->enqueue(1, blankPicture("a"));
    ASSERT_TRUE(waitForPages(1));
    EXPECT_EQ(failed, std::vector<int>{1});
    EXPECT_EQ(reason, "There is no model.");
    EXPECT_EQ(modelMissing, 1);
    service->enqueue(1, blankPicture("a"));
    ASSERT_TRUE(waitForPages(2));
    EXPECT_EQ(finished, std::vector<int>{1});
}

TEST_F(ServiceTest, AFileThatIsGoneFailsAloneAndTheNextIsRead)
{
    use(oneWord());
    app::PictureSource gone;
    gone.file = "/no/such/picture.png";
    gone.name = "picture.png";
    service->enqueue(1, gone);
    service->enqueue(2, blankPicture("b"));
    ASSERT_TRUE(waitForPages(2));
    EXPECT_EQ(failed, std::vector<int>{1});
    EXPECT_EQ(finished, std::vector<int>{2});
}

TEST_F(ServiceTest, ACancelledPageIsNeverHeardOfAgain)
{
    use(oneWord());
    service->enqueue(1, blankPicture("a"));
    service->enqueue(2, blankPicture("b"));
    service->enqueue(3, blankPicture("c"));
    service->cancel(1); // being read
    service->cancel(2); // waiting
    ASSERT_TRUE(waitForPages(1));
    EXPECT_EQ(finished, std::vector<int>{3});
    EXPECT_TRUE(failed.empty());
}

TEST_F(ServiceTest, LinesAreReadWhereTheyAreBeforePagesThatWait)
{
    use(oneWord());
    QStringList order;
    QObject::connect(service.get(), &app::TranscriptionService::linesRead, service.get(),
                     [&](int request, const std::vector<formats::Line>& lines) {
                         order.append(QStringLiteral("lines %1").arg(request));
                         ASSERT_EQ(lines.size(), 2U);
                         EXPECT_EQ(lines[0].text, "word");
                         EXPECT_EQ(lines[0].outline, (Polygon{{10, 20}, {150, 20}, {150, 50}, {10, 50}}));
                         EXPECT_GE(lines[1].outline.size(), 4U) << "grown";
                     });
    QObject::connect(service.get(), &app::TranscriptionService::pageFinished, service.get(),
                     [&](int id) { order.append(QStringLiteral("page %1").arg(id)); });
    service->enqueue(1, blankPicture("a")); // being read
    service->enqueue(2, blankPicture("b"));
    const app::LineShape known{{{10, 20}, {150, 20}, {150, 50}, {10, 50}}, {{10, 44}, {150, 44}}};
    service->readLines(1, blankPicture("a"), {{known, {{}, {{10, 100}, {150, 100}}}}, {known.baseline}});
    ASSERT_TRUE(QTest::qWaitFor([&] { return order.size() == 3; }, kWaitMs));
    EXPECT_EQ(order.join(QStringLiteral(", ")), QStringLiteral("page 1, lines 1, page 2"));
}

TEST_F(ServiceTest, ACancelledRequestForLinesIsNeverHeardOfAgainAndABadOneFailsAlone)
{
    use(oneWord());
    std::vector<int> read;
    std::vector<int> notRead;
    QObject::connect(service.get(), &app::TranscriptionService::linesRead, service.get(),
                     [&](int request) { read.push_back(request); });
    QObject::connect(service.get(), &app::TranscriptionService::linesFailed, service.get(),
                     [&](int request) { notRead.push_back(request); });
    const app::LineShapes line{{{{}, {{10, 100}, {150, 100}}}}, {}};
    app::PictureSource gone;
    gone.file = "/no/such/picture.png";
    service->readLines(1, blankPicture("a"), line);
    service->readLines(2, gone, line);
    service->readLines(3, blankPicture("a"), line);
    service->cancelLines(1);
    ASSERT_TRUE(QTest::qWaitFor([&] { return read.size() + notRead.size() == 2; }, kWaitMs));
    EXPECT_EQ(read, std::vector<int>{3});
    EXPECT_EQ(notRead, std::vector<int>{2});
}

TEST_F(ServiceTest, ARotatedPageIsReadAsItIsSeen)
{
    use(oneWord());
    QSize size;
    QObject::connect(service.get(), &app::TranscriptionService::pageFinished, service.get(),
                     [&](int, const formats::Page& page) { size = QSize(page.widthPx, page.heightPx); });
    app::PictureSource source = blankPicture("a");
    source.pasted = source.pasted.scaled(200, 100);
    source.rotationDeg = 270;
    service->enqueue(1, source);
    ASSERT_TRUE(waitForPages(1));
    EXPECT_EQ(size, QSize(100, 200));
}

} // namespace

} // namespace longhand::test
