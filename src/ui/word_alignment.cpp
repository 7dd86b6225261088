#include "ui/word_alignment.h"

#include <algorithm>

namespace longhand::ui
{

namespace
{

/// Words text[textBegin, textEnd) stand where read[readBegin, readEnd) stood.
struct Gap {
    int textBegin;
    int textEnd;
    int readBegin;
    int readEnd;
};

void tieGap(std::vector<AlignedWord>& words, const Gap& gap)
{
    const int inText = gap.textEnd - gap.textBegin;
    const int inRead = gap.readEnd - gap.readBegin;
    if (inRead == 0)
        return;
    const WordTie tie = inText == inRead ? WordTie::Replaced : WordTie::Near;
    for (int i = 0; i < inText; ++i)
        words[static_cast<std::size_t>(gap.textBegin + i)] = {gap.readBegin + i * inRead / inText, tie};
}

} // namespace

std::vector<AlignedWord> alignWords(const QStringList& text, const QStringList& read)
{
    const int rows = static_cast<int>(text.size());
    const int columns = static_cast<int>(read.size());
    const auto cell = [columns](int row, int column) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns + 1) + static_cast<std::size_t>(column);
    };
    // common[i, j]: words that text from i and read from j have in common
    std::vector<int> common(cell(rows, columns) + 1, 0);
    for (int i = rows - 1; i >= 0; --i)
        for (int j = columns - 1; j >= 0; --j)
            common[cell(i, j)] = text[i] == read[j] ? common[cell(i + 1, j + 1)] + 1
                                                    : std::max(common[cell(i + 1, j)], common[cell(i, j + 1)]);

    std::vector<AlignedWord> words(static_cast<std::size_t>(rows));
    int textDone = 0;
    int readDone = 0;
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
        if (text[i] == read[j]) {
            tieGap(words, {textDone, i, readDone, j});
            words[static_cast<std::size_t>(i)] = {j, WordTie::AsRead};
            textDone = ++i;
            readDone = ++j;
        } else if (common[cell(i + 1, j)] >= common[cell(i, j + 1)]) {
            ++i;
        } else {
            ++j;
        }
    }
    tieGap(words, {textDone, rows, readDone, columns});
    return words;
}

} // namespace longhand::ui
