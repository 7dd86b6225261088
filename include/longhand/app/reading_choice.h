#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "longhand/app/transcription_service.h"

namespace longhand::app
{

/// How a person wants pages to be read.
struct ReadingChoice {
    std::filesystem::path model; ///< for everybody's pages; empty: the one in use, or the writer's profile
    bool languageModel = true;   ///< takes part in the beam search
    bool beamSearch = true;      ///< else the likeliest character everywhere, faster

    bool operator==(const ReadingChoice&) const = default;
};

/// Carries the choice from the window to the thread that reads. Any thread.
class SharedReadingChoice
{
public:
    void set(ReadingChoice choice);
    [[nodiscard]] ReadingChoice get() const;

private:
    mutable std::mutex m_mutex;
    ReadingChoice m_choice;
};

/// Reads as chosen; a model of its own is opened as defaultTranscriber() opens the one in use.
TranscriberFactory chosenTranscriber(std::shared_ptr<const SharedReadingChoice> choice);
/// Changes with the choice, and whenever `usual` does.
ModelStamp chosenStamp(std::shared_ptr<const SharedReadingChoice> choice, ModelStamp usual = learntModelStamp());

} // namespace longhand::app
