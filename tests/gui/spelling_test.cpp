#include <fstream>

#include <QMenu>
#include <QTextBlock>

#include "window_test.h"

namespace longhand::test
{

namespace
{

/// With a dictionary of its own, which knows the words of threeLines() but for "Anna".
class SpellingTest : public WindowTest
{
protected:
    SpellingTest()
    {
        std::filesystem::create_directory(folder / "dictionaries");
        std::ofstream(folder / "dictionaries/xx_XX.aff") << "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n";
        std::ofstream(folder / "dictionaries/xx_XX.dic") << "9\nDear\nAnne\nthe\nboat\ncame\nin\nat\nnoon\nword\n";
        qputenv("LONGHAND_DICTIONARIES", path(QStringLiteral("dictionaries")).toUtf8());
        settings.setValue(QStringLiteral("spelling/language"), QStringLiteral("xx_XX"));
        window.reset();
        window =
            std::make_unique<ui::MainWindow>(ui::Services{transcription, loader, writer, prompts, settings, QString()});
        window->show();
    }
    ~SpellingTest() override { qunsetenv("LONGHAND_DICTIONARIES"); }

    bool isMarked(int position)
    {
        const QTextBlock block = text().document()->findBlock(position);
        const auto formats = block.layout()->formats();
        return std::any_of(formats.begin(), formats.end(), [&](const QTextLayout::FormatRange& range) {
            const int column = position - block.position();
            return column >= range.start && column < range.start + range.length &&
                   range.format.underlineStyle() == QTextCharFormat::WaveUnderline;
        });
    }
    bool waitForMark()
    {
        return QTest::qWaitFor([this] { return isMarked(6); }, kWaitMs);
    }
    QMenu& openMenu(int position)
    {
        QTextCursor cursor = text().textCursor();
        cursor.setPosition(position);
        text().setTextCursor(cursor);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5));
        QApplication::sendEvent(text().viewport(), &event);
        return child<QMenu>("textMenu");
    }
    static QAction* entry(QMenu& menu, const QString& part)
    {
        const auto actions = menu.actions();
        const auto it = std::find_if(actions.begin(), actions.end(),
                                     [&part](const QAction* action) { return action->text().contains(part); });
        return it == actions.end() ? nullptr : *it;
    }
};

TEST_F(SpellingTest, WordsThatAreInNoDictionaryHaveAWavyLineAndAreNoEdit)
{
    readPage();
    ASSERT_TRUE(waitForMark());
    EXPECT_FALSE(isMarked(0));
    EXPECT_FALSE(isMarked(11));
    EXPECT_FALSE(window->isWindowModified());
}

TEST_F(SpellingTest, TheMenuSuggestsAndOneUndoTakesItBack)
{
    readPage();
    ASSERT_TRUE(waitForMark());
    QMenu& menu = openMenu(6);
    ASSERT_TRUE(QTest::qWaitFor([&menu] { return entry(menu, QStringLiteral("Anne")) != nullptr; }, kWaitMs));
    entry(menu, QStringLiteral("Anne"))->trigger();
    EXPECT_EQ(text().document()->firstBlock().text(), QStringLiteral("Dear Anne"));
    EXPECT_FALSE(isMarked(6));
    trigger("undoAction");
    EXPECT_EQ(text().document()->firstBlock().text(), QStringLiteral("Dear Anna"));
}

TEST_F(SpellingTest, PersonalWordsAreRightFromThenOnAndAreKept)
{
    readPage();
    ASSERT_TRUE(waitForMark());
    QAction* add = entry(openMenu(6), QStringLiteral("my words"));
    ASSERT_TRUE(add);
    add->trigger();
    EXPECT_FALSE(isMarked(6));
    EXPECT_EQ(settings.value(QStringLiteral("spelling/personalWords")).toStringList(),
              QStringList(QStringLiteral("Anna")));
}

TEST_F(SpellingTest, ADocumentCanHaveNoneAndThatIsUndoneLikeEverything)
{
    readPage();
    ASSERT_TRUE(waitForMark());
    auto& languages = child<QMenu>("spellingMenu");
    Q_EMIT languages.aboutToShow();
    ASSERT_TRUE(entry(languages, QStringLiteral("None")));
    entry(languages, QStringLiteral("None"))->trigger();
    EXPECT_FALSE(isMarked(6));
    trigger("undoAction");
    EXPECT_TRUE(waitForMark());
}

} // namespace

} // namespace longhand::test
