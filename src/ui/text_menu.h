#pragma once

#include <QMenu>

#include "longhand/app/spelling.h"

namespace longhand::ui
{

class TextPane;

/// The context menu of the text: suggestions for a word that is not in the dictionary, and what every editor has.
/// Deletes itself when closed.
class TextMenu : public QMenu
{
    Q_OBJECT
public:
    /// For the word at `position` of the pane's document. Both must outlive this menu.
    TextMenu(TextPane& pane, app::SpellingService& spelling, int position, QWidget* parent);

Q_SIGNALS:
    void wordAdded(const QString& word); ///< to the personal ones

private:
    void showSuggestions(const QStringList& suggestions);

    TextPane& m_pane;
    QAction* m_looking = nullptr; // owned by this (Qt parent)
    int m_position = 0;
    QString m_word;
};

} // namespace longhand::ui
