#include <map>

#include <QAccessible>
#include <QMenu>

#include "window_test.h"

namespace longhand::test
{

namespace
{

/// What a screen reader says for the widget.
QString spokenName(QWidget& widget)
{
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

class AccessibilityTest : public WindowTest
{
protected:
    QStringList unnamedControls()
    {
        QStringList unnamed;
        const auto widgets = window->findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            // The inner parts of Qt's own widgets speak through them.
            const bool inner = widget->focusProxy() || widget->objectName().startsWith(QStringLiteral("qt_"));
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || inner)
                continue;
            if (spokenName(*widget).trimmed().isEmpty())
                unnamed.append(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                               widget->objectName());
        }
        return unnamed;
    }
};

TEST_F(AccessibilityTest, NoControlIsUnnamedInTheEmptyWindow)
{
    EXPECT_EQ(unnamedControls().join(QStringLiteral(", ")).toStdString(), "");
}

TEST_F(AccessibilityTest, NoControlIsUnnamedWithAPageAMessageAndAFailure)
{
    readPage();
    transcription.missModel("There is no model.");
    EXPECT_EQ(unnamedControls().join(QStringLiteral(", ")).toStdString(), "");
    window->open({picture(QStringLiteral("b.png"))});
    ASSERT_TRUE(waitUntilQueued(1));
    trigger("nextPageAction");
    transcription.fail(transcription.waiting.front(), "\"b.png\" cannot be read.");
    EXPECT_EQ(unnamedControls().join(QStringLiteral(", ")).toStdString(), "");
}

TEST_F(AccessibilityTest, ThePageListSpeaksNameAndState)
{
    readPage();
    const QString spoken = pages().index(0).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.contains(QStringLiteral("letter.png")));
    EXPECT_TRUE(spoken.contains(QStringLiteral("Read")));
}

TEST_F(AccessibilityTest, EveryActionIsInAMenuAndNoTwoShareAShortcut)
{
    // Keys of the page come before those of the window while lines are edited on it.
    std::map<Qt::ShortcutContext, QStringList> shortcuts;
    const auto actions = window->findChildren<QAction*>();
    for (const QAction* action : actions) {
        for (const QKeySequence& key : action->shortcuts()) {
            QStringList& known = shortcuts[action->shortcutContext()];
            EXPECT_FALSE(known.contains(key.toString())) << key.toString().toStdString();
            known.append(key.toString());
        }
        if (!action->objectName().endsWith(QStringLiteral("Action")))
            continue;
        const QList<QObject*> places = action->associatedObjects();
        EXPECT_TRUE(std::any_of(places.begin(), places.end(), [](QObject* place) {
            return qobject_cast<QMenu*>(place);
        })) << action->objectName().toStdString();
    }
}

} // namespace

} // namespace longhand::test
