#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "longhand/formats/document.h"
#include "ui/line_shapes.h"
#include "ui/page_text.h"

namespace longhand::ui
{

/// The lines of a page taken out of its text, changed, and made a text again. What a person typed or confirmed stays in
/// every change. Lines are named by their index in `reading()`, which no change but text() renumbers.
class LineEdits
{
public:
    explicit LineEdits(const PageText& text);

    [[nodiscard]] const formats::Page& reading() const { return m_reading; }
    [[nodiscard]] const std::vector<Paragraph>& paragraphs() const { return m_paragraphs; }
    /// The lines that have a place in the text, in its order.
    [[nodiscard]] std::vector<int> lines() const;
    [[nodiscard]] LineShape shape(int line) const;

    /// A new line without text, as the `position`-th. Returns its index.
    int add(const LineShape& shape, int position);
    void remove(const std::vector<int>& lines);
    /// Another place for the line; it is to be read again unless a person confirmed it.
    void setShape(int line, const LineShape& shape);
    void move(const std::vector<int>& lines, double dx, double dy);
    /// Cuts the line in two at the point; each word goes where its ink is. Returns the second line.
    int split(int line, Point at);
    /// All into the first of them in the text, whose index is returned; -1 for fewer than two lines.
    int merge(const std::vector<int>& lines);
    /// Makes it the `position`-th line, counted from 0.
    void reorder(int line, int position);
    /// The whole page turned clockwise by a multiple of 90 degrees.
    void rotate(int clockwiseDeg);

    /// New readings of lines: they take the place of what the machine read; beside what a person typed or confirmed
    /// they stand as a new reading to decide about, unless they say the same.
    void takeReadings(const std::vector<std::pair<int, formats::Line>>& readings);
    /// The page found and read anew: readings take the place of what the machine read, others are added in reading
    /// order, and lines that were not found again are dropped. What a person typed or confirmed stays as it is, without
    /// a question, and so does the order of the lines.
    void takePage(const formats::Page& fresh);

    /// The changed page; lines without a place in the text are gone from its reading.
    [[nodiscard]] std::unique_ptr<PageText> text() const;

private:
    using Paragraphs = std::vector<Paragraph>;

    [[nodiscard]] formats::Line& at(int line) { return m_reading.lines.at(static_cast<std::size_t>(line)); }
    [[nodiscard]] const formats::Line& at(int line) const { return m_reading.lines.at(static_cast<std::size_t>(line)); }
    [[nodiscard]] bool isHuman(int line) const;
    [[nodiscard]] Paragraphs::iterator firstOf(int line);
    /// The paragraphs of the `position`-th line begin there.
    [[nodiscard]] Paragraphs::iterator placeOf(int position);
    void mark(int line, const std::function<void(LineMarks&)>& change);
    int append(formats::Line line);
    /// What becomes of a reading that differs from a person's text.
    enum class Differing {
        Asks,   ///< it stands beside the text, to be decided about
        Yields, ///< the text stays
    };
    void takeReading(int line, formats::Line fresh, Differing differing);

    formats::Page m_reading;
    Paragraphs m_paragraphs;
};

} // namespace longhand::ui
