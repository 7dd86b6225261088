#include "sample.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "longhand/base/files.h"
#include "longhand/imaging/page_reader.h"

namespace longhand::bench
{

namespace
{

template <class T>
T need(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "bench: %s\n", result.error().detail.c_str());
        std::exit(1);
    }
    return std::move(result).value();
}

Sample load()
{
    const auto path = std::filesystem::path(LONGHAND_SOURCE_DIR) / "data" / "sample-page.jpg";
    Sample sample;
    sample.picture = std::move(need(imaging::readPages(path)).front().color);
    sample.page = need(imaging::preprocess(sample.picture));
    sample.lines = need(imaging::InkLineFinder().find(sample.page));
    if (sample.lines.empty()) {
        std::fprintf(stderr, "bench: no lines were found on %s\n", quoted(path).c_str());
        std::exit(1);
    }
    return sample;
}

} // namespace

const Sample& sample()
{
    static const Sample loaded = load();
    return loaded;
}

} // namespace longhand::bench
