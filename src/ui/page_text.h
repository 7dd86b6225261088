#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QTextBlock>
#include <QTextDocument>

#include "longhand/formats/document.h"
#include "ui/ink.h"
#include "ui/word_alignment.h"

namespace longhand::ui
{

/// Words less likely right than this are doubtful. Confidences are calibrated: of words at 0.6, six in ten are right.
inline constexpr double kDoubtBelow = 0.6;

/// A word of the edited text and what was read in its place.
struct TextWord {
    int position = 0; ///< in the document
    int length = 0;
    QString text;
    Ink ink; ///< without a glyph; without a word when it was added
    WordTie tie = WordTie::None;
    bool confirmed = false; ///< by a person who picked it
    bool doubtful = false;  ///< as read, with a confidence below kDoubtBelow, and not confirmed
};

/// The text of a page while a person edits it: one paragraph per text line, each knowing which line of the reading it
/// came from. Splitting a paragraph makes two of the same line; joining keeps the first. Undo restores that too,
/// because the line is part of the paragraph's format; in the same way, that a word was confirmed is part of its own.
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

    /// The words of a paragraph, in order.
    [[nodiscard]] std::vector<TextWord> words(const QTextBlock& paragraph) const;
    /// The word at the position or just before it; nullopt between words.
    [[nodiscard]] std::optional<TextWord> wordAt(int position) const;
    /// All of the document, in order.
    [[nodiscard]] std::vector<TextWord> doubtfulWords() const;
    /// What was read in the word's place, most likely first, without the word as it stands.
    [[nodiscard]] QStringList otherReadings(const TextWord& word) const;
    /// Puts `reading`, which may be the word itself, in the word's place and marks it as confirmed: one step to undo.
    void confirm(const TextWord& word, const QString& reading);

    /// The ink of the character behind the position, of the last one at the end of a word.
    [[nodiscard]] Ink inkAt(int position) const;
    /// Where the text of this ink begins; -1 when it is no longer there.
    [[nodiscard]] int positionOf(const Ink& ink) const;

    /// The page as it stands in the editor. Lines nobody touched are the reading's own; in a changed one, words keep
    /// their place as long as their number is the same. A confirmed word is certain.
    [[nodiscard]] formats::Page edited() const;

    [[nodiscard]] bool hasUnsavedEdits() const { return m_document->isModified(); }
    /// Counts changes, so that a file written from an older state does not make newer edits look saved.
    [[nodiscard]] int revision() const { return m_document->revision(); }
    void markSaved() { m_document->setModified(false); }

private:
    /// Null when the ink is of no word that was read.
    [[nodiscard]] const formats::Word* readWord(const Ink& ink) const;

    formats::Page m_reading;
    std::unique_ptr<QTextDocument> m_document;
};

} // namespace longhand::ui
