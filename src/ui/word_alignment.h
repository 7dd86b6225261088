#pragma once

#include <vector>

#include <QStringList>

namespace longhand::ui
{

/// How a word of the text belongs to a word that was read.
enum class WordTie {
    None,     ///< it was added
    Near,     ///< it stands where that word was, among words that became more or fewer
    Replaced, ///< it stands in that word's place
    AsRead    ///< it is that word
};

struct AlignedWord {
    int read = -1; ///< index of the word that was read; -1 with None
    WordTie tie = WordTie::None;
};

/// One entry for each word of `text`: the longest common subsequence ties the words that stayed, and what lies between
/// them is tied in order.
std::vector<AlignedWord> alignWords(const QStringList& text, const QStringList& read);

} // namespace longhand::ui
