#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "longhand/base/result.h"
#include "longhand/formats/export.h"
#include "longhand/formats/text_layout.h"

namespace longhand::cli
{

/// Where the pages go.
struct OutputPlan {
    enum class Target {
        Stdout,
        File,  ///< all pages in one document
        Folder ///< one document a page
    };
    Target target = Target::Stdout;
    formats::Format format = formats::Format::Txt;
    std::filesystem::path path;
    formats::TextLayout layout = formats::TextLayout::Lines;
};

struct OutputRequest {
    std::string format; ///< as named with -f; empty: by the suffix of the path, else txt
    std::string path;   ///< as named with -o; empty: standard output
    bool manyInputs = false;
};

/// InvalidInput for what can never work; the sentence says how to ask for it.
Result<OutputPlan> planOutput(const OutputRequest& request);

/// "txt, md, ...": for help and messages.
std::string formatNames();

} // namespace longhand::cli
