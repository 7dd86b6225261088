#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::app
{

/// What a learnt file is: a whole model for everybody's pages, or what one writer's hand changes in a model.
enum class LearntKind { Model, Profile };

/// Whether a learnt model earned its place (learning.h, judge()).
enum class Verdict { Offered, KeptAside };

/// All that is known of a learnt model; written beside it as card.json. Rates are character errors, 0..1; -1: not
/// measured.
struct ModelCard {
    std::string id;   ///< its folder's name; chosen by ModelLibrary::add
    std::string run;  ///< the learning run it comes from
    std::string name; ///< what the model file calls itself
    LearntKind kind = LearntKind::Model;
    std::string writer;       ///< whose hand; empty: everybody's lines
    std::string base;         ///< name of the model it was learnt from
    std::string baseId;       ///< its id; empty: the one that ships, or a file of its own
    std::string baseChecksum; ///< SHA-256 of that file, hexadecimal
    std::string created;      ///< ISO 8601, UTC
    int linesLearnt = 0;
    int linesUncorrected = 0;            ///< that taught it too, as a machine read them
    int linesHeldOut = 0;                ///< that decided the rates below
    bool crossValidated = false;         ///< then the held-out lines were learnt from too, each after it had been read
    std::vector<std::int64_t> learntIds; ///< lines of the store it has learnt from, those of its base included
    double seconds = 0;
    double ownCerBefore = -1, ownCerAfter = -1;
    double rehearsalCerBefore = -1, rehearsalCerAfter = -1;
    double certaintyGain = 0; ///< of a profile on those lines (profile_chooser.h); 0: not known
    Verdict verdict = Verdict::KeptAside;
    std::string reason;   ///< of the verdict, a sentence
    std::string checksum; ///< SHA-256 of the file, hexadecimal
};

struct LibraryEntry {
    ModelCard card;
    std::filesystem::path file;
    bool inUse = false;
    std::string problem; ///< a sentence when the card or the file is damaged
};

/// What a slot (everybody's model, or a writer's profile) reads with.
struct InUse {
    std::string id; ///< empty: nothing learnt; the model that ships, or no profile
    std::filesystem::path file;
    LearntKind kind = LearntKind::Model;
    std::string warning; ///< a sentence when what should be in use cannot be read and something older took its place
};

/// The user's learnt models: one folder each with the file and its card, and which of them is in use. Every change is a
/// single rename on disk, so a program killed at any instant leaves the old state or the new one. Any thread, any
/// number of processes. Errors of all: those of readFile and writeFileAtomically; NotFound for an id that is not there.
class ModelLibrary
{
public:
    /// The folder need not exist. Default: userModelFolder().
    explicit ModelLibrary(std::filesystem::path folder);
    ModelLibrary();

    /// Newest first. A damaged card does not hide its model. No folder: no models.
    [[nodiscard]] Result<std::vector<LibraryEntry>> list() const;
    [[nodiscard]] Result<LibraryEntry> find(const std::string& id) const;
    /// Moves `file` in; the card gets its id and checksum. A second time for the same run changes nothing.
    Result<ModelCard> add(const std::filesystem::path& file, ModelCard card);

    /// What is in use for everybody's pages (empty writer) or as a writer's profile; always something that is whole.
    [[nodiscard]] InUse inUse(const std::string& writer = {}) const;
    /// Writers with a profile in use.
    [[nodiscard]] std::vector<std::string> writers() const;
    /// Puts a model or profile in use. Empty id with a writer: no profile; without: the model that ships.
    Result<void> use(const std::string& id, const std::string& writer = {});
    /// Back to what was in use before; InvalidInput when there is nothing to go back to. Returns what is in use now.
    Result<InUse> revert(const std::string& writer = {});

    /// To the trash; one that is in use is taken out of use first.
    Result<void> remove(const std::string& id);
    Result<void> restore(const std::string& id);
    [[nodiscard]] Result<std::vector<LibraryEntry>> trash() const;
    Result<void> emptyTrash();

    /// Changes whenever what is in use changes; cheap.
    [[nodiscard]] std::string stamp() const;
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

} // namespace longhand::app
