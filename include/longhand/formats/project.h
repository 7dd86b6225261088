#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::formats
{

/// Of the `.longhand` files this version writes. Older ones are read, newer ones refused.
inline constexpr int kProjectVersion = 2;

struct ProjectPicture {
    std::filesystem::path file;  ///< absolute in memory, relative to the project in its file
    int index = 0;               ///< page within a many-page file
    std::string sha256;          ///< of the file, 64 hexadecimal digits; empty: not known
    std::uint64_t sizeBytes = 0; ///< these two tell a file that was not touched without reading it
    std::int64_t modifiedMs = 0; ///< since 1970
};

enum class ReadingState { Waiting, Read, Stopped, Failed };

/// A paragraph of the edited text.
struct ProjectParagraph {
    int line = -1; ///< of the reading; -1: of none
    std::string text;
    std::vector<std::pair<int, int>> confirmed; ///< words that a person confirmed: begin and length in UTF-16 units
    bool lineConfirmed = false;                 ///< a person said that the whole line is right
    bool pending = false;                       ///< the line's place was changed since it was read
    bool placed = false;                        ///< a person decided where the line is
    int newReading = -1; ///< line of the reading that was read in its place later and is to be decided about; -1: none

    bool operator==(const ProjectParagraph&) const = default;
};

struct ProjectPage {
    std::string name;
    ProjectPicture picture;
    int widthPx = 0;
    int heightPx = 0;
    ReadingState state = ReadingState::Waiting;
    std::string reason; ///< while Failed: one sentence
    bool corrected = false;
    int rotationDeg = 0;              ///< clockwise: 0, 90, 180 or 270
    std::string preprocessing = "{}"; ///< a JSON object
    std::string writer;
    std::string language;                ///< BCP 47; empty: that of the project
    std::shared_ptr<const Page> reading; ///< null unless Read
    std::vector<ProjectParagraph> text;
};

struct Project {
    std::string creator = "Longhand";
    std::string modelName;
    std::string language;        ///< BCP 47; empty: unknown
    std::string writer;          ///< empty: not said
    std::string settings = "{}"; ///< a JSON object: what the window wants to find again
    std::vector<ProjectPage> pages;
};

/// JSON, one page a line, as docs/project-format.md describes it. Pictures become relative to `folder`, where the file
/// is to be.
std::string writeProject(const Project& project, const std::filesystem::path& folder);

/// `bytes` of a file that is or was at `file`, which messages name and pictures are relative to. Uses several threads.
/// Errors: Damaged (says where), Unsupported (newer, or no project).
Result<Project> parseProject(std::string_view bytes, const std::filesystem::path& file);

/// One page on its own, for a recovery folder; pictures as above.
std::string writeProjectPage(const ProjectPage& page, const std::filesystem::path& folder);
Result<ProjectPage> parseProjectPage(std::string_view bytes, const std::filesystem::path& file);

/// The bytes are those of a packed project: a zip archive with `project.json` and `pictures/`.
bool isPackedProject(std::string_view bytes);

/// Writes `project` and the pictures of its pages into one file, atomically. Reads the pictures; blocks.
/// Errors: NotFound (a picture), NoPermission, DiskFull, Io.
Result<void> packProject(const Project& project, const std::filesystem::path& file);

/// Unpacks into `folder`, which must exist: parseProject of its `project.json` then finds the pictures.
/// Errors: Damaged, DiskFull, NoPermission, Io.
Result<void> unpackProject(const std::filesystem::path& file, const std::filesystem::path& folder);

} // namespace longhand::formats
