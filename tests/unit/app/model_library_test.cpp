#include "longhand/app/model_library.h"

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "longhand/app/models.h"
#include "longhand/base/files.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace
{

class ModelLibraryTest : public testing::Test
{
protected:
    /// The library cares for bytes, not for networks.
    ModelCard add(const std::string& content, const std::string& writer = {}, LearntKind kind = LearntKind::Model)
    {
        const auto file = m_folder / "new.safetensors";
        EXPECT_TRUE(writeFileAtomically(file, content));
        ModelCard card;
        card.run = "run " + content;
        card.kind = kind;
        card.writer = writer;
        card.verdict = Verdict::Offered;
        card.ownCerBefore = 0.2;
        card.learntIds = {1, 5};
        auto added = m_library.add(file, card);
        EXPECT_TRUE(added.ok()) << (added ? "" : added.error().detail);
        return *added;
    }
    [[nodiscard]] std::string contentInUse(const std::string& writer = {}) const
    {
        const InUse inUse = m_library.inUse(writer);
        return inUse.id.empty() ? "shipped" : readFile(inUse.file).value();
    }

    const TemporaryFolder m_folder;
    ModelLibrary m_library{m_folder / "models"};
};

} // namespace

TEST_F(ModelLibraryTest, IsEmptyWithoutAFolder)
{
    EXPECT_THAT(m_library.list().value(), IsEmpty());
    EXPECT_TRUE(m_library.inUse().id.empty());
    EXPECT_TRUE(m_library.inUse().warning.empty());
}

TEST_F(ModelLibraryTest, KeepsTheCardBesideTheModel)
{
    const ModelCard card = add("a");
    const auto listed = m_library.list().value();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].card.id, card.id);
    EXPECT_EQ(listed[0].card.verdict, Verdict::Offered);
    EXPECT_EQ(listed[0].card.ownCerBefore, 0.2);
    EXPECT_THAT(listed[0].card.learntIds, ElementsAre(1, 5));
    EXPECT_EQ(listed[0].card.checksum.size(), 64U);
    EXPECT_EQ(readFile(listed[0].file).value(), "a");
    EXPECT_FALSE(listed[0].inUse) << "what is learnt is not used before somebody says so";
    EXPECT_NE(add("b").id, card.id);
    EXPECT_EQ(add("b").id, m_library.list().value()[0].card.id) << "the same run is added once";
    EXPECT_EQ(m_library.list().value().size(), 2U);
}

TEST_F(ModelLibraryTest, PromotesAndReverts)
{
    const std::string a = add("a").id, b = add("b").id;
    EXPECT_EQ(contentInUse(), "shipped");
    const std::string before = m_library.stamp();
    ASSERT_TRUE(m_library.use(a).ok());
    EXPECT_NE(m_library.stamp(), before);
    ASSERT_TRUE(m_library.use(b).ok());
    EXPECT_EQ(contentInUse(), "b");
    EXPECT_EQ(m_library.revert().value().id, a);
    EXPECT_EQ(contentInUse(), "a");
    EXPECT_EQ(m_library.revert().value().id, "");
    EXPECT_EQ(contentInUse(), "shipped");
    EXPECT_EQ(m_library.revert().error().code, ErrorCode::InvalidInput);
    ASSERT_TRUE(m_library.use(b).ok());
    ASSERT_TRUE(m_library.use({}).ok());
    EXPECT_EQ(contentInUse(), "shipped");
    EXPECT_EQ(m_library.revert().value().id, b);
}

TEST_F(ModelLibraryTest, WritersHaveProfilesOfTheirOwn)
{
    const std::string model = add("m").id, anna = add("p", "Anna", LearntKind::Profile).id;
    EXPECT_EQ(m_library.use(anna).error().code, ErrorCode::InvalidInput) << "a profile is nobody else's";
    EXPECT_EQ(m_library.use(model, "Anna").error().code, ErrorCode::InvalidInput);
    ASSERT_TRUE(m_library.use(anna, "Anna").ok());
    EXPECT_THAT(m_library.writers(), ElementsAre("Anna"));
    EXPECT_EQ(contentInUse("Anna"), "p");
    EXPECT_EQ(contentInUse(), "shipped");
    ASSERT_TRUE(m_library.use({}, "Anna").ok());
    EXPECT_THAT(m_library.writers(), IsEmpty());
}

TEST_F(ModelLibraryTest, ADeletedModelLeavesUseAndComesBack)
{
    const std::string a = add("a").id, b = add("b").id;
    ASSERT_TRUE(m_library.use(a).ok());
    ASSERT_TRUE(m_library.use(b).ok());
    ASSERT_TRUE(m_library.remove(b).ok());
    EXPECT_EQ(contentInUse(), "a");
    EXPECT_EQ(m_library.list().value().size(), 1U);
    ASSERT_EQ(m_library.trash().value().size(), 1U);
    ASSERT_TRUE(m_library.restore(b).ok());
    ASSERT_TRUE(m_library.use(b).ok());
    EXPECT_EQ(contentInUse(), "b");
    ASSERT_TRUE(m_library.remove(b).ok());
    ASSERT_TRUE(m_library.emptyTrash().ok());
    EXPECT_EQ(m_library.restore(b).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_library.remove("..").error().code, ErrorCode::NotFound);
}

TEST_F(ModelLibraryTest, ItsSentencesSuitAWindowToo)
{
    const std::string anna = add("a", "Anna", LearntKind::Profile).id;
    const std::string sentences = m_library.find("b").error().detail + m_library.use(anna).error().detail +
                                  m_library.restore("b").error().detail +
                                  profileInUse(m_library, "Berta").error().detail;
    EXPECT_THAT(sentences, Not(HasSubstr("longhand "))) << "commands are named where there is a command line";
    EXPECT_THAT(sentences, HasSubstr("'b'"));
}

TEST_F(ModelLibraryTest, WhatIsDamagedIsPassedOverWithASentence)
{
    const std::string a = add("a").id, b = add("b").id;
    ASSERT_TRUE(m_library.use(a).ok());
    ASSERT_TRUE(m_library.use(b).ok());
    std::ofstream(m_library.find(b).value().file) << "overwritten";
    EXPECT_EQ(contentInUse(), "a");
    EXPECT_THAT(m_library.inUse().warning, HasSubstr("'" + b + "' is missing or damaged"));
    std::filesystem::remove(m_library.find(a).value().file);
    EXPECT_EQ(contentInUse(), "shipped");
    EXPECT_THAT(m_library.inUse().warning, HasSubstr("ships with the program"));
    EXPECT_EQ(m_library.use(b).error().code, ErrorCode::Damaged);
}

TEST_F(ModelLibraryTest, DamagedCardsAndListsHideNoModel)
{
    const std::string a = add("a").id;
    ASSERT_TRUE(m_library.use(a).ok());
    std::ofstream(m_library.folder() / a / "card.json") << "{";
    EXPECT_EQ(contentInUse(), "a") << "what is in use needs no card";
    EXPECT_THAT(m_library.list().value().at(0).problem, HasSubstr("damaged"));
    std::ofstream(m_library.folder() / "in-use.json") << "[]";
    EXPECT_EQ(contentInUse(), "shipped");
    EXPECT_THAT(m_library.inUse().warning, HasSubstr("in-use.json"));
    const std::string b = add("b").id;
    ASSERT_TRUE(m_library.use(b).ok()) << "choosing anew is the remedy";
    EXPECT_EQ(contentInUse(), "b");
    std::ofstream(m_library.folder() / "in-use.json")
        << R"({"slots":{"":{"current":{"id":"../../etc","sha256":"x"},"before":[]}}})";
    EXPECT_EQ(contentInUse(), "shipped") << "ids name folders of the library only";
}

TEST_F(ModelLibraryTest, KilledAtAnyInstantItAlwaysHasAWholeModelInUse)
{
    const std::string a = add("a").id, b = add("b").id;
    ASSERT_TRUE(m_library.use(a).ok());
    for (int round = 0; round < 40; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            for (int i = 0;; ++i) {
                ModelCard card;
                card.run = std::to_string(round) + '/' + std::to_string(i);
                const auto added = m_library.add(m_folder / "new.safetensors", card);
                static_cast<void>(m_library.use(i % 2 == 0 ? a : b).ok());
                if (added)
                    static_cast<void>(m_library.remove(added->id).ok());
                static_cast<void>(m_library.revert().ok());
                static_cast<void>(m_library.emptyTrash().ok());
            }
        }
        ::usleep(static_cast<useconds_t>(500 + 733 * round));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const InUse inUse = m_library.inUse();
        EXPECT_THAT(inUse.warning, IsEmpty());
        EXPECT_TRUE(inUse.id.empty() || inUse.id == a || inUse.id == b || readFile(inUse.file).ok());
        const auto listed = m_library.list();
        ASSERT_TRUE(listed.ok()) << listed.error().detail;
        for (const LibraryEntry& entry : *listed)
            EXPECT_THAT(entry.problem, IsEmpty());
    }
    ASSERT_TRUE(m_library.use(b).ok()) << "nothing a killed program left keeps the library from changing";
    EXPECT_EQ(contentInUse(), "b");
}
