#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QTextBlock>
#include <QTextDocument>

#include "longhand/formats/document.h"
#include "ui/edited_page.h"
#include "ui/ink.h"
#include "ui/word_alignment.h"

namespace longhand::ui
{

/// Words less likely right than this are doubtful, unless another limit was set. Confidences are calibrated: of words
/// at 0.6, six in ten are right.
inline constexpr double kDoubtBelow = 0.6;

/// A word of the edited text and what was read in its place.
struct TextWord {
    int position = 0; ///< in the document
    int length = 0;
    QString text;
    Ink ink; ///< without a glyph; without a word when it was added
    WordTie tie = WordTie::None;
    bool confirmed = false; ///< by a person who picked it
    bool doubtful = false;  ///< as read, with a confidence below the limit, and not confirmed
};

/// What is known of a line beside its text and its place; all parts of a line have the same.
struct LineMarks {
    bool confirmed = false; ///< a person said that the whole line is right
    bool pending = false;   ///< its place was changed since it was read
    bool placed = false;    ///< a person decided where it is
    int newReading = -1; ///< line of the reading that was read in its place later and is to be decided about; -1: none

    bool operator==(const LineMarks&) const = default;
};

/// How far a line has come.
enum class LineState {
    Found,    ///< not read, or not since its place was changed
    Read,     ///< by the machine
    Confirmed ///< by a person, who corrected it or said that it is right
};

/// Begin and length, in UTF-16 units.
using TextRange = std::pair<int, int>;

/// Runs of anything but white space.
std::vector<TextRange> wordsIn(const QString& text);

/// A paragraph of the edited text as it is kept in a file.
struct Paragraph {
    int line = -1; ///< of the reading; -1: of none
    QString text;
    std::vector<TextRange> confirmed; ///< by a person
    LineMarks marks;

    bool operator==(const Paragraph&) const = default;
};

/// The text of a page while a person edits it: one paragraph per text line, each knowing which line of the reading it
/// came from. Splitting a paragraph makes two of the same line; joining keeps the first. Undo restores that too,
/// because the line is part of the paragraph's format; in the same way, that a word was confirmed is part of its own.
class PageText
{
public:
    explicit PageText(const formats::Page& reading);
    /// A text that was edited before. Paragraphs of lines that `reading` does not have are of no line.
    PageText(std::shared_ptr<const formats::Page> reading, std::vector<Paragraph> paragraphs);

    /// For a QPlainTextEdit. Lives as long as this object; made when it is first asked for.
    [[nodiscard]] QTextDocument& document() const;
    /// Calls `ready` with the document: at once when it is there, else when it is made. Only the first call counts.
    void whenDocumentReady(std::function<void(QTextDocument&)> ready);
    [[nodiscard]] const formats::Page& reading() const { return *m_reading; }
    [[nodiscard]] const std::shared_ptr<const formats::Page>& sharedReading() const { return m_reading; }
    /// Lines of the reading, without readings that are only there to be decided about.
    [[nodiscard]] int lineCount() const { return m_lineCount; }
    /// The text as it stands.
    [[nodiscard]] std::vector<Paragraph> paragraphs() const;

    /// Index into the reading's lines; -1 for the empty paragraph of a page without lines.
    [[nodiscard]] static int lineOf(const QTextBlock& paragraph);
    [[nodiscard]] static LineMarks marksOf(const QTextBlock& paragraph);
    [[nodiscard]] LineState stateOf(const QTextBlock& paragraph) const;
    /// The first paragraph of the line; invalid when it was deleted.
    [[nodiscard]] QTextBlock paragraphOf(int line) const;

    // Steps of the document's own history, each undone at once. Without effect on a line that is not there.
    void confirmLine(int line, bool confirmed = true);
    /// Puts the line's new reading in the place of its text; the line then counts as confirmed.
    void acceptNewReading(int line);
    /// Keeps the text, which then counts as confirmed.
    void dismissNewReading(int line);

    /// The words of a paragraph, in order.
    [[nodiscard]] std::vector<TextWord> words(const QTextBlock& paragraph) const;
    /// The word at the position or just before it; nullopt between words.
    [[nodiscard]] std::optional<TextWord> wordAt(int position) const;
    /// All of the document, in order.
    [[nodiscard]] std::vector<TextWord> doubtfulWords() const;
    /// Words less likely right than this are doubtful from now on, 0..1.
    void setDoubtBelow(double confidence) { m_doubtBelow = confidence; }
    /// What was read in the word's place, most likely first, without the word as it stands.
    [[nodiscard]] QStringList otherReadings(const TextWord& word) const;
    /// Puts `reading`, which may be the word itself, in the word's place and marks it as confirmed: one step to undo.
    void confirm(const TextWord& word, const QString& reading);

    /// The ink of the character behind the position, of the last one at the end of a word.
    [[nodiscard]] Ink inkAt(int position) const;
    /// Where the text of this ink begins; -1 when it is no longer there.
    [[nodiscard]] int positionOf(const Ink& ink) const;

    /// The page as it stands in the editor: editedPage of what follows.
    [[nodiscard]] formats::Page edited() const;
    [[nodiscard]] TextSnapshot snapshot() const { return {m_reading, paragraphs()}; }

    /// The text is another than when it was made or last saved.
    [[nodiscard]] bool hasUnsavedEdits() const;
    /// Counts changes, so that a file written from an older state does not make newer edits look saved.
    [[nodiscard]] int revision() const { return m_document ? m_document->revision() : 0; }
    void markSaved();
    /// The whole text is new to what was saved.
    void markUnsaved();
    /// What is typed from now on is undone on its own, even where it continues what was typed before.
    void endUndoStep();

private:
    void setMarks(int line, const LineMarks& marks);
    /// Null when the ink is of no word that was read.
    [[nodiscard]] const formats::Word* readWord(const Ink& ink) const;

    void makeDocument() const;

    std::shared_ptr<const formats::Page> m_reading;
    int m_lineCount = 0;
    bool m_neverSaved = false;
    std::vector<Paragraph> m_saved; ///< also what the document begins with
    // A project has hundreds of pages, of which a person looks at a few.
    mutable std::unique_ptr<QTextDocument> m_document;
    std::function<void(QTextDocument&)> m_documentReady;
    mutable int m_checkedRevision = 0; ///< of m_unsaved
    double m_doubtBelow = kDoubtBelow;
    mutable bool m_unsaved = false;
};

} // namespace longhand::ui
