#include "longhand/app/learning_overview.h"

#include <set>

namespace longhand::app
{

namespace
{

std::set<std::int64_t> learntIds(const ModelLibrary& library, const std::optional<std::string>& writer)
{
    std::set<std::int64_t> ids;
    std::vector<std::string> inUse = {library.inUse().id};
    if (writer && !writer->empty())
        inUse.push_back(library.inUse(*writer).id);
    for (const std::string& id : inUse)
        if (const auto entry = id.empty() ? Result<LibraryEntry>(Error{}) : library.find(id))
            ids.insert(entry->card.learntIds.begin(), entry->card.learntIds.end());
    return ids;
}

int wordsIn(const std::string& text)
{
    int words = 0;
    bool inWord = false;
    for (const char byte : text) {
        const bool space = byte == ' ';
        words += !space && !inWord ? 1 : 0;
        inWord = !space;
    }
    return words;
}

} // namespace

Result<LearningOverview> learningOverview(const LearningPlaces& places, const std::optional<std::string>& writer)
{
    auto store = feedback::FeedbackStore::open(places.store);
    if (!store)
        return store.error();
    feedback::LineFilter filter;
    filter.writer = writer;
    filter.state = feedback::LabelState::Trusted;
    const auto lines = (*store)->lines(filter);
    if (!lines)
        return lines.error();
    filter.state = feedback::LabelState::Questioned;
    const auto questioned = (*store)->count(filter);
    if (!questioned)
        return questioned.error();
    auto writers = (*store)->writers();
    if (!writers)
        return writers.error();

    const auto learnt = learntIds(ModelLibrary(places.library), writer);
    LearningOverview overview;
    overview.questioned = *questioned;
    overview.writers = *std::move(writers);
    for (const feedback::StoredLine& line : *lines) {
        ++overview.lines;
        overview.words += wordsIn(line.humanText);
        overview.fresh += learnt.contains(line.id) ? 0 : 1;
    }
    return overview;
}

Result<ModelChoice> modelInUse(const LearningPlaces& places)
{
    const ModelLibrary library(places.library);
    if (places.baseModel.empty())
        return modelInUse(library);
    const InUse used = library.inUse();
    return used.id.empty() ? modelChoice(places, {}) : ModelChoice{used.file, {}, used.id, used.warning};
}

Result<ModelChoice> modelChoice(const LearningPlaces& places, const std::string& id)
{
    if (!id.empty())
        return learntChoice(ModelLibrary(places.library), id);
    auto file = places.baseModel.empty() ? findShippedModel() : Result<std::filesystem::path>(places.baseModel);
    if (!file)
        return file.error();
    return ModelChoice{*std::move(file), {}, {}, {}};
}

LearningRequest learningRequest(const LearningPlaces& places)
{
    LearningRequest request;
    request.store = places.store;
    request.library = places.library;
    request.rehearsalPacks = places.rehearsalPacks;
    // Left open where the user's own model may be another one by the time the run begins.
    if (!places.baseModel.empty() && ModelLibrary(places.library).inUse().id.empty())
        request.base = places.baseModel;
    return request;
}

} // namespace longhand::app
