#include "ui/text_menu.h"

#include <QTextCursor>

#include "ui/text_pane.h"

namespace longhand::ui
{

TextMenu::TextMenu(TextPane& pane, app::SpellingService& spelling, int position, QWidget* parent)
    : QMenu(parent), m_pane(pane)
{
    setObjectName(QStringLiteral("textMenu"));
    setAccessibleName(tr("Text"));
    setAttribute(Qt::WA_DeleteOnClose);
    const PageText* text = pane.shownText();
    const std::optional<TextWord> word = text ? text->wordAt(position) : std::nullopt;
    if (word && spelling.check(word->text) == app::Spelling::Wrong) {
        m_word = word->text;
        m_position = word->position;
        m_looking = addAction(tr("Looking for suggestions…"));
        m_looking->setEnabled(false);
        connect(&spelling, &app::SpellingService::suggested, this,
                [this](const QString& asked, const QStringList& suggestions) {
                    if (asked == m_word && m_looking)
                        showSuggestions(suggestions);
                });
        const QString bare = app::spellingWord(m_word);
        connect(addAction(tr("&Add “%1” to my words").arg(bare)), &QAction::triggered, this,
                [this, bare] { Q_EMIT wordAdded(bare); });
        addSeparator();
        spelling.suggest(m_word);
    }
    const bool selected = pane.textCursor().hasSelection();
    const bool writable = !pane.isReadOnly();
    const auto add = [this](const QString& title, auto slot, bool enabled) {
        QAction* action = addAction(title);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, &m_pane, slot);
    };
    add(tr("&Undo"), &TextPane::undoRequested, writable);
    add(tr("&Redo"), &TextPane::redoRequested, writable);
    addSeparator();
    add(tr("Cu&t"), &QPlainTextEdit::cut, selected && writable);
    add(tr("&Copy"), &QPlainTextEdit::copy, selected);
    add(tr("&Paste"), &QPlainTextEdit::paste, writable && pane.canPaste());
    addSeparator();
    add(tr("Select &all"), &QPlainTextEdit::selectAll, text != nullptr);
}

void TextMenu::showSuggestions(const QStringList& suggestions)
{
    for (const QString& suggestion : suggestions) {
        auto* action = new QAction(QString(suggestion).replace(QLatin1Char('&'), QStringLiteral("&&")), this);
        QFont bold = font();
        bold.setBold(true);
        action->setFont(bold);
        insertAction(m_looking, action);
        connect(action, &QAction::triggered, this, [this, suggestion] {
            // Punctuation around the word stays.
            const QString bare = app::spellingWord(m_word);
            QString found = m_word;
            const qsizetype at = found.replace(QChar(0x2019), QLatin1Char('\'')).indexOf(bare);
            const std::optional<TextWord> word = m_pane.shownText()->wordAt(m_position);
            if (!word || word->text != m_word || at < 0)
                return;
            QString put = m_word;
            m_pane.shownText()->confirm(*word, put.replace(at, bare.size(), suggestion));
            Q_EMIT m_pane.readingPicked();
        });
    }
    if (suggestions.isEmpty()) {
        m_looking->setText(tr("No suggestions"));
    } else {
        delete m_looking;
        m_looking = nullptr;
        setActiveAction(actions().value(0));
    }
}

} // namespace longhand::ui
