#pragma once

#include <vector>

#include "longhand/app/learning.h"
#include "longhand/text/error_rate.h"

namespace longhand::app
{

/// Sums up what two readings of the same lines have in common with their texts, and which lines changed.
class LineChanges
{
public:
    /// The edits of `change` are filled in.
    void add(LineChange change);
    /// The greatest change first.
    void sort();

    text::ErrorCounts before, after;
    std::size_t lines = 0;
    std::vector<LineChange> better, worse;
};

} // namespace longhand::app
