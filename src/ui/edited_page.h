#pragma once

#include <memory>
#include <vector>

#include "longhand/formats/document.h"

namespace longhand::ui
{

struct Paragraph;

/// The page as its text stands. Lines nobody touched are the reading's own; in a changed one, words keep their place as
/// long as their number is the same. A confirmed word is certain. On any thread: it copies all of the reading.
formats::Page editedPage(const formats::Page& reading, const std::vector<Paragraph>& text);

/// A page at one moment, to be worked on elsewhere: cheap to take, good on any thread.
struct TextSnapshot {
    std::shared_ptr<const formats::Page> reading;
    std::vector<Paragraph> text;
};

} // namespace longhand::ui
