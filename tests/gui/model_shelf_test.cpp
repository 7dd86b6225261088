// The shelf of models: what is deleted, restored and left off is what reads afterwards, and the news of it are true.
#include <functional>
#include <optional>

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "learning_places.h"
#include "longhand/base/files.h"
#include "temporary_folder.h"
#include "ui/model_shelf.h"
#include "ui/notice.h"

namespace longhand::test
{

namespace
{

constexpr int kWaitMs = 10000;

/// One model for everybody and two profiles of Anna, the second of which is in use.
class ModelShelfUse : public testing::Test
{
protected:
    ModelShelfUse()
    {
        places.baseModel = folder / "learnt";
        EXPECT_TRUE(writeFileAtomically(folder / "learnt", "weights").ok());
        model = add("everybody", {});
        older = add("first", "Anna");
        profile = add("second", "Anna");
        EXPECT_TRUE(library().use(model).ok());
        EXPECT_TRUE(library().use(profile, "Anna").ok());
        shelf.emplace(places);
        shelf->resize(700, 500);
        shelf->show();
    }
    std::string add(const std::string& run, const std::string& writer)
    {
        app::ModelCard card;
        card.run = run;
        card.writer = writer;
        card.kind = writer.empty() ? app::LearntKind::Model : app::LearntKind::Profile;
        card.linesLearnt = 20;
        return library().add(folder / "learnt", card).value().id;
    }
    [[nodiscard]] app::ModelLibrary library() const { return app::ModelLibrary(places.library); }
    [[nodiscard]] std::string profileInUse() const { return library().inUse("Anna").id; }
    QPushButton* button(const std::string& id, const char* name)
    {
        auto* card = shelf->findChild<QFrame*>(QStringLiteral("model-") + QString::fromStdString(id));
        return card ? card->findChild<QPushButton*>(QString::fromLatin1(name)) : nullptr;
    }
    bool press(const std::string& id, const char* name)
    {
        if (!QTest::qWaitFor([&] { return button(id, name) != nullptr; }, kWaitMs))
            return false;
        QTest::mouseClick(button(id, name), Qt::LeftButton);
        return true;
    }
    bool undo()
    {
        auto& notice = *shelf->findChild<ui::Notice*>();
        if (!QTest::qWaitFor([&] { return notice.isVisible(); }, kWaitMs))
            return false;
        QTest::mouseClick(notice.findChild<QPushButton*>(QStringLiteral("noticeAction")), Qt::LeftButton);
        return true;
    }
    bool waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, kWaitMs); }

    const TemporaryFolder folder;
    app::LearningPlaces places = learningPlacesIn(folder.path());
    std::string model, older, profile;
    std::optional<ui::ModelShelf> shelf;
};

TEST_F(ModelShelfUse, DeletingWhatIsNotInUseIsNoNewsToPages)
{
    const QSignalSpy changed(&*shelf, &ui::ModelShelf::modelChanged);
    ASSERT_TRUE(press(older, "deleteModel"));
    ASSERT_TRUE(waitFor([&] { return library().list()->size() == 2; }));
    ASSERT_TRUE(press(profile, "deleteModel"));
    ASSERT_TRUE(waitFor([&] { return changed.size() > 0; }));
    EXPECT_EQ(changed.size(), 1) << "that of the one in use";
    EXPECT_EQ(changed.front().front().toString(), QStringLiteral("Anna"));
}

TEST_F(ModelShelfUse, UndoingADeletionUsesTheModelAgain)
{
    const QSignalSpy changed(&*shelf, &ui::ModelShelf::modelChanged);
    ASSERT_TRUE(press(profile, "deleteModel"));
    ASSERT_TRUE(waitFor([&] { return changed.size() == 1; }));
    ASSERT_EQ(profileInUse(), "");
    ASSERT_TRUE(undo());
    EXPECT_TRUE(waitFor([&] { return changed.size() == 2; }));
    EXPECT_EQ(profileInUse(), profile);
    EXPECT_EQ(library().inUse().id, model) << "everybody's model has nothing to do with it";
}

TEST_F(ModelShelfUse, AProfileCanBeLeftOffAndTakenUpAgain)
{
    ASSERT_TRUE(press(profile, "stopUsing"));
    ASSERT_TRUE(waitFor([&] { return profileInUse().empty(); }));
    ASSERT_TRUE(waitFor([&] { return button(profile, "useModel") != nullptr; })) << "it stays on the shelf";
    EXPECT_EQ(button(profile, "stopUsing"), nullptr);
    EXPECT_EQ(button(model, "stopUsing"), nullptr) << "everybody's pages are always read with some model";
    ASSERT_TRUE(undo());
    EXPECT_TRUE(waitFor([&] { return profileInUse() == profile; }));
}

TEST_F(ModelShelfUse, ComparingWithoutCorrectionsSaysWhatToDo)
{
    auto* compare = shelf->findChild<QPushButton*>(QStringLiteral("compareButton"));
    ASSERT_TRUE(waitFor([&] { return compare->isVisible(); }));
    QTest::mouseClick(compare, Qt::LeftButton);
    const auto* said = shelf->findChild<QLabel*>(QStringLiteral("comparisonTitle"));
    ASSERT_NE(said, nullptr);
    EXPECT_TRUE(waitFor([&] { return said->text().contains(QStringLiteral("Correct or confirm some lines")); }))
        << said->text().toStdString();
}

} // namespace

} // namespace longhand::test
