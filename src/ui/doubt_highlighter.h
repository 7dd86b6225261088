#pragma once

#include <QSyntaxHighlighter>
#include <QTextLayout>

#include "longhand/app/spelling.h"

namespace longhand::ui
{

class PageText;

/// Marks doubtful words with a dotted underline on a tinted ground, and others that are in no dictionary with a wavy
/// one. In the layout alone: the document, its undo history and what is exported know nothing of it.
class DoubtHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit DoubtHighlighter(QObject* parent);

    /// `text` must stay alive until another is shown; null: none.
    void showText(PageText* text);
    void setColors(const QColor& ink, const QColor& ground);
    /// Null: spelling is not marked. Must outlive this object.
    void setSpelling(app::SpellingService* spelling);

    /// Marks paragraphs anew that have words whose spelling was not known when they were marked.
    void highlightUnsettled();

    /// What a paragraph is marked with; positions count from its beginning.
    [[nodiscard]] QList<QTextLayout::FormatRange> marks(const QTextBlock& paragraph) const;

protected:
    void highlightBlock(const QString& content) override;

private:
    /// What a paragraph is marked with, and whether the spelling of all its words is known.
    struct Marking {
        QList<QTextLayout::FormatRange> marks;
        bool settled = true;
    };
    [[nodiscard]] Marking marking(const QTextBlock& paragraph) const;

    PageText* m_text = nullptr;                 // not owned
    app::SpellingService* m_spelling = nullptr; // not owned
    QTextCharFormat m_mark;
    QTextCharFormat m_misspelt;
};

} // namespace longhand::ui
