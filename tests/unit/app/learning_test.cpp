#include "longhand/app/learning.h"

#include <cstdlib>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include <QImage>

#include "app/learning_lines.h"
#include "app/learning_rounds.h"
#include "app/line_set_writer.h"
#include "app/machine_texts.h"
#include "drawn_hand.h"
#include "longhand/app/models.h"
#include "longhand/app/picture_source.h"
#include "longhand/app/profile_chooser.h"
#include "longhand/base/files.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/imaging/page_reader.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using namespace longhand::test;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

namespace
{

class LearningTest : public testing::Test
{
protected:
    LearningTest()
    {
        m_request.base = writeSmallModel(m_folder / "base.safetensors");
        m_request.store = m_folder / "feedback.sqlite";
        m_request.library = m_folder / "models";
        m_request.rehearsalPacks = {writeRehearsal(m_folder / "rehearsal.pack")};
        m_request.minutes = 0.02;
        m_request.cores = 2;
        m_store = feedback::FeedbackStore::open(m_request.store).value();
    }

    Result<LearningResult> run(std::stop_token stop = {},
                               const std::function<void(const LearningProgress&)>& progress = {})
    {
        return learn(m_request, m_folder / "work", std::move(stop), progress);
    }

    static constexpr int kFirstOfSet = 500;
    std::filesystem::path writeSet(int lines, int first = kFirstOfSet)
    {
        auto writer = LineSetWriter::create(m_folder / "uncorrected").value();
        for (int i = first; i < first + lines; ++i)
            EXPECT_TRUE(writer.add(drawLetters(letters(i)), {"train", "Anna", "en", {}}).ok());
        EXPECT_TRUE(writer.finish().ok());
        return m_folder / "uncorrected";
    }

    /// The texts that the first round has made of them.
    std::filesystem::path breakOffOnceUncorrectedLinesAreRead()
    {
        auto texts = m_folder / "work/round-0/machine-texts.json";
        struct Killed {
        };
        EXPECT_THROW(static_cast<void>(run({},
                                           [&](const LearningProgress&) {
                                               if (std::filesystem::exists(texts))
                                                   throw Killed();
                                           })
                                           .ok()),
                     Killed);
        return texts;
    }

    /// As by a model that knows more; of the set that writeSet has written.
    static void pretendTheyWereReadRight(const std::filesystem::path& texts)
    {
        auto known = restoreTexts(texts, 8);
        ASSERT_TRUE(known);
        for (int i = 0; i < 8; ++i)
            known->texts[static_cast<std::size_t>(i)] = letters(kFirstOfSet + i);
        ASSERT_TRUE(keepTexts(texts, *known).ok());
    }

    const TemporaryFolder m_folder;
    LearningRequest m_request;
    std::unique_ptr<feedback::FeedbackStore> m_store;
};

} // namespace

TEST_F(LearningTest, FewLinesGiveAModelMeasuredByCrossValidation)
{
    vouchFor(*m_store, fillStore(*m_store, 12));
    std::set<LearningPhase> phases;
    double share = 0;
    MeasuredSoFar measured;
    const auto result = run({}, [&](const LearningProgress& progress) {
        phases.insert(progress.phase);
        EXPECT_GE(progress.share, share);
        share = progress.share;
        EXPECT_GE(progress.measured.lines, measured.lines);
        EXPECT_EQ(progress.measured.lines > 0, progress.round > 0) << "as soon as a round is over";
        if (progress.phase == LearningPhase::Trying) {
            EXPECT_EQ(progress.steps, training::recipeFor(12, false).steps * 2 / 3) << "though 8 lines are learnt";
        }
        measured = progress.measured;
    });
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_THAT(phases, SizeIs(4));
    EXPECT_TRUE(result->figures.crossValidated);
    EXPECT_EQ(result->figures.lines, 12U);
    EXPECT_EQ(result->card.linesLearnt, 12);
    EXPECT_GE(result->figures.rehearsalCerAfter, 0);
    EXPECT_EQ(result->card.verdict, judge(result->figures).verdict);
    EXPECT_EQ(result->card.reason, judge(result->figures).reason);
    EXPECT_DOUBLE_EQ(result->card.ownCerAfter,
                     result->figures.expectedEditsAfter / static_cast<double>(result->figures.characters));
    EXPECT_EQ(result->figures.characters, 12U * 6);
    EXPECT_EQ(measured.lines, 12U);
    EXPECT_DOUBLE_EQ(measured.errorsBefore, result->figures.expectedEditsBefore);
    EXPECT_DOUBLE_EQ(measured.errorsAfter, result->figures.expectedEditsAfter);

    ModelLibrary library(m_request.library);
    EXPECT_TRUE(library.inUse().id.empty()) << "learnt, not used";
    ASSERT_TRUE(acceptLearnt(library, result->card).ok());
    EXPECT_EQ(library.inUse().id, result->card.id);
    EXPECT_TRUE(recognition::Recognizer::open(library.inUse().file).ok());

    // Learnt from the learnt model, the same lines prove nothing more.
    m_request.base.clear();
    const auto again = learn(m_request, m_folder / "again");
    ASSERT_FALSE(again.ok());
    EXPECT_THAT(again.error().detail, HasSubstr("already learnt from all but 0 lines"));
}

TEST_F(LearningTest, AWritersLinesGiveASmallProfile)
{
    vouchFor(*m_store, fillStore(*m_store, 9, "Anna"));
    vouchFor(*m_store, fillStore(*m_store, 9, "Bert", 100));
    m_request.writer = "Anna";
    const auto result = run();
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_EQ(result->figures.lines, 9U) << "the other writer's lines are not touched";
    EXPECT_EQ(result->card.kind, LearntKind::Profile);
    ModelLibrary library(m_request.library);
    EXPECT_EQ(library.find(result->card.id)->card.certaintyGain, result->card.certaintyGain) << "kept in the card";
    ASSERT_TRUE(acceptLearnt(library, result->card).ok());
    EXPECT_THAT(library.writers(), testing::ElementsAre("Anna"));
    const InUse profile = library.inUse("Anna");
    EXPECT_LE(std::filesystem::file_size(profile.file), 2U << 20);
    recognition::Options options;
    options.profile = profile.file;
    EXPECT_TRUE(recognition::Recognizer::open(m_request.base, options).ok());
}

TEST_F(LearningTest, AProfileIsProposedWhereItGainsNearlyAsMuchAsOnItsOwnLines)
{
    // What reads more surely stands for a profile: the same model, less in doubt.
    const auto modelInDoubt = [&](const char* name, double temperature) {
        const std::filesystem::path model = m_folder / name;
        std::filesystem::copy_file(m_request.base, model);
        EXPECT_TRUE(recognition::storeCalibration(model, {temperature, {}, {}}).ok());
        return ModelChoice{model, {}, {}, {}};
    };
    std::vector<ProfileReader> readers{{{}, modelInDoubt("plain", 10), 0}, {"Anna", modelInDoubt("Anna", 1), 0}};
    std::vector<GrayImage> lines;
    for (int i = 0; i < 4; ++i)
        lines.push_back(drawLetters(letters(200 + i)));
    const auto looked = proposeProfile(readers, lines);
    ASSERT_TRUE(looked.ok()) << looked.error().detail;
    ASSERT_THAT(looked->candidates, SizeIs(2));
    EXPECT_EQ(looked->writer, "Anna") << "whose own lines' gain is not known";
    const double gain = certainty(looked->candidates[0].confidence) - certainty(looked->candidates[1].confidence);
    ASSERT_GT(gain, kLeastCertaintyGain);
    readers[1].certaintyGain = gain;
    EXPECT_EQ(proposeProfile(readers, lines)->writer, "Anna") << "gains as much as on its own lines";
    readers[1].certaintyGain = 2 * gain;
    EXPECT_EQ(proposeProfile(readers, lines)->writer, "") << "gains half as much: not this hand";
    readers[1].certaintyGain = 0;
    lines.resize(2);
    EXPECT_EQ(proposeProfile(readers, lines)->writer, "") << "two lines tell too little";
}

TEST_F(LearningTest, TheLinesOfAPageAreReadWithEveryProfile)
{
    // A page with one line, where its reading says it is.
    const GrayImage line = drawLetters(letters(3));
    QImage paper(line.width + 80, 300, QImage::Format_Grayscale8);
    paper.fill(Qt::white);
    for (int y = 0; y < line.height; ++y)
        std::copy_n(line.row(y), line.width, paper.scanLine(100 + y) + 40);
    PictureSource source;
    source.pasted = paper;
    formats::Page reading;
    const double right = 40.0 + line.width, bottom = 100.0 + line.height;
    reading.lines.emplace_back();
    reading.lines[0].outline = {{40, 100}, {right, 100}, {right, bottom}, {40, bottom}};
    reading.lines[0].baseline = {{40, bottom - 8}, {right, bottom - 8}};
    ModelLibrary library(m_request.library);
    ::setenv("LONGHAND_MODEL", m_request.base.c_str(), 1);
    const auto nobody = proposeProfile(library, source, reading);
    ASSERT_TRUE(nobody.ok()) << nobody.error().detail;
    EXPECT_TRUE(nobody->candidates.empty()) << "without profiles nothing is asked";

    vouchFor(*m_store, fillStore(*m_store, 9, "Anna"));
    m_request.writer = "Anna";
    const auto result = run();
    ASSERT_TRUE(result.ok()) << result.error().detail;
    ASSERT_TRUE(acceptLearnt(library, result->card).ok());
    const auto proposal = proposeProfile(library, source, reading);
    ::unsetenv("LONGHAND_MODEL");
    ASSERT_TRUE(proposal.ok()) << proposal.error().detail;
    ASSERT_EQ(proposal->candidates.size(), 2U) << "the model alone, and Anna's profile";
    EXPECT_EQ(proposal->candidates[0].writer.empty() + proposal->candidates[1].writer.empty(), 1);
}

TEST_F(LearningTest, TooFewLinesAreSaid)
{
    vouchFor(*m_store, fillStore(*m_store, 4));
    const auto result = run();
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(result.error().detail, HasSubstr("only 4 lines"));
    EXPECT_THAT(result.error().detail, HasSubstr("at least 5"));
}

TEST_F(LearningTest, AStopKeepsWhatThereIsAndSaysSo)
{
    vouchFor(*m_store, fillStore(*m_store, 12));
    std::stop_source stop;
    const auto result = run(stop.get_token(), [&](const LearningProgress& progress) {
        if (progress.phase == LearningPhase::Trying && progress.round == 1)
            stop.request_stop();
    });
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_TRUE(result->stopped);
    EXPECT_EQ(result->figures.lines, 4U) << "measured on what the kept model had not seen";
    EXPECT_EQ(result->card.linesLearnt, 8);
    EXPECT_EQ(ModelLibrary(m_request.library).list().value().size(), 1U);
}

TEST_F(LearningTest, ABrokenOffRunGoesOnWithTheRoundsItHas)
{
    vouchFor(*m_store, fillStore(*m_store, 12));
    // The progress of the second round ends the first attempt as a kill would: nothing after it runs.
    struct Killed {
    };
    EXPECT_THROW(static_cast<void>(run({},
                                       [](const LearningProgress& progress) {
                                           if (progress.phase == LearningPhase::Measuring && progress.round == 1)
                                               throw Killed();
                                       })
                                       .ok()),
                 Killed);
    std::set<int> tried;
    const auto result = run({}, [&](const LearningProgress& progress) {
        if (progress.phase == LearningPhase::Trying)
            tried.insert(progress.round);
    });
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_FALSE(tried.contains(0)) << "the first round was over";
    EXPECT_EQ(result->figures.lines, 12U);
    EXPECT_EQ(ModelLibrary(m_request.library).list().value().size(), 1U);

    ASSERT_TRUE(m_store->setText(m_store->lines().value().front().id, "lll").ok());
    const auto changed = run();
    ASSERT_TRUE(changed.ok()) << changed.error().detail;
    EXPECT_THAT(changed->warnings, testing::Contains(HasSubstr("began from the start")));
}

TEST_F(LearningTest, ABrokenOffRunDoesNotReadTheLinesThatNobodyCorrectedAgain)
{
    vouchFor(*m_store, fillStore(*m_store, 9, "Anna"));
    m_request.writer = "Anna";
    m_request.uncorrected = writeSet(8);
    const auto texts = breakOffOnceUncorrectedLinesAreRead();
    pretendTheyWereReadRight(texts);
    const auto before = readFile(texts);
    ASSERT_TRUE(before.ok()) << before.error().detail;
    m_request.minutes = 0;
    double share = 0;
    std::map<int, std::int64_t> steps; // by round
    const auto result = run({}, [&](const LearningProgress& progress) {
        EXPECT_GE(progress.share, share);
        share = progress.share;
        if (progress.phase != LearningPhase::Trying && progress.phase != LearningPhase::Learning)
            return;
        EXPECT_GT(progress.step, steps[progress.round]) << "its curve goes on where the lines are learnt a second time";
        EXPECT_LE(progress.step, progress.steps);
        steps[progress.round] = progress.step;
    });
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_EQ(readFile(texts).value(), *before) << "with the seconds it took the first time";
    EXPECT_EQ(result->figures.lines, 9U);
    EXPECT_THAT(result->warnings, testing::ElementsAre(HasSubstr("read surely enough")))
        << "in the last round, by a model that knows nothing";

    const auto known = restoreTexts(texts, 8);
    const auto round = readFinishedRound(m_folder / "work/round-0");
    ASSERT_TRUE(known && round);
    EXPECT_EQ(round->report.readLines, 8U);
    EXPECT_GE(round->report.seconds, known->reader.seconds) << "a run that goes on must know what it has spent";
    EXPECT_FALSE(restoreTexts(texts, 9)) << "these are other lines";
}

TEST_F(LearningTest, CorrectedLinesAreNotReadOnceMoreAsIfNobodyHadCorrectedThem)
{
    std::vector<LearningLine> lines(1);
    lines[0].picture = imaging::normalizeLine(drawLetters(letters(3)), 32);
    const auto others = openUncorrectedLines(writeSet(9, 0), 32, lines);
    ASSERT_TRUE(others.ok()) << others.error().detail;
    EXPECT_THAT(others->pictures, SizeIs(8)) << "the page is open as if it were a new one";
    EXPECT_NE(others->checksum, openUncorrectedLines(m_folder / "uncorrected", 32, {})->checksum);
}

TEST_F(LearningTest, AStopKeepsWhatTheCorrectedLinesHaveTaughtAlone)
{
    vouchFor(*m_store, fillStore(*m_store, 9, "Anna"));
    m_request.writer = "Anna";
    m_request.uncorrected = writeSet(8);
    const auto texts = m_folder / "work/round-0/machine-texts.json";
    std::stop_source stop;
    const auto result = run(stop.get_token(), [&](const LearningProgress& progress) {
        if (progress.phase == LearningPhase::Trying && !std::filesystem::exists(texts))
            stop.request_stop();
    });
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_TRUE(result->stopped);
    EXPECT_EQ(result->card.linesUncorrected, 0);
    EXPECT_TRUE(std::filesystem::exists(ModelLibrary(m_request.library).find(result->card.id)->file));
}

TEST_F(LearningTest, AStopWhileReadLinesAreLearntKeepsItToo)
{
    vouchFor(*m_store, fillStore(*m_store, 9, "Anna"));
    m_request.writer = "Anna";
    m_request.uncorrected = writeSet(8);
    const auto texts = breakOffOnceUncorrectedLinesAreRead();
    pretendTheyWereReadRight(texts);
    const auto known = restoreTexts(texts, 8);
    m_request.minutes = 0;
    std::stop_source stop;
    std::int64_t reached = 0;
    const auto result = run(stop.get_token(), [&](const LearningProgress& progress) {
        reached = progress.step;
        if (progress.phase == LearningPhase::Trying && progress.step > known->reader.stepsDone)
            stop.request_stop();
    });
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_GT(reached, known->reader.stepsDone) << "it was stopped in the second run";
    EXPECT_TRUE(result->stopped);
    EXPECT_EQ(result->card.linesUncorrected, 0);
    EXPECT_EQ(readFile(m_folder / "work/round-0/model.safetensors").value(),
              readFile(m_folder / "work/round-0/first.safetensors").value());
}

TEST_F(LearningTest, LinesThatNobodyCorrectedTeachNoModelForEverybody)
{
    vouchFor(*m_store, fillStore(*m_store, 9, "Anna"));
    m_request.uncorrected = writeSet(8);
    const auto result = run();
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(result.error().detail, HasSubstr("one writer only"));
}

TEST_F(LearningTest, GoesOnWithoutLinesThatAreNotThereAnyMore)
{
    vouchFor(*m_store, fillStore(*m_store, 9, "Anna"));
    m_request.writer = "Anna";
    m_request.uncorrected = m_folder / "gone";
    const auto result = run();
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_THAT(result->warnings, testing::ElementsAre(HasSubstr("only the corrected ones were learnt")));
    EXPECT_EQ(result->card.linesUncorrected, 0);
}

TEST(MachineTexts, AreKeptOnlyWhereTheReaderIsSureEnough)
{
    const std::filesystem::path source = LONGHAND_SOURCE_DIR;
    const auto model = source / "models/longhand.safetensors";
    if (!std::filesystem::exists(model))
        GTEST_SKIP() << model << " is not there";
    const auto line = imaging::readGray(source / "data/sample-line.jpg");
    ASSERT_TRUE(line.ok()) << line.error().detail;
    GrayImage scrawl(600, 48, 255);
    for (int y = 0; y < scrawl.height; ++y)
        for (int x = 0; x < scrawl.width; ++x)
            if ((x * 7 + y * y * 3 + x * y) % 5 < 2)
                scrawl.row(y)[x] = 30;
    std::vector<GrayImage> pictures(34, scrawl);
    pictures.front() = pictures.back() = imaging::normalizeLine(*line, 48);
    int pausesPossible = 0;
    const auto read = readUncorrectedLines({model, {}, 2}, pictures, {}, [&] { ++pausesPossible; });
    ASSERT_TRUE(read.ok()) << read.error().detail;
    ASSERT_THAT(*read, SizeIs(34));
    EXPECT_THAT(read->front(), Not(IsEmpty()));
    EXPECT_EQ(read->back(), read->front());
    EXPECT_THAT(std::vector(read->begin() + 1, read->end() - 1), testing::Each(IsEmpty()));
    EXPECT_GT(pausesPossible, 1);
}
