#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corrections.h"
#include "temporary_folder.h"

namespace longhand::feedback
{

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{

std::vector<std::string> textsOf(const std::vector<StoredLine>& lines)
{
    std::vector<std::string> texts;
    for (const StoredLine& line : lines)
        texts.push_back(line.humanText);
    return texts;
}

std::vector<std::string> textsOf(const std::vector<HistoryEntry>& entries)
{
    std::vector<std::string> texts;
    for (const HistoryEntry& entry : entries)
        texts.push_back(entry.humanText);
    return texts;
}

class Recording : public ::testing::Test
{
protected:
    std::int64_t keep(const Correction& correction) { return m_store->record(correction).value(); }
    std::vector<std::string> find(const LineFilter& filter) { return textsOf(m_store->lines(filter).value()); }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "a folder" / "feedback.sqlite";
    std::unique_ptr<FeedbackStore> m_store = openStore(m_file);
};

} // namespace

TEST_F(Recording, allThatWasSaidIsThereAgain)
{
    const Correction said = correctionOf("page", "l1", "Grüße, “à bientôt” 𝔄");
    const auto id = keep(said);
    m_store.reset();
    m_store = openStore(m_file);

    const StoredLine line = m_store->line(id).value();
    EXPECT_EQ(line.id, id);
    EXPECT_EQ(line.humanText, said.humanText);
    EXPECT_EQ(line.machineText, said.machineText);
    EXPECT_EQ(line.confidence, said.confidence);
    EXPECT_EQ(line.machineWords, said.machineWords);
    EXPECT_EQ(line.model, said.model);
    EXPECT_EQ(line.writer, said.writer);
    EXPECT_EQ(line.pageKey, said.pageKey);
    EXPECT_EQ(line.pageName, said.pageName);
    EXPECT_EQ(line.lineId, said.lineId);
    EXPECT_EQ(line.outline, said.outline);
    EXPECT_EQ(line.language, said.language);
    EXPECT_EQ(line.state, LabelState::Trusted);
    EXPECT_TRUE(line.changed);
    EXPECT_GT(line.created, Time{});
    EXPECT_EQ(line.created, line.updated);
    EXPECT_EQ(m_store->picture(id).value(), said.picture);
}

TEST_F(Recording, confirmedLineIsNotChanged)
{
    Correction confirmed = correctionOf("page", "l1", "");
    confirmed.humanText = confirmed.machineText;
    EXPECT_FALSE(m_store->line(keep(confirmed))->changed);
}

TEST_F(Recording, laterTextTakesThePlaceOfTheEarlierOne)
{
    const auto id = keep(correctionOf("page", "l1", "first"));
    EXPECT_EQ(keep(correctionOf("page", "l1", "second")), id);
    EXPECT_EQ(keep(correctionOf("page", "l1", "second")), id);
    EXPECT_EQ(keep(correctionOf("page", "l1", "third")), id);

    EXPECT_THAT(find({}), ElementsAre("third"));
    EXPECT_THAT(textsOf(m_store->history(id).value()), ElementsAre("first", "second"));
}

TEST_F(Recording, draftsLeaveNoHistory)
{
    const auto id = keep(correctionOf("page", "l1", "first"));
    for (const char* typed : {"s", "sec", "secon"}) {
        Correction draft = correctionOf("page", "l1", typed);
        draft.draft = true;
        keep(draft);
    }
    EXPECT_TRUE(m_store->line(id)->draft);
    EXPECT_THAT(find({}), ElementsAre("secon"));
    keep(correctionOf("page", "l1", "second"));
    EXPECT_FALSE(m_store->line(id)->draft);
    EXPECT_THAT(textsOf(m_store->history(id).value()), ElementsAre("first"));
}

TEST_F(Recording, whatIsTakenBackGoes)
{
    keep(correctionOf("page", "l1", "one"));
    keep(correctionOf("page", "l2", "two"));
    EXPECT_EQ(m_store->withdraw("page", "l1").value(), 1);
    EXPECT_EQ(m_store->withdraw("page", "l1").value(), 0);
    EXPECT_THAT(find({}), ElementsAre("two"));
}

TEST_F(Recording, pictureCanBeCutBetterLater)
{
    const auto id = keep(correctionOf("page", "l1", "one"));
    const auto other = keep(correctionOf("page", "l2", "two"));
    ASSERT_TRUE(m_store->setPicture(id, drawnLine(4711)));
    EXPECT_EQ(m_store->picture(id).value(), drawnLine(4711));
    ASSERT_TRUE(m_store->setPicture(id, m_store->picture(other).value())) << "of another line";
    EXPECT_EQ(m_store->picture(id).value(), drawnLine(4711));
}

TEST_F(Recording, linesOfOnePageAreToldApart)
{
    keep(correctionOf("page", "l1", "one"));
    keep(correctionOf("page", "l2", "two"));
    keep(correctionOf("other page", "l1", "three"));
    EXPECT_THAT(find({}), ElementsAre("one", "two", "three"));
}

TEST_F(Recording, samePictureIsOneLineWhereverItIsMet)
{
    Correction first = correctionOf("page", "l1", "first");
    Correction copy = correctionOf("copy of the page", "l7", "second");
    copy.picture = first.picture;
    const auto id = keep(first);
    EXPECT_EQ(keep(copy), id);
    EXPECT_EQ(m_store->line(id)->pageName, "copy of the page.jpg");
    EXPECT_THAT(textsOf(m_store->history(id).value()), ElementsAre("first"));

    first.pageKey.clear(); // from an import
    EXPECT_EQ(keep(first), id);
    EXPECT_THAT(find({.pageKey = "page"}), SizeIs(1));
    EXPECT_THAT(find({.pageKey = "copy of the page"}), SizeIs(1));
}

TEST_F(Recording, linesThatTurnOutToBeOneAreMerged)
{
    const auto first = keep(correctionOf("page", "l1", "first"));
    const auto second = keep(correctionOf("copy", "l1", "second"));
    ASSERT_NE(first, second);
    Correction both = correctionOf("page", "l1", "third");
    both.picture = correctionOf("copy", "l1", "").picture;
    EXPECT_EQ(keep(both), first);

    EXPECT_THAT(find({}), ElementsAre("third"));
    EXPECT_EQ(m_store->picture(first).value(), both.picture);
    EXPECT_THAT(textsOf(m_store->history(first).value()), ::testing::UnorderedElementsAre("first", "second"));
    EXPECT_EQ(keep(correctionOf("copy", "l1", "fourth")), first);
}

TEST_F(Recording, newOutlineBringsItsPicture)
{
    const auto id = keep(correctionOf("page", "l1", "text"));
    Correction reshaped = correctionOf("page", "l1", "text");
    reshaped.picture = drawnLine(4711);
    EXPECT_EQ(keep(reshaped), id);
    EXPECT_EQ(m_store->picture(id).value(), drawnLine(4711));
    EXPECT_THAT(m_store->history(id).value(), IsEmpty());
}

TEST_F(Recording, whatACorrectionDoesNotSayStaysKnown)
{
    const auto id = keep(correctionOf("page", "l1", "first"));
    Correction terse = correctionOf("page", "l1", "second");
    terse.writer.clear();
    terse.language.clear();
    keep(terse);
    EXPECT_EQ(m_store->line(id)->writer, "Anna");
    EXPECT_EQ(m_store->line(id)->language, "de");
}

TEST_F(Recording, correctionsWithoutPictureOrTextAreRefused)
{
    Correction blind = correctionOf("page", "l1", "text");
    blind.picture = {};
    EXPECT_EQ(m_store->record(blind).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(m_store->record(correctionOf("page", "l1", " \n ")).error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(find({}), IsEmpty());
}

TEST_F(Recording, manyAtOnceAreAllOrNone)
{
    const std::vector bad = {correctionOf("page", "l1", "one"), correctionOf("page", "l2", "")};
    EXPECT_FALSE(m_store->recordAll(bad));
    EXPECT_THAT(find({}), IsEmpty());
    const std::vector good = {correctionOf("page", "l1", "one"), correctionOf("page", "l2", "two")};
    EXPECT_THAT(m_store->recordAll(good).value(), SizeIs(2));
    EXPECT_THAT(find({}), ElementsAre("one", "two"));
}

TEST_F(Recording, filtersHoldTogether)
{
    Correction berta = correctionOf("page", "l1", "Émile schreibt");
    berta.writer = "Berta";
    const auto id = keep(berta);
    keep(correctionOf("page", "l2", "émile"));
    Correction confirmed = correctionOf("letter", "l1", "");
    confirmed.humanText = confirmed.machineText;
    confirmed.writer.clear();
    keep(confirmed);
    ASSERT_TRUE(m_store->setState(id, LabelState::Excluded));

    EXPECT_THAT(find({.writer = "Berta"}), ElementsAre("Émile schreibt"));
    EXPECT_THAT(find({.writer = ""}), ElementsAre(confirmed.machineText));
    EXPECT_THAT(find({.pageKey = "page"}), ElementsAre("Émile schreibt", "émile"));
    EXPECT_THAT(find({.pageKey = ""}), IsEmpty());
    EXPECT_THAT(find({.state = LabelState::Excluded}), ElementsAre("Émile schreibt"));
    EXPECT_THAT(find({.changed = false}), ElementsAre(confirmed.machineText));
    EXPECT_THAT(find({.search = "éMILE"}), ElementsAre("Émile schreibt", "émile"));
    EXPECT_THAT(find({.state = LabelState::Trusted, .search = "éMILE"}), ElementsAre("émile"));
    EXPECT_THAT(find({.search = "letter.jpg"}), SizeIs(1));
    EXPECT_THAT(find({.search = "100%"}), IsEmpty());
    EXPECT_THAT(find({.order = LineFilter::Order::Newest, .limit = 1}), ElementsAre(confirmed.machineText));
    EXPECT_EQ(m_store->count({.writer = "Anna"}).value(), 1);
    EXPECT_EQ(m_store->count({.updatedSince = m_store->line(id)->updated}).value(), 3);
    EXPECT_EQ(m_store->count({.updatedSince = m_store->line(id)->updated + std::chrono::hours(1)}).value(), 0);
}

TEST_F(Recording, linesOfNoPageAreFound)
{
    Correction imported = correctionOf("", "", "imported");
    imported.pageName = "a set";
    const auto id = keep(imported);
    keep(correctionOf("page", "l1", "one"));
    EXPECT_THAT(find({.pageKey = ""}), ElementsAre("imported"));
    EXPECT_EQ(keep(imported), id) << "known by its picture";
}

TEST_F(Recording, writersAndPagesAreSummedUp)
{
    keep(correctionOf("page", "l1", "one two  three"));
    const auto id = keep(correctionOf("page", "l2", "four"));
    Correction nobody = correctionOf("letter", "l1", "five");
    nobody.writer.clear();
    keep(nobody);
    ASSERT_TRUE(m_store->setState(id, LabelState::Questioned));

    const auto writers = m_store->writers().value();
    ASSERT_THAT(writers, SizeIs(2));
    EXPECT_EQ(writers[0].name, "");
    EXPECT_EQ(writers[1].name, "Anna");
    EXPECT_EQ(writers[1].lines, 2);
    EXPECT_EQ(writers[1].trusted, 1);
    EXPECT_EQ(writers[1].words, 4);

    std::map<std::string, int> pages;
    const auto summaries = m_store->pages().value();
    for (const PageSummary& page : summaries)
        pages[page.key + " " + page.name] = page.lines;
    EXPECT_THAT(pages, ElementsAre(std::pair("letter letter.jpg", 1), std::pair("page page.jpg", 2)));
}

TEST_F(Recording, textCanBeMended)
{
    const auto id = keep(correctionOf("page", "l1", "first"));
    ASSERT_TRUE(m_store->setText(id, "second"));
    EXPECT_EQ(m_store->line(id)->humanText, "second");
    EXPECT_THAT(textsOf(m_store->history(id).value()), ElementsAre("first"));
    EXPECT_EQ(m_store->setText(id, " ").error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(m_store->setText(99, "text").error().code, ErrorCode::NotFound);
}

TEST_F(Recording, questionedLineIsVouchedForOnce)
{
    const auto id = keep(correctionOf("page", "l1", "odd"));
    EXPECT_FALSE(m_store->line(id)->vouched);
    ASSERT_TRUE(m_store->setState(id, LabelState::Questioned));
    ASSERT_TRUE(m_store->setState(id, LabelState::Trusted));
    EXPECT_TRUE(m_store->line(id)->vouched);
    keep(correctionOf("page", "l1", "odd"));
    EXPECT_TRUE(m_store->line(id)->vouched) << "the same text again";
    keep(correctionOf("page", "l1", "other"));
    EXPECT_FALSE(m_store->line(id)->vouched) << "nobody vouched for this text";
}

TEST_F(Recording, newTextAnswersAQuestionButNotAnExclusion)
{
    const auto id = keep(correctionOf("page", "l1", "odd"));
    ASSERT_TRUE(m_store->setState(id, LabelState::Questioned));
    keep(correctionOf("page", "l1", "better"));
    EXPECT_EQ(m_store->line(id)->state, LabelState::Trusted);
    ASSERT_TRUE(m_store->setState(id, LabelState::Excluded));
    keep(correctionOf("page", "l1", "best"));
    EXPECT_EQ(m_store->line(id)->state, LabelState::Excluded);
}

TEST_F(Recording, writersCanBeSetAndRenamed)
{
    const auto id = keep(correctionOf("page", "l1", "one"));
    keep(correctionOf("page", "l2", "two"));
    ASSERT_TRUE(m_store->setWriter(id, "Berta"));
    EXPECT_EQ(m_store->renameWriter("Anna", "Berta").value(), 1);
    EXPECT_THAT(find({.writer = "Berta"}), SizeIs(2));
    EXPECT_EQ(m_store->setWriter(99, "Berta").error().code, ErrorCode::NotFound);
}

TEST_F(Recording, missingLinesAreNamed)
{
    EXPECT_THAT(m_store->line(99).error().detail, HasSubstr("99"));
    EXPECT_EQ(m_store->picture(99).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_store->history(99).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_store->setState(99, LabelState::Trusted).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_store->forgetLine(99).value(), 0);
}

} // namespace longhand::feedback
