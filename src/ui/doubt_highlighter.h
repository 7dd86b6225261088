#pragma once

#include <QSyntaxHighlighter>

namespace longhand::ui
{

class PageText;

/// Marks doubtful words with a dotted underline on a tinted ground, in the layout alone: the document, its undo history
/// and what is exported know nothing of it.
class DoubtHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit DoubtHighlighter(QObject* parent);

    /// `text` must stay alive until another is shown; null: none.
    void showText(PageText* text);
    void setColors(const QColor& ink, const QColor& ground);

protected:
    void highlightBlock(const QString& content) override;

private:
    PageText* m_text = nullptr; // not owned
    QTextCharFormat m_mark;
};

} // namespace longhand::ui
