#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "include_rules.h"
#include "temporary_folder.h"

namespace longhand::architecture
{

namespace fs = std::filesystem;
using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace
{

const fs::path kRoot = LONGHAND_SOURCE_DIR;
const fs::path kQtWidgetsHeaders = LONGHAND_QT_WIDGETS_HEADERS;

Arrows projectArrows()
{
    return readArrows(kRoot / "cmake" / "LonghandLayers.cmake");
}

/// What the check says about a tree holding just this file.
std::vector<std::string> complaints(const std::string& file, const std::string& content)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / file;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << content;
    std::vector<std::string> result;
    for (const auto& violation : findViolations(folder.path(), projectArrows(), kQtWidgetsHeaders))
        result.push_back(violation.file + ":" + std::to_string(violation.lineNumber) + ": " + violation.what);
    return result;
}

} // namespace

TEST(Layers, everyIncludeFollowsTheArrows)
{
    std::string report;
    for (const auto& violation : findViolations(kRoot, projectArrows(), kQtWidgetsHeaders))
        report += violation.file + ":" + std::to_string(violation.lineNumber) + ": " + violation.what + "\n";
    EXPECT_EQ(report, "");
}

TEST(Layers, arrowsHaveNoCycle)
{
    const auto arrows = projectArrows();
    ASSERT_THAT(arrows, Not(IsEmpty()));
    // Taking away layers that use nothing that is left must take away all of them.
    auto left = arrows;
    for (bool removed = true; removed;) {
        removed = false;
        for (auto layer = left.begin(); layer != left.end(); ++layer) {
            const auto& uses = layer->second;
            if (std::none_of(uses.begin(), uses.end(), [&](const auto& used) { return left.contains(used); })) {
                left.erase(layer);
                removed = true;
                break;
            }
        }
    }
    EXPECT_THAT(left, IsEmpty());
}

TEST(Layers, forbiddenLayerIsCaught)
{
    EXPECT_THAT(complaints("src/text/a.cpp", "#include <vector>\n#include \"longhand/imaging/line_crop.h\"\n"),
                ElementsAre("src/text/a.cpp:2: text may not use imaging, but includes longhand/imaging/line_crop.h"));
    EXPECT_THAT(complaints("include/longhand/ui/a.h", "#include \"longhand/recognition/recognizer.h\"\n"),
                ElementsAre(HasSubstr("ui may not use recognition")));
    EXPECT_THAT(complaints("src/text/a.cpp", "#include \"longhand/base/result.h\"\n"), IsEmpty());
}

TEST(Layers, trainerProgramIsHeldToItsLayers)
{
    const std::string includesImaging = "#include \"longhand/imaging/line_crop.h\"\n";
    EXPECT_THAT(complaints("src/apps/longhand-train/main.cpp", includesImaging),
                ElementsAre(HasSubstr("apps/longhand-train may not use imaging")));
    EXPECT_THAT(complaints("src/apps/longhand/main.cpp", includesImaging), IsEmpty());
    EXPECT_THAT(complaints("src/apps/longhand-train/main.cpp", "#include <QString>\n"),
                ElementsAre(HasSubstr("may not see Qt")));
}

TEST(Layers, unknownFolderIsCaught)
{
    EXPECT_THAT(complaints("src/helpers/a.cpp", "\n"), ElementsAre(HasSubstr("'helpers' is no layer")));
}

TEST(Layers, librariesStayInTheirLayers)
{
    using Pair = std::pair<std::string, std::string>;
    for (const auto& [file, header] :
         {Pair{"src/base/a.cpp", "QString"}, Pair{"src/text/a.cpp", "torch/torch.h"},
          Pair{"src/recognition/a.cpp", "opencv2/core.hpp"}, Pair{"src/imaging/a.cpp", "torch/torch.h"},
          Pair{"src/app/a.cpp", "opencv2/core.hpp"}, Pair{"src/app/a.cpp", "torch/torch.h"},
          Pair{"src/app/a.cpp", "QLabel"}, Pair{"src/app/a.cpp", "QtWidgets/QLabel"},
          Pair{"src/formats/a.cpp", "QWidget"}, Pair{"include/longhand/imaging/a.h", "opencv2/core.hpp"},
          Pair{"include/longhand/recognition/a.h", "torch/torch.h"},
          Pair{"include/longhand/training/a.h", "ATen/ATen.h"}, Pair{"src/training/a.cpp", "QString"},
          Pair{"src/imaging/a.cpp", "ft2build.h"}}) {
        EXPECT_THAT(complaints(file, "#include <" + header + ">\n"), ElementsAre(HasSubstr("may not see")))
            << file << " " << header;
    }
    for (const auto& [file, header] :
         {Pair{"src/imaging/a.cpp", "opencv2/core.hpp"}, Pair{"src/training/a.cpp", "torch/torch.h"},
          Pair{"include/longhand/nn/a.h", "torch/torch.h"}, Pair{"src/app/a.cpp", "QString"},
          Pair{"src/ui/a.cpp", "QLabel"}, Pair{"src/formats/a.cpp", "hpdf.h"}, Pair{"src/synthesis/a.cpp", "hb.h"}}) {
        EXPECT_THAT(complaints(file, "#include <" + header + ">\n"), IsEmpty()) << file << " " << header;
    }
}

TEST(Layers, privateHeadersOfAnotherLayerAreCaught)
{
    const TemporaryFolder folder;
    for (const auto& [file, content] : {std::pair{"src/imaging/deep.h", "#pragma once\n"},
                                        std::pair{"src/imaging/own.cpp", "#include \"imaging/deep.h\"\n"},
                                        std::pair{"src/app/other.cpp", "#include \"imaging/deep.h\"\n"}}) {
        fs::create_directories((folder.path() / file).parent_path());
        std::ofstream(folder.path() / file) << content;
    }
    const auto violations = findViolations(folder.path(), projectArrows(), kQtWidgetsHeaders);
    ASSERT_EQ(violations.size(), 1u);
    EXPECT_EQ(violations[0].file, "src/app/other.cpp");
    EXPECT_THAT(violations[0].what, HasSubstr("a private header of imaging"));
}

} // namespace longhand::architecture
