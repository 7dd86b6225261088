// longhand_bench_page FILE.png: a page of thirty lines, by writing some lines of the sample page a second time below
// it.

#include <algorithm>
#include <cstdio>
#include <vector>

#include "longhand/base/geometry.h"
#include "longhand/imaging/page_reader.h"
#include "sample.h"

namespace
{

using namespace longhand;

constexpr std::size_t kLines = 30;

/// Rows halfway between the lines `index` and `index + 1`.
int rowBelow(const std::vector<imaging::FoundLine>& lines, std::size_t index)
{
    const auto upper = boundingBox(lines[index].baseline);
    const auto lower = boundingBox(lines[index + 1].outline);
    return static_cast<int>((upper.y + upper.height + lower.y + lower.height / 2) / 2);
}

GrayImage withRowsBelow(const GrayImage& page, int begin, int end)
{
    GrayImage result(page.width, page.height + end - begin);
    const auto appended = std::copy(page.pixels.begin(), page.pixels.end(), result.pixels.begin());
    const auto rowAt = [&](int y) { return page.pixels.begin() + static_cast<std::ptrdiff_t>(y) * page.width; };
    std::copy(rowAt(begin), rowAt(end), appended);
    return result;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: longhand_bench_page FILE.png\n", stderr);
        return 2;
    }
    const auto& sample = bench::sample();
    constexpr std::size_t kFirst = 2;
    const std::size_t lacking = kLines - std::min(kLines, sample.lines.size());
    if (lacking == 0 || kFirst + lacking >= sample.lines.size()) {
        std::fprintf(stderr, "longhand_bench_page: the sample page has %zu lines\n", sample.lines.size());
        return 1;
    }
    const int begin = rowBelow(sample.lines, kFirst - 1);
    const int end = rowBelow(sample.lines, kFirst - 1 + lacking);
    const auto written = imaging::writePng(argv[1], withRowsBelow(sample.page.gray, begin, end));
    if (!written) {
        std::fprintf(stderr, "longhand_bench_page: %s\n", written.error().detail.c_str());
        return 1;
    }
    return 0;
}
