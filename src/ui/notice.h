#pragma once

#include <functional>
#include <vector>

#include <QFrame>
#include <QString>

class QBoxLayout;
class QLabel;

namespace longhand::ui
{

/// A strip that says what went wrong or was done, with what can be done about it. Nothing pops up.
class Notice : public QFrame
{
    Q_OBJECT
public:
    enum class Form {
        Wide,  ///< across the window: buttons beside the sentence
        Narrow ///< beside the page: buttons below it
    };
    struct Action {
        QString text;
        std::function<void()> run;
    };

    explicit Notice(Form form = Form::Wide, QWidget* parent = nullptr);

    /// Takes the place of what was said before. It hides when one of the actions is chosen.
    void show(const QString& sentence, std::vector<Action> actions);
    void show(const QString& sentence);
    void show(const QString& sentence, const QString& actionText, std::function<void()> action);
    [[nodiscard]] QString sentence() const;
    /// Hides when it still says just this; what another part says meanwhile stays.
    void takeBack(const QString& sentence);

Q_SIGNALS:
    void closed(); ///< by a person, without an action

private:
    void addButton(Action action);

    QLabel* m_label;       // owned by this (Qt parent)
    QBoxLayout* m_buttons; // owned by the layout
};

} // namespace longhand::ui
