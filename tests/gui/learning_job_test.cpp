// A learning run as the window sees it. Its process is the real program.
#include <csignal>

#include <gmock/gmock.h>

#include <QApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include "app/learning_files.h"
#include "app/learning_folder.h"
#include "longhand/app/learning_job.h"
#include "longhand/base/file_lock.h"
#include "longhand/base/files.h"
#include "longhand/feedback/feedback_store.h"
#include "longhand/training/line_pack.h"
#include "longhand/training/trainer.h"
#include "temporary_folder.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

using app::JobState;
using testing::HasSubstr;

class LearningJobTest : public testing::Test
{
protected:
    LearningJobTest()
    {
        m_request.base = m_folder / "model.safetensors";
        EXPECT_TRUE(training::writeUntrainedModel(m_request.base, "tiny", "ab", 1).ok());
        auto pack = training::PackWriter::create(m_folder / "rehearsal.pack", 32).value();
        for (const char* split : {"train", "val"}) {
            training::PackItem item;
            item.split = split;
            item.text = "ab";
            EXPECT_TRUE(pack.add(GrayImage(60, 32), std::move(item)).ok());
        }
        EXPECT_TRUE(pack.finish().ok());
        m_request.rehearsalPacks = {m_folder / "rehearsal.pack"};
        m_request.store = m_folder / "feedback.sqlite";
        m_request.library = m_folder / "models";
        m_request.lowPriority = false;
        m_request.cores = 1;
    }
    /// Its process has ended.
    static bool isIdle(const std::filesystem::path& job)
    {
        const auto lock = FileLock::tryAcquire(job / app::kLockFile);
        return lock && *lock;
    }
    void correct(int lines)
    {
        auto store = feedback::FeedbackStore::open(m_request.store).value();
        for (int i = 0; i < lines; ++i) {
            feedback::Correction line;
            line.picture = GrayImage(120, 40, 240);
            for (int y = 5; y < 35; ++y)
                line.picture.row(y)[20 + i * 7] = 10;
            line.machineText = "?";
            line.humanText = "ab";
            line.writer = "Anna";
            line.pageKey = "page";
            line.lineId = std::to_string(i);
            ASSERT_TRUE(store->record(line).ok());
        }
    }
    /// As the window cuts lines out that nobody has corrected.
    void writeUncorrected(const std::filesystem::path& folder)
    {
        std::filesystem::create_directories(folder);
        QImage line(120, 40, QImage::Format_Grayscale8);
        line.fill(200);
        ASSERT_TRUE(line.save(QString::fromStdString((folder / "1.png").string())));
        ASSERT_TRUE(
            writeFileAtomically(folder / "lines.tsv", "file\tsplit\twriter\tlang\ttext\n1.png\ttrain\tAnna\t\t\n"));
    }
    bool waitFor(const app::LearningJob& job, JobState state)
    {
        return QTest::qWaitFor([&] { return job.status().state == state; }, 30'000);
    }

    const TemporaryFolder m_folder;
    app::LearningRequest m_request;
};

TEST_F(LearningJobTest, TellsWhatHappensAndSurvivesItsWindow)
{
    correct(6);
    m_request.minutes = 10;
    {
        app::LearningJob job(m_folder / "learning", LONGHAND_PROGRAM);
        EXPECT_EQ(job.status().state, JobState::None);
        const auto started = job.start(m_request);
        ASSERT_TRUE(started.ok()) << started.error().detail;
        EXPECT_TRUE(job.isLive());
        EXPECT_FALSE(job.start(m_request).ok()) << "one at a time";
        ASSERT_TRUE(waitFor(job, JobState::Running));
        ASSERT_TRUE(job.pause().ok());
        ASSERT_TRUE(waitFor(job, JobState::Paused));
    }
    app::LearningJob job(m_folder / "learning", LONGHAND_PROGRAM);
    EXPECT_EQ(job.status().state, JobState::Paused) << "found again by the next window";
    EXPECT_EQ(job.status().request.minutes, 10);
    const QSignalSpy finished(&job, &app::LearningJob::finished);
    ASSERT_TRUE(job.goOn().ok());
    ASSERT_TRUE(waitFor(job, JobState::Running));
    ASSERT_TRUE(job.stop().ok());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !job.isLive(); }, 30'000));
    if (job.status().state == JobState::Finished) {
        EXPECT_EQ(finished.size(), 1);
        EXPECT_TRUE(job.result().ok());
    }
    ASSERT_TRUE(job.clear().ok());
    EXPECT_EQ(job.status().state, JobState::None);
}

TEST_F(LearningJobTest, LinesCutOutForARunGoWithIt)
{
    correct(6);
    m_request.writer = "Anna";
    m_request.minutes = 0.05;
    const std::filesystem::path cutOut = app::uncorrectedFolder(m_folder / "learning");
    m_request.uncorrected = cutOut;
    writeUncorrected(cutOut);
    app::LearningJob job(m_folder / "learning", LONGHAND_PROGRAM);
    const auto started = job.start(m_request);
    ASSERT_TRUE(started.ok()) << started.error().detail;
    ASSERT_TRUE(waitFor(job, JobState::Finished)) << job.status().message;
    EXPECT_THAT(job.result()->warnings, testing::ElementsAre(HasSubstr("read surely enough")))
        << "they were there for as long as it took; a model that knows nothing just cannot read them";
    ASSERT_TRUE(QTest::qWaitFor([&] { return isIdle(m_folder / "learning"); }, 30'000));
    EXPECT_FALSE(std::filesystem::exists(cutOut));

    writeUncorrected(cutOut);
    ASSERT_TRUE(job.clear().ok());
    EXPECT_FALSE(std::filesystem::exists(cutOut));
    writeUncorrected(cutOut);
    m_request.uncorrected.clear();
    ASSERT_TRUE(job.start(m_request).ok());
    EXPECT_FALSE(std::filesystem::exists(cutOut)) << "left by a run that never began";
    ASSERT_TRUE(job.cancel().ok());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !job.isLive(); }, 30'000));
}

TEST_F(LearningJobTest, SaysWhyItFailed)
{
    correct(2);
    app::LearningJob job(m_folder / "learning", LONGHAND_PROGRAM);
    QString sentence;
    QObject::connect(&job, &app::LearningJob::failed, &job, [&](const QString& said) { sentence = said; });
    const auto started = job.start(m_request);
    ASSERT_TRUE(started.ok()) << started.error().detail;
    ASSERT_TRUE(waitFor(job, JobState::Failed));
    EXPECT_THAT(sentence.toStdString(), HasSubstr("only 2 lines"));
    ASSERT_TRUE(job.forgetFailure().ok());
    EXPECT_EQ(job.status().state, JobState::Failed);
    EXPECT_EQ(app::LearningJob(m_folder / "learning").status().state, JobState::None) << "told once";
}

TEST_F(LearningJobTest, ARunThatHasToldItsEndIsClearedBeforeItsProcessIsGone)
{
    const std::filesystem::path folder = m_folder / "learning";
    std::filesystem::create_directories(folder);
    const auto lock = FileLock::tryAcquire(folder / app::kLockFile);
    ASSERT_TRUE(lock && *lock && app::writeRequest(folder / app::kRequestFile, m_request));
    app::JobStatus status;
    status.state = JobState::Running;
    ASSERT_TRUE(app::writeStatus(folder / app::kStatusFile, status));
    EXPECT_FALSE(app::clearLearning(folder));
    status.state = JobState::Failed;
    ASSERT_TRUE(app::writeStatus(folder / app::kStatusFile, status));
    EXPECT_TRUE(app::clearLearning(folder));
    EXPECT_EQ(app::learningStatus(folder).state, JobState::None);
}

TEST_F(LearningJobTest, NoticesThatItsProcessWasKilledAndGoesOn)
{
    correct(6);
    m_request.minutes = 10;
    app::LearningJob job(m_folder / "learning", LONGHAND_PROGRAM);
    const QSignalSpy interrupted(&job, &app::LearningJob::interrupted);
    const auto started = job.start(m_request);
    ASSERT_TRUE(started.ok()) << started.error().detail;
    ASSERT_TRUE(waitFor(job, JobState::Running));
    ::kill(job.status().pid, SIGKILL);
    ASSERT_TRUE(waitFor(job, JobState::Interrupted));
    EXPECT_EQ(interrupted.size(), 1);
    ASSERT_TRUE(job.resume().ok());
    ASSERT_TRUE(waitFor(job, JobState::Running));
    ASSERT_TRUE(job.cancel().ok());
    ASSERT_TRUE(waitFor(job, JobState::Cancelled));
}

} // namespace

} // namespace longhand::test
