#include "app/line_changes.h"

#include <algorithm>
#include <utility>

#include "app/normal_form.h"

namespace longhand::app
{

void LineChanges::add(LineChange change)
{
    text::ErrorCounts first, second;
    first.add(change.text, toNfc(change.before));
    second.add(change.text, toNfc(change.after));
    change.editsBefore = first.charEdits;
    change.editsAfter = second.charEdits;
    before += first;
    after += second;
    ++lines;
    if (change.editsAfter < change.editsBefore)
        better.push_back(std::move(change));
    else if (change.editsAfter > change.editsBefore)
        worse.push_back(std::move(change));
}

void LineChanges::sort()
{
    const auto size = [](const LineChange& change) {
        return std::max(change.editsBefore, change.editsAfter) - std::min(change.editsBefore, change.editsAfter);
    };
    for (auto* changes : {&better, &worse})
        std::stable_sort(changes->begin(), changes->end(),
                         [&](const LineChange& a, const LineChange& b) { return size(a) > size(b); });
}

} // namespace longhand::app
