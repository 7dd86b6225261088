#include "longhand/app/models.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <optional>

#include "longhand/app/page_transcriber.h"
#include "longhand/app/project_store.h"
#include "longhand/base/files.h"
#include "temporary_folder.h"

using namespace longhand;
using namespace longhand::app;
using longhand::test::TemporaryFolder;
using testing::Contains;
using testing::HasSubstr;

namespace
{

/// LONGHAND_MODEL for one test.
class Models : public testing::Test
{
protected:
    void SetUp() override
    {
        if (const char* before = std::getenv("LONGHAND_MODEL"))
            m_before = before;
        ::unsetenv("LONGHAND_MODEL");
    }
    void TearDown() override
    {
        if (m_before)
            ::setenv("LONGHAND_MODEL", m_before->c_str(), 1);
        else
            ::unsetenv("LONGHAND_MODEL");
    }

    TemporaryFolder m_folder;

private:
    std::optional<std::string> m_before;
};

} // namespace

TEST_F(Models, TheEnvironmentNamesTheModel)
{
    const auto file = m_folder / "mine.safetensors";
    ASSERT_TRUE(writeFileAtomically(file, "x"));
    ::setenv("LONGHAND_MODEL", file.c_str(), 1);
    const auto model = findDefaultModel();
    ASSERT_TRUE(model.ok()) << model.error().detail;
    EXPECT_EQ(*model, file);
    EXPECT_THAT(listModels(), Contains(file));
}

TEST_F(Models, AWrongNameInTheEnvironmentIsNotReplacedByAnother)
{
    ::setenv("LONGHAND_MODEL", (m_folder / "gone.safetensors").c_str(), 1);
    const auto model = findDefaultModel();
    ASSERT_FALSE(model.ok());
    EXPECT_EQ(model.error().code, ErrorCode::NotFound);
    EXPECT_THAT(model.error().detail, HasSubstr("gone.safetensors"));
    EXPECT_THAT(model.error().detail, HasSubstr("LONGHAND_MODEL"));
}

TEST_F(Models, AWriterIsReadWithTheProfileWhereThereIsOne)
{
    const auto file = m_folder / "mine.safetensors";
    ASSERT_TRUE(writeFileAtomically(file, "x"));
    ::setenv("LONGHAND_MODEL", file.c_str(), 1);
    ModelLibrary library(m_folder / "models");
    const auto learn = [&](const std::string& writer, const std::string& baseChecksum) {
        const auto delta = m_folder / "delta";
        ASSERT_TRUE(writeFileAtomically(delta, "delta"));
        ModelCard card;
        card.run = card.writer = writer;
        card.kind = LearntKind::Profile;
        card.base = "lost";
        card.baseChecksum = baseChecksum;
        const auto added = library.add(delta, card);
        ASSERT_TRUE(added) << added.error().detail;
        ASSERT_TRUE(library.use(added->id, writer));
    };
    learn("Anna", fingerprint(file)->sha256);
    learn("Clara", "that of a model that is gone");

    const auto anna = modelFor(library, "Anna");
    ASSERT_TRUE(anna) << anna.error().detail;
    EXPECT_EQ(anna->model, file);
    EXPECT_FALSE(anna->profile.empty());
    for (const char* writer : {"", "Berta"}) {
        const auto other = modelFor(library, writer);
        ASSERT_TRUE(other) << other.error().detail;
        EXPECT_EQ(other->model, file);
        EXPECT_TRUE(other->profile.empty());
        EXPECT_EQ(other->warning, "");
    }
    const auto clara = modelFor(library, "Clara");
    ASSERT_TRUE(clara) << clara.error().detail;
    EXPECT_EQ(clara->model, file);
    EXPECT_TRUE(clara->profile.empty());
    EXPECT_THAT(clara->warning, HasSubstr("lost"));
}

TEST_F(Models, AreLookedForBesideTheProgramFirst)
{
    const auto program = std::filesystem::read_symlink("/proc/self/exe");
    const auto folders = modelFolders();
    ASSERT_FALSE(folders.empty());
    EXPECT_EQ(folders.front(), program.parent_path() / "models");
    EXPECT_THAT(folders, Contains(program.parent_path().parent_path().parent_path() / "models"));
    EXPECT_THAT(folders, Contains(program.parent_path().parent_path() / "share/longhand/models"));
}
