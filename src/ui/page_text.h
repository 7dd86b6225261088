#pragma once

#include <memory>

#include <QTextBlock>
#include <QTextDocument>

#include "longhand/formats/document.h"

namespace longhand::ui
{

/// The text of a page while a person edits it: one paragraph per text line, each knowing which line of the reading it
/// came from. Splitting a paragraph makes two of the same line; joining keeps the first. Undo restores that too,
/// because the line is part of the paragraph's format.
class PageText
{
public:
    explicit PageText(const formats::Page& reading);

    /// For a QPlainTextEdit. Lives as long as this object.
    [[nodiscard]] QTextDocument& document() { return *m_document; }
    [[nodiscard]] const formats::Page& reading() const { return m_reading; }

    /// Index into the reading's lines; -1 for the empty paragraph of a page without lines.
    [[nodiscard]] static int lineOf(const QTextBlock& paragraph);
    /// The first paragraph of the line; invalid when it was deleted.
    [[nodiscard]] QTextBlock paragraphOf(int line) const;

    /// The page as it stands in the editor. Lines nobody touched are the reading's own; in a changed one, words keep
    /// their place as long as their number is the same.
    [[nodiscard]] formats::Page edited() const;

    [[nodiscard]] bool hasUnsavedEdits() const { return m_document->isModified(); }
    /// Counts changes, so that a file written from an older state does not make newer edits look saved.
    [[nodiscard]] int revision() const { return m_document->revision(); }
    void markSaved() { m_document->setModified(false); }

private:
    formats::Page m_reading;
    std::unique_ptr<QTextDocument> m_document;
};

} // namespace longhand::ui
