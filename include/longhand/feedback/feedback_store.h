#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "longhand/base/geometry.h"
#include "longhand/base/image.h"
#include "longhand/base/result.h"

namespace longhand::feedback
{

/// Whether a line is learnt from.
enum class LabelState {
    Trusted,
    Questioned, ///< the text fits the ink badly; left out until a person confirms it
    Excluded    ///< a person does not want it learnt
};

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

/// A word as the machine read it.
struct WordReading {
    std::string text;
    double confidence = 0; ///< 0..1
    bool operator==(const WordReading&) const = default;
};

/// A line that a person changed or confirmed. Text is UTF-8, NFC.
struct Correction {
    GrayImage picture; ///< upright crop, dark ink on light paper, at most 96 px high
    std::string machineText;
    std::string humanText;
    double confidence = 0;                 ///< of the machine's line, 0..1
    std::vector<WordReading> machineWords; ///< may be empty
    std::string model;                     ///< that read it
    std::string writer;                    ///< empty: not said
    std::string pageKey; ///< SHA-256 of the picture file and "#index"; with `lineId` it says which line this is
    std::string pageName;
    std::string lineId;
    Polygon outline;      ///< pixels of the original picture
    std::string language; ///< BCP 47; empty: unknown
    bool draft = false;   ///< still being typed: the text that follows leaves no history of this one
};

/// A correction as it is kept, without its picture.
struct StoredLine {
    std::int64_t id = 0;
    std::string machineText;
    std::string humanText;
    double confidence = 0;
    std::vector<WordReading> machineWords;
    std::string model;
    std::string writer;
    std::string pageKey; ///< where the line was last seen
    std::string pageName;
    std::string lineId;
    Polygon outline;
    std::string language;
    LabelState state = LabelState::Trusted;
    bool vouched = false; ///< a person insisted on this text after it was questioned: do not question it again
    bool changed = false; ///< the human text is not the machine's
    bool draft = false;   ///< the person was still typing
    Time created;
    Time updated; ///< when the text was last said
};

/// Which lines; all conditions must hold, an unset one always does.
struct LineFilter {
    std::optional<std::string> writer = {};  ///< "": lines of nobody in particular
    std::optional<std::string> pageKey = {}; ///< "": lines of no page
    std::optional<LabelState> state = {};
    std::optional<bool> changed = {};
    std::optional<Time> updatedSince = {};
    std::string search = {}; ///< part of either text or of the page's name, in any case
    enum class Order { Newest, Oldest } order = Order::Oldest;
    int limit = -1; ///< at most so many; -1: all
};

/// An earlier text of a line.
struct HistoryEntry {
    std::string humanText;
    std::string machineText;
    double confidence = 0;
    std::string model;
    Time recorded;
};

struct WriterSummary {
    std::string name; ///< "": not said
    int lines = 0;
    int trusted = 0; ///< of them learnt from
    int words = 0;   ///< in the human texts
    Time updated;
};

struct PageSummary {
    std::string key;
    std::string name;
    int lines = 0;
    Time updated;
};

struct StoreOptions {
    std::chrono::milliseconds busyTimeout{5000}; ///< how long to wait for another program that writes
};

class Database;

/// The corrections of a person, in one SQLite file of their own. What a call has returned success for is on the disk.
/// Every object belongs to the thread that opened it; several may be open on one file, also from several processes.
/// Errors of every call: Damaged, DiskFull, NoPermission, Io (locked by another program for longer than the timeout,
/// or a failing disk). A call that fails leaves the store as it was.
class FeedbackStore
{
public:
    /// Makes the file (and its folder) when there is none and brings an older one up to date. Errors besides:
    /// Unsupported (written by a newer Longhand), InvalidInput (something else's database).
    static Result<std::unique_ptr<FeedbackStore>> open(const std::filesystem::path& path,
                                                       const StoreOptions& options = {});
    ~FeedbackStore();
    FeedbackStore(const FeedbackStore&) = delete;
    FeedbackStore& operator=(const FeedbackStore&) = delete;

    /// Keeps a correction and returns its id. The same line of the same page, or the same picture, is one line: the new
    /// text takes the place of the old one, which goes into the history. A line that was excluded stays so; a
    /// questioned one is trusted again when its text changes. InvalidInput: no picture or no text.
    Result<std::int64_t> record(const Correction& correction);
    /// The same for many at once, all or none; much faster than one by one.
    Result<std::vector<std::int64_t>> recordAll(std::span<const Correction> corrections);

    Result<std::vector<StoredLine>> lines(const LineFilter& filter = {});
    Result<int> count(const LineFilter& filter = {});
    Result<StoredLine> line(std::int64_t id);                   ///< NotFound
    Result<GrayImage> picture(std::int64_t id);                 ///< NotFound
    Result<std::vector<HistoryEntry>> history(std::int64_t id); ///< oldest first, without the text of today
    Result<std::vector<WriterSummary>> writers();               ///< by name
    Result<std::vector<PageSummary>> pages();                   ///< latest first

    /// These change one line; NotFound. setText keeps the old text in the history and refuses an empty one
    /// (InvalidInput). Setting a questioned line to Trusted vouches for it.
    Result<void> setText(std::int64_t id, const std::string& text);
    Result<void> setState(std::int64_t id, LabelState state);
    Result<void> setWriter(std::int64_t id, const std::string& writer);
    /// The same line cut out better. Without effect when that is the picture of another line.
    Result<void> setPicture(std::int64_t id, const GrayImage& picture);
    /// Lines of `writer` become lines of `newName`. Returns how many.
    Result<int> renameWriter(const std::string& writer, const std::string& newName);

    /// A person took back what was said of this line, which therefore goes. Unlike forgetting it leaves traces in the
    /// file. Returns how many lines went.
    Result<int> withdraw(const std::string& pageKey, const std::string& lineId);

    /// Text, picture and history are gone from the disk afterwards, also from parts of the files not in use. Return how
    /// many lines went (0: there was none). A line seen on several pages goes with any of them.
    Result<int> forgetLines(std::span<const std::int64_t> ids);
    Result<int> forgetLine(std::int64_t id);
    Result<int> forgetPage(const std::string& pageKey);
    Result<int> forgetWriter(const std::string& writer);

private:
    explicit FeedbackStore(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

} // namespace longhand::feedback
