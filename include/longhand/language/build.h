#pragma once

#include <cstddef>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "longhand/base/progress.h"
#include "longhand/base/result.h"

namespace longhand::language
{

struct WeightedText {
    std::vector<std::u32string> lines; ///< NFC; white space is folded, empty lines are skipped
    double weight = 1;                 ///< how often each n-gram counts; > 0
};

struct BuildOptions {
    int order = 7;                               ///< longest n-gram, 2..kMaxOrder
    std::size_t maxBytes = std::size_t{8} << 20; ///< size of the file; n-grams that matter least are left out
    std::string description = {};                ///< kept in the file, UTF-8, at most 64 KB
};

/// An interpolated modified Kneser-Ney model (Chen and Goodman 1998, "An empirical study of smoothing techniques for
/// language modeling", section 3) as the bytes of a model file. Pruned by what leaving an n-gram out costs the training
/// text (weighted difference, Seymore and Rosenfeld 1996). A weight scales counts after discounting, so that it shifts
/// the balance between texts and not how far a text is trusted. Takes about 250 bytes of memory for each character of
/// text. Errors: InvalidInput (no text, order or weight out of range, not even single characters fit), Stopped.
Result<std::string> buildModel(std::span<const WeightedText> texts, const BuildOptions& options = {},
                               std::stop_token stop = {}, const ProgressFn& progress = {});

} // namespace longhand::language
