#include "longhand/app/reading_choice.h"

#include <utility>

#include "longhand/app/language_models.h"
#include "longhand/app/models.h"
#include "longhand/app/page_transcriber.h"

namespace longhand::app
{

void SharedReadingChoice::set(ReadingChoice choice)
{
    const std::scoped_lock lock(m_mutex);
    m_choice = std::move(choice);
}

ReadingChoice SharedReadingChoice::get() const
{
    const std::scoped_lock lock(m_mutex);
    return m_choice;
}

TranscriberFactory chosenTranscriber(std::shared_ptr<const SharedReadingChoice> choice)
{
    return [choice = std::move(choice)](const std::string& writer) -> Result<std::unique_ptr<PageTranscriber>> {
        const ReadingChoice chosen = choice->get();
        if (chosen == ReadingChoice())
            return defaultTranscriber()(writer);
        recognition::Options options = defaultReading();
        options.device = recognition::Device::Auto;
        if (!chosen.beamSearch)
            options.decoder = recognition::Decoder::Greedy;
        if (!chosen.languageModel || !chosen.beamSearch)
            options.language.model.clear();
        if (!chosen.model.empty())
            return PageTranscriber::open(chosen.model, options);
        const auto inUse = modelFor(ModelLibrary(), writer);
        if (!inUse)
            return inUse.error();
        options.profile = inUse->profile;
        auto transcriber = PageTranscriber::open(inUse->model, options);
        if (transcriber)
            (*transcriber)->setNotice(inUse->warning);
        return transcriber;
    };
}

ModelStamp chosenStamp(std::shared_ptr<const SharedReadingChoice> choice, ModelStamp usual)
{
    return [choice = std::move(choice), usual = std::move(usual)](const std::string& writer) {
        const ReadingChoice chosen = choice->get();
        return (usual ? usual(chosen.model.empty() ? writer : std::string()) : std::string()) + '\n' +
               chosen.model.string() + '\n' + (chosen.languageModel ? "lm" : "-") +
               (chosen.beamSearch ? "beam" : "greedy");
    };
}

} // namespace longhand::app
