#include <QDialog>
#include <QDoubleSpinBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

#include "window_test.h"

namespace longhand::test
{

namespace
{

class SettingsTest : public WindowTest
{
protected:
    QDialog& open()
    {
        trigger("settingsAction");
        return child<QDialog>("settingsDialog");
    }
    QStringList shownPages()
    {
        auto& list = child<QListWidget>("settingsPages");
        QStringList pages;
        for (int i = 0; i < list.count(); ++i)
            if (!list.item(i)->isHidden())
                pages.append(list.item(i)->text());
        return pages;
    }
    void chooseAction(const QString& title)
    {
        auto& tree = child<QTreeWidget>("shortcutList");
        const auto items = tree.findItems(title, Qt::MatchExactly);
        ASSERT_EQ(items.size(), 1) << title.toStdString();
        tree.setCurrentItem(items.first());
    }
    void enterKeys(const QString& keys) { child<QKeySequenceEdit>("shortcutKeys").setKeySequence(QKeySequence(keys)); }
    void click(const char* button) { QTest::mouseClick(&child<QPushButton>(button), Qt::LeftButton); }
};

TEST_F(SettingsTest, TheSearchLeavesThePagesThatHaveTheWords)
{
    open();
    const QStringList all = shownPages();
    EXPECT_GE(all.size(), 5);
    auto& search = child<QLineEdit>("settingsSearch");
    search.setText(QStringLiteral("doubtful below"));
    EXPECT_EQ(shownPages(), QStringList(QStringLiteral("Editor")));
    EXPECT_TRUE(child<QSpinBox>("doubtThreshold").isVisible());
    EXPECT_FALSE(child<QDoubleSpinBox>("editorFontSize").isVisible());
    search.setText(QStringLiteral("zebra"));
    EXPECT_TRUE(shownPages().isEmpty());
    search.clear();
    EXPECT_EQ(shownPages(), all);
}

TEST_F(SettingsTest, FontAndDoubtTakeEffectAtOnce)
{
    window->open({picture(QStringLiteral("letter.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    formats::Page read = threeLines();
    read.lines[0].words = {{"Dear", 0.7, {}, {}, {}}, {"Anna", 0.9, {}, {}, {}}};
    transcription.finish(transcription.waiting.front(), read);
    EXPECT_TRUE(page(0).text->doubtfulWords().empty());
    open();
    child<QSpinBox>("doubtThreshold").setValue(80);
    EXPECT_EQ(page(0).text->doubtfulWords().size(), 1u);
    child<QDoubleSpinBox>("editorFontSize").setValue(31);
    EXPECT_DOUBLE_EQ(text().font().pointSizeF(), 31);
    EXPECT_DOUBLE_EQ(text().document()->defaultFont().pointSizeF(), 31);
    EXPECT_FALSE(window->isWindowModified());
}

TEST_F(SettingsTest, AShortcutThatBelongsToAnotherIsTakenOverOnlyWhenAsked)
{
    open();
    chooseAction(QStringLiteral("Zoom In"));
    enterKeys(QStringLiteral("F3"));
    EXPECT_TRUE(child<QLabel>("shortcutConflict").text().contains(QStringLiteral("Next Doubtful Word")));
    EXPECT_EQ(child<QAction>("nextDoubtAction").shortcut(), QKeySequence(QStringLiteral("F3")));
    click("shortcutAssign");
    EXPECT_TRUE(child<QAction>("nextDoubtAction").shortcut().isEmpty());
    EXPECT_EQ(child<QAction>("zoomInAction").shortcuts(), QList<QKeySequence>{QKeySequence(QStringLiteral("F3"))});
    click("shortcutResetAll");
    EXPECT_EQ(child<QAction>("nextDoubtAction").shortcut(), QKeySequence(QStringLiteral("F3")));
    EXPECT_EQ(child<QAction>("zoomInAction").shortcuts().size(), 2);
}

TEST_F(SettingsTest, ChangedShortcutsAreThereInTheNextWindow)
{
    open();
    chooseAction(QStringLiteral("Find"));
    enterKeys(QStringLiteral("Ctrl+Alt+F"));
    click("shortcutAssign");
    chooseAction(QStringLiteral("Replace"));
    click("shortcutClear");
    window =
        std::make_unique<ui::MainWindow>(ui::Services{transcription, loader, writer, prompts, settings, QString()});
    EXPECT_EQ(child<QAction>("findAction").shortcut(), QKeySequence(QStringLiteral("Ctrl+Alt+F")));
    EXPECT_TRUE(child<QAction>("replaceAction").shortcuts().isEmpty());
}

TEST_F(SettingsTest, KeysOfThePageAreApartFromThoseOfTheWindowAndCanBeChanged)
{
    readPage();
    open();
    chooseAction(QStringLiteral("Split Line (while lines are edited)"));
    enterKeys(QStringLiteral("M"));
    EXPECT_TRUE(child<QLabel>("shortcutConflict").text().contains(QStringLiteral("Join Lines")));
    enterKeys(QStringLiteral("F3"));
    EXPECT_TRUE(child<QLabel>("shortcutConflict").text().isEmpty()) << "the window may have the same";
    enterKeys(QStringLiteral("X"));
    click("shortcutAssign");
    trigger("editLinesAction");
    QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::NoModifier, view().mapFromScene(QPointF(150, 115)));
    QTest::keyClick(&view(), Qt::Key_S);
    EXPECT_EQ(page(0).text->lineCount(), 3);
    QTest::keyClick(&view(), Qt::Key_X);
    EXPECT_EQ(page(0).text->lineCount(), 4);
}

TEST_F(SettingsTest, TheSheetShowsEveryShortcutOfTheMenus)
{
    trigger("shortcutsAction");
    auto& sheet = child<QDialog>("shortcutSheet");
    QStringList texts;
    const auto labels = sheet.findChildren<QLabel*>();
    for (const QLabel* label : labels)
        texts.append(label->text());
    for (const char* name : {"openAction", "lineModeAction", "nextDoubtAction", "settingsAction", "nextPointAction"}) {
        const auto& action = child<QAction>(name);
        EXPECT_TRUE(texts.filter(action.shortcut().toString(QKeySequence::NativeText)).size() > 0) << name;
    }
}

TEST_F(SettingsTest, AQuestionMarkInTheTextIsAQuestionMark)
{
    readPage();
    text().setFocus();
    QTest::keyClicks(&text(), QStringLiteral("?"));
    EXPECT_TRUE(text().toPlainText().startsWith(QLatin1Char('?')));
    EXPECT_FALSE(window->findChild<QDialog*>(QStringLiteral("shortcutSheet")));
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Question);
    EXPECT_TRUE(window->findChild<QDialog*>(QStringLiteral("shortcutSheet")));
}

} // namespace

} // namespace longhand::test
