#include "longhand/app/spelling.h"

#include <fstream>
#include <gmock/gmock.h>

#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using testing::IsEmpty;

namespace
{

class SpellerTest : public testing::Test
{
protected:
    /// A dictionary of a few words, in the encoding that its first line names.
    void write(const std::string& language, const std::string& encoding, const std::string& words)
    {
        std::ofstream(m_folder / (language + ".aff")) << "SET " << encoding << "\nTRY esianrtolcdugmphbyfvkwz\n";
        std::ofstream(m_folder / (language + ".dic")) << words;
    }
    [[nodiscard]] std::vector<std::filesystem::path> folders() const { return {m_folder / "none", m_folder / "."}; }

    test::TemporaryFolder m_folder;
};

} // namespace

TEST_F(SpellerTest, KnowsItsWordsAndSuggestsOthers)
{
    write("en_XX", "UTF-8", "3\nboat\nnoon\ncaf\xc3\xa9\n");
    const auto speller = Speller::open(QStringLiteral("en_XX"), folders());
    ASSERT_TRUE(speller.ok());
    EXPECT_TRUE((*speller)->isRight(QStringLiteral("boat")));
    EXPECT_TRUE((*speller)->isRight(QStringLiteral("café")));
    EXPECT_FALSE((*speller)->isRight(QStringLiteral("baot")));
    EXPECT_TRUE((*speller)->suggestions(QStringLiteral("baot")).contains(QStringLiteral("boat")));
}

TEST_F(SpellerTest, ReadsLatinDictionariesAndRefusesOthersBySentence)
{
    write("de_XX", "ISO8859-1",
          "1\nGr\xfc\xdf"
          "e\n");
    write("ru_XX", "KOI8-R", "1\nx\n");
    EXPECT_TRUE((*Speller::open(QStringLiteral("de_XX"), folders()))->isRight(QStringLiteral("Grüße")));
    const auto refused = Speller::open(QStringLiteral("ru_XX"), folders());
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(refused.error().detail, testing::HasSubstr("ru_XX.dic"));
    EXPECT_EQ(Speller::open(QStringLiteral("xx"), folders()).error().code, ErrorCode::NotFound);
}

TEST_F(SpellerTest, ListsWhatHasBothFiles)
{
    write("en_XX", "UTF-8", "0\n");
    std::ofstream(m_folder / "fr.dic") << "0\n";
    EXPECT_EQ(spellingLanguages(folders()), QStringList(QStringLiteral("en_XX")));
}

TEST(SpellingLanguage, TheNearestDictionaryIsTaken)
{
    const QStringList available{QStringLiteral("de_AT"), QStringLiteral("de_DE"), QStringLiteral("en_GB"),
                                QStringLiteral("en_US"), QStringLiteral("fr")};
    EXPECT_EQ(bestSpellingLanguage(QStringLiteral("de-AT"), available), QStringLiteral("de_AT"));
    EXPECT_EQ(bestSpellingLanguage(QStringLiteral("de_CH"), available), QStringLiteral("de_DE"));
    EXPECT_EQ(bestSpellingLanguage(QStringLiteral("fr_CA"), available), QStringLiteral("fr"));
    EXPECT_EQ(bestSpellingLanguage(QStringLiteral("en"), available), QStringLiteral("en_US"));
    EXPECT_THAT(bestSpellingLanguage(QStringLiteral("pl_PL"), available).toStdString(), IsEmpty());
}

TEST(SpellingWord, IsBareAndLeavesOutWhatIsNotToBeChecked)
{
    EXPECT_EQ(spellingWord(QStringLiteral("(noon),")), QStringLiteral("noon"));
    EXPECT_EQ(spellingWord(QStringLiteral("“l’été”")), QStringLiteral("l'été"));
    for (const auto* word : {"after-", "Eisen=", "1862", "3rd", "a", "&c", "—"})
        EXPECT_THAT(spellingWord(QString::fromUtf8(word)).toStdString(), IsEmpty()) << word;
}
