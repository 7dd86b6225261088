#include <QMenu>
#include <QTextBlock>
#include <random>

#include "project_window.h"

namespace longhand::test
{

namespace
{

using ui::PageText;
using ui::Paragraph;

/// All that a step of the history may change.
struct Everything {
    struct Page {
        int id;
        std::string name;
        ui::PageSettings settings;
        std::vector<Paragraph> text;
        std::vector<Polygon> outlines;
        bool operator==(const Page&) const = default;
    };
    std::vector<Page> pages;
    bool operator==(const Everything&) const = default;
};

class HistoryTest : public ProjectWindow
{
protected:
    Everything everything()
    {
        Everything all;
        for (const auto& item : pages().pages()) {
            Everything::Page page{item->id, item->name.toStdString(), item->settings, {}, {}};
            if (item->text) {
                page.text = item->text->paragraphs();
                for (const formats::Line& line : item->text->reading().lines)
                    page.outlines.push_back(line.outline);
            }
            all.pages.push_back(std::move(page));
        }
        return all;
    }
    ui::Session& session() { return window->session(); }

    /// Moves the outline of a line, as an edit on the canvas does.
    void moveLine(int row, double by)
    {
        const PageText& text = *page(row).text;
        auto reading = std::make_shared<formats::Page>(text.reading());
        if (reading->lines.empty())
            return;
        for (Point& point : reading->lines.front().outline)
            point.x += by;
        session().replaceText(page(row).id, std::make_unique<PageText>(reading, text.paragraphs()),
                              QStringLiteral("moving a line"));
    }
    void typeAt(int row, int position, const QString& words)
    {
        QTextCursor cursor(&page(row).text->document());
        cursor.setPosition(std::min(position, page(row).text->document().characterCount() - 1));
        cursor.insertText(words);
    }
    int steps() { return session().undoStack().count(); }
};

TEST_F(HistoryTest, TypingAndOtherStepsAreUndoneInTheOrderTheyHappened)
{
    readPage(QStringLiteral("a.png"));
    readPage(QStringLiteral("b.png"));
    type(QStringLiteral("My "));
    const Everything typed = everything();
    trigger("movePageDownAction");
    const Everything moved = everything();
    type(QStringLiteral("own "));
    trigger("undoAction");
    EXPECT_EQ(everything(), moved) << "typing behind another step is a step of its own";
    trigger("undoAction");
    EXPECT_EQ(everything(), typed);
    trigger("undoAction");
    EXPECT_EQ(textOf(0), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));
    trigger("redoAction");
    EXPECT_EQ(everything(), typed);
    trigger("redoAction");
    EXPECT_EQ(everything(), moved);
}

TEST_F(HistoryTest, UndoShowsThePageWhereItHappens)
{
    readPage(QStringLiteral("a.png"));
    readPage(QStringLiteral("b.png"));
    type(QStringLiteral("My "));
    trigger("nextPageAction");
    EXPECT_EQ(list().currentIndex().row(), 1);
    trigger("undoAction");
    EXPECT_EQ(list().currentIndex().row(), 0);
    EXPECT_EQ(textOf(0), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));
}

TEST_F(HistoryTest, TheKeysWorkFromTheTextAndItsMenu)
{
    readPage();
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get(), kWaitMs));
    type(QStringLiteral("My "));
    trigger("pageCorrectedAction");
    QTest::keyClick(&text(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_FALSE(page(0).settings.corrected) << "the latest step, which is no typing";
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("My Dear")));
    QTest::keyClick(&text(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("Dear")));
    EXPECT_FALSE(child<QAction>("redoAction").text().isEmpty());
    QTest::keyClick(&text(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(textOf(0).startsWith(QStringLiteral("My Dear")));
}

TEST_F(HistoryTest, RemovedPagesComeBackWithTheirTextAndItsOwnHistory)
{
    readPage(QStringLiteral("a.png"));
    readPage(QStringLiteral("b.png"));
    type(QStringLiteral("My "));
    const Everything before = everything();
    list().selectAll();
    trigger("removeAction");
    EXPECT_EQ(pages().rowCount(), 0);
    trigger("undoAction");
    EXPECT_EQ(everything(), before);
    trigger("undoAction");
    EXPECT_EQ(textOf(0), QStringLiteral("Dear Anna\nthe boat came in\nat noon"));
}

TEST_F(HistoryTest, AddingPagesIsUndoneAsAWholeAndPendingOnesAreReadAfterRedo)
{
    drop({picture(QStringLiteral("a.png")), picture(QStringLiteral("b.png"))}, *window);
    ASSERT_TRUE(waitUntilQueued(2));
    transcription.finish(page(0).id, threeLines());
    trigger("undoAction");
    EXPECT_EQ(pages().rowCount(), 0);
    EXPECT_TRUE(transcription.waiting.empty());
    trigger("redoAction");
    ASSERT_EQ(pages().rowCount(), 2);
    EXPECT_EQ(page(0).state, ui::PageState::Read);
    EXPECT_TRUE(waitUntilQueued(1));
}

TEST_F(HistoryTest, PagesAreDraggedWithinTheList)
{
    for (const char* name : {"a.png", "b.png", "c.png"})
        readPage(QString::fromLatin1(name));
    const std::unique_ptr<QMimeData> dragged(pages().mimeData({pages().index(0), pages().index(1)}));
    ASSERT_TRUE(pages().dropMimeData(dragged.get(), Qt::MoveAction, 3, 0, {}));
    EXPECT_EQ(page(0).name, QStringLiteral("c.png"));
    EXPECT_EQ(page(1).name, QStringLiteral("a.png"));
    trigger("undoAction");
    EXPECT_EQ(page(0).name, QStringLiteral("a.png"));
    QMimeData other;
    other.setText(QStringLiteral("1 2"));
    EXPECT_FALSE(pages().canDropMimeData(&other, Qt::MoveAction, 0, 0, {}));
}

/// The same seed makes the same actions: a failure can be repeated.
class RandomHistory : public HistoryTest, public testing::WithParamInterface<unsigned>
{
};

TEST_P(RandomHistory, UndoingEverythingRestoresTheExactStateAndSoDoesRedoing)
{
    for (const char* name : {"a.png", "b.png", "c.png", "d.png"})
        readPage(QString::fromLatin1(name));
    const Everything beginning = everything();
    const int stepsBefore = steps();
    std::mt19937 random(GetParam());
    const auto below = [&random](int limit) {
        return std::uniform_int_distribution<int>(0, std::max(limit - 1, 0))(random);
    };
    std::vector<Everything> states{beginning}; // before and after each step
    for (int i = 0; i < 60; ++i) {
        const int rows = pages().rowCount();
        const int row = below(rows);
        const int before = steps();
        switch (rows == 0 ? 5 : below(8)) {
        case 0:
        case 1:
            typeAt(row, below(30), QString(QChar(u'a' + below(26))).repeated(1 + below(3)));
            break;
        case 2: {
            QTextCursor cursor(&page(row).text->document());
            cursor.setPosition(below(page(row).text->document().characterCount()));
            below(2) == 0 ? cursor.deletePreviousChar() : cursor.insertBlock(cursor.blockFormat());
            break;
        }
        case 3: {
            std::vector<int> order = pages().order();
            std::shuffle(order.begin(), order.end(), random);
            session().reorder(order);
            break;
        }
        case 4:
            if (rows > 1)
                session().remove({page(row).id});
            break;
        case 5:
            if (steps() > stepsBefore && session().undoStack().index() > stepsBefore) {
                trigger("undoAction");
                trigger("redoAction");
            }
            break;
        case 6:
            moveLine(row, 1 + below(20));
            break;
        case 7:
            session().changeSettings(
                {page(row).id}, [](ui::PageSettings& settings) { settings.corrected = !settings.corrected; },
                QStringLiteral("marking"));
            break;
        }
        if (steps() > before)
            states.push_back(everything());
        else
            states.back() = everything(); // the latest typing went on
    }
    ASSERT_EQ(states.size(), static_cast<std::size_t>(steps() - stepsBefore + 1));
    for (std::size_t i = states.size() - 1; i > 0; --i) {
        EXPECT_EQ(everything(), states[i]) << "step " << i;
        trigger("undoAction");
    }
    EXPECT_EQ(everything(), beginning);
    for (std::size_t i = 1; i < states.size(); ++i)
        trigger("redoAction");
    EXPECT_EQ(everything(), states.back());
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomHistory, testing::Range(1U, 9U));

} // namespace

} // namespace longhand::test
