// Training from a pack: the real program as a child.
#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QTest>

#include "learning_places.h"
#include "longhand/app/full_training.h"
#include "longhand/base/file_lock.h"
#include "longhand/base/files.h"
#include "longhand/training/line_pack.h"
#include "longhand/training/trainer.h"
#include "temporary_folder.h"

namespace longhand::test
{

namespace
{

namespace fs = std::filesystem;

constexpr int kTrainingMs = 60'000;
constexpr int kHeightPx = 32; // nn::Architecture::tiny()

void writePack(const fs::path& file, int lines)
{
    auto pack = training::PackWriter::create(file, kHeightPx);
    ASSERT_TRUE(pack.ok());
    for (int i = 0; i < lines; ++i) {
        training::PackItem item;
        item.set = "bars";
        item.split = i % 4 == 0 ? "val" : "train";
        item.text = i % 2 == 0 ? "ab" : "ba";
        GrayImage line(200, kHeightPx, 240); // wide enough that a step takes a moment
        for (int y = 4; y < kHeightPx - 4; ++y)
            line.row(y)[10 + i] = line.row(y)[150 - i] = 20;
        ASSERT_TRUE(pack->add(line, std::move(item)).ok());
    }
    ASSERT_TRUE(pack->finish().ok());
}

class FullTrainingTest : public testing::Test
{
protected:
    FullTrainingTest()
    {
        places.program = LONGHAND_PROGRAM;
        places.baseModel = folder / "usual.safetensors";
        EXPECT_TRUE(training::writeUntrainedModel(places.baseModel, "tiny", " ab", 1).ok());
        request.pack = folder / "lines.pack";
        request.steps = 1;
        request.cores = 1;
        writePack(request.pack, 64);
    }
    /// A model of the library that has learnt from two lines is in use.
    std::string useLearntModel()
    {
        app::ModelLibrary library(places.library);
        app::ModelCard card;
        card.learntIds = {3, 5};
        const std::string id = library.add(places.baseModel, card).value().id;
        EXPECT_TRUE(library.use(id).ok());
        return id;
    }
    [[nodiscard]] fs::path workFolder() const { return app::trainingFolder(places, request) / "work"; }

    const TemporaryFolder folder;
    app::LearningPlaces places = learningPlacesIn(folder.path());
    app::FullTrainingRequest request;
};

TEST_F(FullTrainingTest, TheModelKnowsWhatItsBaseHasLearnt)
{
    const std::string baseId = useLearntModel();
    request.base = app::trainingBase(places).value();
    app::FullTraining training(places);
    std::vector<app::ModelCard> trained;
    std::string problem;
    QObject::connect(&training, &app::FullTraining::finished, &training,
                     [&](const app::ModelCard& card) { trained.push_back(card); });
    QObject::connect(&training, &app::FullTraining::failed, &training,
                     [&](const QString& sentence) { problem = sentence.toStdString(); });
    training.start(request);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !trained.empty() || !problem.empty(); }, kTrainingMs));
    ASSERT_EQ(problem, "");
    const app::ModelCard card = app::ModelLibrary(places.library).find(trained.front().id).value().card;
    EXPECT_EQ(card.baseId, baseId);
    EXPECT_EQ(card.base, "untrained") << "what the model calls itself, not its file";
    EXPECT_EQ(card.baseChecksum, request.base.checksum);
    EXPECT_THAT(card.learntIds, testing::ElementsAre(3, 5));
    EXPECT_FALSE(fs::exists(app::trainingFolder(places, request))) << "the next training would go on from its end";
}

TEST_F(FullTrainingTest, OnlyTheSamePackAndBaseGoOnFromACheckpoint)
{
    request.base = app::trainingBase(places).value();
    const auto folderOf = [&](const fs::path& pack, const std::string& checksum) {
        app::FullTrainingRequest other = request;
        other.pack = pack;
        other.base.checksum = checksum;
        return app::trainingFolder(places, other);
    };
    const std::string checksum = request.base.checksum;
    const fs::path first = folderOf(request.pack, checksum);
    EXPECT_EQ(first, folderOf(request.pack, checksum));
    EXPECT_NE(first, folderOf(request.pack, "")) << "from scratch";
    fs::create_directories(folder / "other");
    fs::copy_file(request.pack, folder / "other/lines.pack");
    EXPECT_NE(first, folderOf(folder / "other/lines.pack", checksum));
    writePack(request.pack, 80);
    EXPECT_NE(first, folderOf(request.pack, checksum));
}

TEST_F(FullTrainingTest, EndingWaitsForNothingAndTheCheckpointIsWritten)
{
    request.base = app::trainingBase(places).value();
    request.steps = 1'000'000;
    const fs::path checkpoint = workFolder() / "checkpoint.safetensors";
    const auto isWorking = [&] {
        if (!fs::exists(workFolder() / "lock"))
            return false;
        const auto lock = FileLock::tryAcquire(workFolder() / "lock");
        return lock.ok() && !*lock;
    };
    {
        app::FullTraining training(places);
        training.start(request);
        ASSERT_TRUE(QTest::qWaitFor(isWorking, kTrainingMs));
    }
    EXPECT_TRUE(isWorking()) << "closing the window must not take as long as a step";
    EXPECT_TRUE(QTest::qWaitFor([&] { return fs::exists(checkpoint) && !isWorking(); }, kTrainingMs));
    EXPECT_TRUE(app::ModelLibrary(places.library).list()->empty()) << "it is not finished";
}

} // namespace

} // namespace longhand::test
