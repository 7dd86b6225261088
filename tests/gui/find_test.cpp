#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBlock>

#include "ui/text_search.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

QStringList found(const QString& text, const ui::SearchQuery& query)
{
    QStringList parts;
    for (const ui::TextMatch& match : ui::findMatches(text, query))
        parts.append(QStringLiteral("%1+%2").arg(match.begin).arg(match.length));
    return parts;
}

TEST(TextSearch, KnowsCaseAndWholeWords)
{
    const QString text = QStringLiteral("The cathedral: the cat, Cat’s, CAT.");
    EXPECT_EQ(found(text, {QStringLiteral("cat"), false, false}).size(), 4);
    EXPECT_EQ(found(text, {QStringLiteral("cat"), true, false}),
              QStringList({QStringLiteral("4+3"), QStringLiteral("19+3")}));
    EXPECT_EQ(found(text, {QStringLiteral("cat"), true, true}), QStringList(QStringLiteral("19+3")));
    EXPECT_EQ(found(text, {QStringLiteral("cat"), false, true}).size(), 3);
    EXPECT_EQ(found(QStringLiteral("aaaa"), {QStringLiteral("aa"), false, false}).size(), 2) << "without overlap";
    EXPECT_TRUE(found(text, {QString(), false, false}).isEmpty());
    EXPECT_EQ(found(QStringLiteral("né à Né"), {QStringLiteral("NE\u0301"), false, true}).size(), 2) << "composed";
}

class FindTest : public WindowTest
{
protected:
    void SetUp() override
    {
        readPage(QStringLiteral("a.png"));
        window->open({picture(QStringLiteral("b.png"))});
        ASSERT_TRUE(waitUntilQueued(1));
        transcription.finish(transcription.waiting.front(), threeLines());
    }
    QLineEdit& what() { return child<QLineEdit>("findWhat"); }
    QLineEdit& with() { return child<QLineEdit>("replaceWith"); }
    QString count() { return child<QLabel>("findCount").text(); }
    QString selected() { return text().textCursor().selectedText(); }
    void search(const QString& words, bool allPages = false)
    {
        trigger("replaceAction");
        child<QComboBox>("findScope").setCurrentIndex(allPages ? 1 : 0);
        what().setText(words);
    }
    QString pageText(int row) { return QString::fromStdString(formats::plainText(page(row).text->edited())); }
};

TEST_F(FindTest, EnterStepsThroughTheMatchesOfThePageAndRound)
{
    search(QStringLiteral("n"));
    EXPECT_EQ(count(), QStringLiteral("5 found"));
    QTest::keyClick(&what(), Qt::Key_Return);
    EXPECT_EQ(selected(), QStringLiteral("n"));
    EXPECT_EQ(count(), QStringLiteral("1 of 5"));
    QTest::keyClick(&what(), Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(count(), QStringLiteral("5 of 5"));
    QTest::keyClick(&what(), Qt::Key_Return);
    EXPECT_EQ(count(), QStringLiteral("1 of 5"));
    EXPECT_EQ(list().currentIndex().row(), 0);
    what().setText(QStringLiteral("zebra"));
    EXPECT_EQ(count(), QStringLiteral("Not found"));
    EXPECT_FALSE(child<QPushButton>("replaceAll").isEnabled());
}

TEST_F(FindTest, WhatOnlyOtherPagesHaveIsSaid)
{
    text().setFocus();
    QTest::keyClicks(&text(), QStringLiteral("zebra "));
    trigger("nextPageAction");
    search(QStringLiteral("zebra"));
    EXPECT_EQ(count(), QStringLiteral("Not on this page, 1 on others"));
    child<QComboBox>("findScope").setCurrentIndex(1);
    EXPECT_EQ(count(), QStringLiteral("1 found"));
}

TEST_F(FindTest, AllPagesAreSearchedFromTheOneOnShow)
{
    search(QStringLiteral("boat"), true);
    EXPECT_EQ(count(), QStringLiteral("2 found"));
    trigger("findNextAction");
    EXPECT_EQ(list().currentIndex().row(), 0);
    trigger("findNextAction");
    EXPECT_EQ(list().currentIndex().row(), 1);
    EXPECT_EQ(selected(), QStringLiteral("boat"));
    EXPECT_EQ(count(), QStringLiteral("2 of 2"));
    trigger("findPreviousAction");
    EXPECT_EQ(list().currentIndex().row(), 0);
}

TEST_F(FindTest, ReplacingOneGoesOnToTheNext)
{
    search(QStringLiteral("a"));
    child<QCheckBox>("findMatchCase").setChecked(true);
    with().setText(QStringLiteral("o"));
    QTest::keyClick(&what(), Qt::Key_Return);
    QTest::keyClick(&with(), Qt::Key_Return);
    EXPECT_EQ(text().document()->firstBlock().text(), QStringLiteral("Deor Anna"));
    EXPECT_EQ(selected(), QStringLiteral("a"));
    EXPECT_EQ(text().textCursor().position(), 9);
}

TEST_F(FindTest, ReplacingAllOnAllPagesIsOneStepToUndo)
{
    const QString before = pageText(0);
    search(QStringLiteral("boat"), true);
    with().setText(QStringLiteral("ferryboat"));
    QTest::mouseClick(&child<QPushButton>("replaceAll"), Qt::LeftButton);
    EXPECT_TRUE(pageText(0).contains(QStringLiteral("the ferryboat came")));
    EXPECT_TRUE(pageText(1).contains(QStringLiteral("the ferryboat came")));
    trigger("undoAction");
    EXPECT_EQ(pageText(0), before);
    EXPECT_EQ(pageText(1), before);
    trigger("redoAction");
    EXPECT_TRUE(pageText(1).contains(QStringLiteral("the ferryboat came")));
}

TEST_F(FindTest, TheBarBeginsWithTheSelectionAndEscapeGoesBackToTheText)
{
    text().setFocus();
    QTextCursor cursor = text().textCursor();
    cursor.setPosition(5);
    cursor.setPosition(9, QTextCursor::KeepAnchor);
    text().setTextCursor(cursor);
    trigger("findAction");
    EXPECT_EQ(what().text(), QStringLiteral("Anna"));
    EXPECT_FALSE(with().isVisible());
    QTest::keyClick(&what(), Qt::Key_Escape);
    EXPECT_FALSE(what().isVisible());
    EXPECT_TRUE(text().hasFocus());
    EXPECT_EQ(selected(), QStringLiteral("Anna"));
}

} // namespace

} // namespace longhand::test
