#include "longhand/app/model_library.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <system_error>
#include <tuple>
#include <utility>

#include <QDateTime>

#include "app/checksum.h"
#include "app/model_card.h"
#include "app/model_slots.h"
#include "longhand/app/user_data.h"
#include "longhand/base/file_lock.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

constexpr const char* kCard = "card.json";
constexpr const char* kModelFile = "model.safetensors";
constexpr const char* kProfileFile = "profile.safetensors";
constexpr const char* kSlots = "in-use.json";
constexpr const char* kLock = ".lock";
constexpr const char* kTrash = ".trash";
constexpr const char* kIncoming = ".incoming";
constexpr std::size_t kMostRemembered = 20;

Error systemError(const std::error_code& error, const std::string& action, const fs::path& path)
{
    ErrorCode code = ErrorCode::Io;
    if (error == std::errc::no_space_on_device)
        code = ErrorCode::DiskFull;
    else if (error == std::errc::permission_denied || error == std::errc::read_only_file_system)
        code = ErrorCode::NoPermission;
    else if (error == std::errc::no_such_file_or_directory)
        code = ErrorCode::NotFound;
    return {code, "Cannot " + action + ' ' + quoted(path) + ": " + error.message() + '.'};
}

Error noSuchModel(const std::string& id)
{
    return {ErrorCode::NotFound, "There is no learnt model '" + id + "'; it may have been deleted."};
}

/// Lower-case letters and digits; everything else parts words.
std::string asFolderName(const std::string& words)
{
    std::string name;
    for (const char c : words) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (name.ends_with('-'))
        name.pop_back();
    return name.empty() ? "hand" : name;
}

bool isWhole(const fs::path& file, const std::string& checksum)
{
    const auto found = sha256Of(file);
    return found && *found == checksum;
}

fs::path fileIn(const fs::path& folder, LearntKind kind)
{
    return folder / (kind == LearntKind::Profile ? kProfileFile : kModelFile);
}

LearntKind kindOf(const fs::path& folder)
{
    std::error_code ignored;
    return fs::exists(folder / kProfileFile, ignored) ? LearntKind::Profile : LearntKind::Model;
}

LibraryEntry entryOf(const fs::path& folder)
{
    LibraryEntry entry;
    auto card = readCard(folder / kCard);
    if (card) {
        entry.card = std::move(*card);
    } else {
        entry.card.id = entry.card.name = folder.filename().string();
        entry.card.kind = kindOf(folder);
        entry.problem = card.error().detail;
    }
    entry.file = fileIn(folder, entry.card.kind);
    std::error_code ignored;
    if (!fs::is_regular_file(entry.file, ignored))
        entry.problem = "The file of the learnt model '" + entry.card.id + "' is missing. Delete the model.";
    return entry;
}

/// The folders of models below `folder`; hidden ones are the library's own.
Result<std::vector<LibraryEntry>> entriesBelow(const fs::path& folder)
{
    std::vector<LibraryEntry> entries;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->is_directory(ignored) && !it->path().filename().string().starts_with('.'))
            entries.push_back(entryOf(it->path()));
    }
    if (error && error != std::errc::no_such_file_or_directory)
        return systemError(error, "list", folder);
    std::sort(entries.begin(), entries.end(), [](const LibraryEntry& a, const LibraryEntry& b) {
        return std::tie(a.card.created, a.card.id) > std::tie(b.card.created, b.card.id);
    });
    return entries;
}

/// Held while the library changes.
Result<FileLock> lockForChange(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return systemError(error, "make the folder", folder);
    return FileLock::acquire(folder / kLock);
}

Result<void> rename(const fs::path& from, const fs::path& to, const std::string& action)
{
    std::error_code error;
    fs::rename(from, to, error);
    if (error)
        return systemError(error, action, from);
    return {};
}

std::string freeId(const fs::path& folder, const ModelCard& card)
{
    const std::string day = card.created.substr(0, card.created.find('T'));
    const std::string wanted = asFolderName(card.writer) + (day.empty() ? "" : '-' + day);
    std::error_code ignored;
    const auto isTaken = [&](const std::string& id) {
        return fs::exists(folder / id, ignored) || fs::exists(folder / kTrash / id, ignored);
    };
    std::string id = wanted;
    for (int i = 2; isTaken(id); ++i)
        id = wanted + '-' + std::to_string(i);
    return id;
}

/// The last choice before the current one that is still there and whole.
std::optional<std::size_t> lastWhole(const fs::path& folder, const Slot& slot)
{
    for (std::size_t i = slot.before.size(); i-- > 0;) {
        const SlotChoice& choice = slot.before[i];
        if (choice.id.empty() || isWhole(fileIn(folder / choice.id, kindOf(folder / choice.id)), choice.checksum))
            return i;
    }
    return std::nullopt;
}

InUse inUseOf(const fs::path& folder, const SlotChoice& choice)
{
    if (choice.id.empty())
        return {};
    const LearntKind kind = kindOf(folder / choice.id);
    return {choice.id, fileIn(folder / choice.id, kind), kind, {}};
}

/// Steps back to the last choice that is whole, or to nothing learnt.
void stepBack(const fs::path& folder, Slot& slot)
{
    const auto last = lastWhole(folder, slot);
    slot.current = last ? slot.before[*last] : SlotChoice();
    slot.before.resize(last.value_or(0));
}

} // namespace

ModelLibrary::ModelLibrary(fs::path folder) : m_folder(std::move(folder)) {}

ModelLibrary::ModelLibrary() : m_folder(userModelFolder()) {}

Result<std::vector<LibraryEntry>> ModelLibrary::list() const
{
    auto entries = entriesBelow(m_folder);
    const auto slots = readSlots(m_folder / kSlots);
    if (!entries || !slots)
        return entries;
    for (LibraryEntry& entry : *entries)
        entry.inUse = std::any_of(slots->begin(), slots->end(),
                                  [&](const auto& slot) { return slot.second.current.id == entry.card.id; });
    return entries;
}

Result<LibraryEntry> ModelLibrary::find(const std::string& id) const
{
    auto entries = list();
    if (!entries)
        return entries.error();
    const auto found =
        std::find_if(entries->begin(), entries->end(), [&](const LibraryEntry& entry) { return entry.card.id == id; });
    if (found == entries->end())
        return noSuchModel(id);
    return *found;
}

Result<ModelCard> ModelLibrary::add(const fs::path& file, ModelCard card)
{
    const auto lock = lockForChange(m_folder);
    if (!lock)
        return lock.error();
    const auto entries = entriesBelow(m_folder);
    if (!entries)
        return entries.error();
    for (const LibraryEntry& entry : *entries)
        if (!card.run.empty() && entry.card.run == card.run)
            return entry.card;

    // Made whole in a folder of its own, and renamed into place as one. What a killed program left there is of no use.
    const fs::path incoming = m_folder / kIncoming;
    std::error_code error;
    fs::remove_all(incoming, error);
    fs::create_directories(incoming, error);
    if (error)
        return systemError(error, "make the folder", incoming);
    const auto checksum = sha256Of(file);
    if (!checksum)
        return checksum.error();
    card.checksum = *checksum;
    if (card.created.empty())
        card.created = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    card.id = freeId(m_folder, card);
    if (const auto written = writeCard(incoming / kCard, card); !written)
        return written.error();
    // Copied, not moved: whoever learnt it may have to do this again after being killed.
    fs::copy_file(file, fileIn(incoming, card.kind), error);
    if (error)
        return systemError(error, "copy", file);
    if (!isWhole(fileIn(incoming, card.kind), card.checksum))
        return Error{ErrorCode::Io, "The copy of " + quoted(file) + " differs from it. Check the disk and try again."};
    if (const auto moved = rename(incoming, m_folder / card.id, "put in place"); !moved)
        return moved.error();
    return card;
}

InUse ModelLibrary::inUse(const std::string& writer) const
{
    const auto slots = readSlots(m_folder / kSlots);
    if (!slots) {
        InUse shipped;
        shipped.warning = slots.error().detail + " Until then the model that ships with the program reads.";
        return shipped;
    }
    const auto found = slots->find(writer);
    if (found == slots->end() || found->second.current.id.empty())
        return {};
    Slot slot = found->second;
    InUse chosen = inUseOf(m_folder, slot.current);
    if (isWhole(chosen.file, slot.current.checksum))
        return chosen;
    const std::string lost = slot.current.id;
    stepBack(m_folder, slot);
    InUse older = inUseOf(m_folder, slot.current);
    older.warning =
        "The learnt model '" + lost + "' is missing or damaged; " +
        (older.id.empty() ? "the model that ships with the program" : "the one before it, '" + older.id + "',") +
        " reads instead.";
    return older;
}

std::vector<std::string> ModelLibrary::writers() const
{
    std::vector<std::string> names;
    if (const auto slots = readSlots(m_folder / kSlots))
        for (const auto& [writer, slot] : *slots)
            if (!writer.empty() && !slot.current.id.empty())
                names.push_back(writer);
    return names;
}

Result<void> ModelLibrary::use(const std::string& id, const std::string& writer)
{
    const auto lock = lockForChange(m_folder);
    if (!lock)
        return lock.error();
    SlotChoice choice;
    if (!id.empty()) {
        auto entry = find(id);
        if (!entry)
            return entry.error();
        const auto checksum = sha256Of(entry->file);
        if (!checksum)
            return checksum.error();
        // Without a readable card there is nothing to hold the file against.
        if (!entry->problem.empty() || *checksum != entry->card.checksum)
            return Error{ErrorCode::Damaged,
                         "The learnt model '" + id + "' is damaged, so it is not put in use. Delete it."};
        if (writer != (entry->card.kind == LearntKind::Profile ? entry->card.writer : ""))
            return Error{ErrorCode::InvalidInput,
                         "The learnt model '" + id + "' reads the pages of somebody else. Choose another one."};
        choice = {id, *checksum};
    }
    // A damaged list is replaced: choosing anew is its remedy.
    Slots slots = readSlots(m_folder / kSlots).ok() ? readSlots(m_folder / kSlots).value() : Slots();
    Slot& slot = slots[writer];
    if (slot.current == choice)
        return {};
    slot.before.push_back(std::exchange(slot.current, choice));
    if (slot.before.size() > kMostRemembered)
        slot.before.erase(slot.before.begin());
    return writeSlots(m_folder / kSlots, slots);
}

Result<InUse> ModelLibrary::revert(const std::string& writer)
{
    const auto lock = lockForChange(m_folder);
    if (!lock)
        return lock.error();
    auto slots = readSlots(m_folder / kSlots);
    if (!slots)
        return slots.error();
    Slot& slot = (*slots)[writer];
    if (!lastWhole(m_folder, slot))
        return Error{ErrorCode::InvalidInput, "No other model was in use before, so there is nothing to go back to."};
    stepBack(m_folder, slot);
    if (const auto written = writeSlots(m_folder / kSlots, *slots); !written)
        return written.error();
    return inUseOf(m_folder, slot.current);
}

Result<void> ModelLibrary::remove(const std::string& id)
{
    const auto lock = lockForChange(m_folder);
    if (!lock)
        return lock.error();
    std::error_code error;
    if (id.empty() || id.starts_with('.') || !fs::is_directory(m_folder / id, error))
        return noSuchModel(id);
    if (auto slots = readSlots(m_folder / kSlots)) {
        bool changed = false;
        for (auto& [writer, slot] : *slots) {
            std::erase_if(slot.before, [&](const SlotChoice& choice) { return choice.id == id; });
            if (slot.current.id != id)
                continue;
            stepBack(m_folder, slot);
            changed = true;
        }
        if (const auto written = changed ? writeSlots(m_folder / kSlots, *slots) : Result<void>(); !written)
            return written;
    }
    fs::create_directories(m_folder / kTrash, error);
    if (error)
        return systemError(error, "make the folder", m_folder / kTrash);
    return rename(m_folder / id, m_folder / kTrash / id, "delete");
}

Result<void> ModelLibrary::restore(const std::string& id)
{
    const auto lock = lockForChange(m_folder);
    if (!lock)
        return lock.error();
    std::error_code ignored;
    if (id.empty() || id.starts_with('.') || !fs::is_directory(m_folder / kTrash / id, ignored))
        return Error{ErrorCode::NotFound, "There is no deleted model '" + id + "'; the trash may have been emptied."};
    return rename(m_folder / kTrash / id, m_folder / id, "restore");
}

Result<std::vector<LibraryEntry>> ModelLibrary::trash() const
{
    return entriesBelow(m_folder / kTrash);
}

Result<void> ModelLibrary::emptyTrash()
{
    const auto lock = lockForChange(m_folder);
    if (!lock)
        return lock.error();
    std::error_code error;
    fs::remove_all(m_folder / kTrash, error);
    if (error)
        return systemError(error, "empty", m_folder / kTrash);
    return {};
}

std::string ModelLibrary::stamp() const
{
    const auto bytes = readFile(m_folder / kSlots);
    return bytes ? *bytes : std::string();
}

} // namespace longhand::app
