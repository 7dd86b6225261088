#include "app/learning_lines.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "app/normal_form.h"
#include "longhand/app/label_guard.h"
#include "longhand/app/user_data.h"
#include "longhand/feedback/feedback_store.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/text/counted.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

using feedback::FeedbackStore;
using feedback::StoredLine;

/// With more questioned lines than this, it is not single lines that went wrong.
constexpr double kMostQuestioned = 1.0 / 3;
/// Right texts fit their own picture best nearly always, shuffled ones in one line of five.
constexpr double kLeastInPlace = 0.6;
constexpr double kLeastConfidence = 0.5; ///< of the model, to have a say in that
constexpr std::size_t kRounds = 3;
constexpr std::size_t kEnoughToHoldOut = 4 * kFewestHeldOutLines;
constexpr std::size_t kMostHeldOut = 150;

using Random = std::mt19937_64;

/// std::shuffle differs between libraries, and a resumed run must plan the same.
template <class T>
void shuffle(std::vector<T>& values, Random& random)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random() % i]);
}

std::string textOf(const StoredLine& line)
{
    return text::toUtf8(text::foldWhiteSpace(text::toCodePoints(toNfc(line.humanText))));
}

Error tooFew(std::size_t lines)
{
    return {ErrorCode::InvalidInput, "There " + std::string(lines == 1 ? "is " : "are ") +
                                         (lines == 0 ? "no corrected lines" : "only " + text::counted(lines, "line")) +
                                         " to learn from; at least " + std::to_string(kFewestLines) +
                                         " are needed. Correct or confirm a few more."};
}

/// Takes the lines out whose texts do not fit, and tells the store.
Result<void> questionLines(LearningLines& all, std::vector<bool> vouched, FeedbackStore& store,
                           recognition::Recognizer& recognizer, const std::stop_token& stop)
{
    std::vector<GrayImage> pictures;
    std::vector<std::string> texts;
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; i < all.lines.size(); ++i) {
        if (vouched[i])
            continue;
        asked.push_back(i);
        pictures.push_back(all.lines[i].picture);
        texts.push_back(all.lines[i].text);
    }
    const auto fits = fitLabels(recognizer, pictures, texts, stop);
    if (!fits)
        return fits.error();
    // A model that hardly reads this hand finds every text as good as another.
    double confidence = 0;
    for (const LabelFit& fit : *fits)
        confidence += fit.confidence / static_cast<double>(fits->size());
    const auto inPlace =
        confidence < kLeastConfidence ? Result<double>(1.0) : shareInPlace(recognizer, pictures, texts, stop);
    if (!inPlace)
        return inPlace.error();
    std::vector<bool> isOut(all.lines.size(), false);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (!(*fits)[i].isQuestioned())
            continue;
        isOut[asked[i]] = true;
        const std::int64_t id = all.lines[asked[i]].id;
        all.questioned.push_back(id);
        if (auto set = store.setState(id, feedback::LabelState::Questioned); !set)
            return set;
    }
    const bool tooMany =
        all.questioned.size() >= kFewestLines &&
        static_cast<double>(all.questioned.size()) > kMostQuestioned * static_cast<double>(asked.size());
    if (tooMany || *inPlace < kLeastInPlace)
        return Error{ErrorCode::InvalidInput,
                     "The texts of " +
                         (tooMany ? text::counted(all.questioned.size(), "line") + " of " + std::to_string(asked.size())
                                  : std::string("most lines")) +
                         " do not fit what is written there, as if they belonged to other lines. Nothing was learnt; "
                         "check the corrections first."};
    std::vector<LearningLine> kept;
    for (std::size_t i = 0; i < all.lines.size(); ++i)
        if (!isOut[i])
            kept.push_back(std::move(all.lines[i]));
    all.lines = std::move(kept);
    return {};
}

/// Groups of lines that stay together, in random order: pages, or single lines where the pages are too few or too large
/// to part the lines into `parts`.
std::vector<std::vector<std::size_t>> groups(const std::vector<LearningLine>& lines,
                                             const std::vector<std::size_t>& indices, std::size_t parts, Random& random)
{
    std::map<std::string, std::vector<std::size_t>> pages;
    for (const std::size_t i : indices)
        pages[lines[i].page].push_back(i);
    std::size_t largest = 0;
    std::vector<std::vector<std::size_t>> result;
    for (const auto& [page, members] : pages) {
        largest = std::max(largest, members.size());
        result.push_back(members);
    }
    if (pages.size() < parts || largest * parts > 2 * indices.size()) {
        result.clear();
        for (const std::size_t i : indices)
            result.push_back({i});
    }
    shuffle(result, random);
    return result;
}

} // namespace

Result<LearningLines> collectLines(const LearningRequest& request, const std::set<std::int64_t>& learnt,
                                   recognition::Recognizer& recognizer, std::stop_token stop)
{
    auto store = FeedbackStore::open(request.store.empty() ? feedbackDatabase() : request.store);
    if (!store)
        return store.error();
    feedback::LineFilter filter;
    filter.writer = request.writer;
    filter.state = feedback::LabelState::Trusted;
    const auto stored = (*store)->lines(filter);
    if (!stored)
        return stored.error();
    LearningLines all;
    std::vector<bool> vouched;
    for (const StoredLine& line : *stored) {
        const auto picture = (*store)->picture(line.id);
        const std::string text = textOf(line);
        if (!picture || picture->empty() || text.empty()) {
            all.warnings.push_back("Line " + std::to_string(line.id) + " of " + line.pageName +
                                   " has no picture any more and was left out.");
            continue;
        }
        all.lines.push_back({line.id, imaging::normalizeLine(*picture, recognizer.lineHeightPx()), text, line.pageKey,
                             !learnt.contains(line.id)});
        vouched.push_back(line.vouched);
    }
    if (all.lines.size() < kFewestLines)
        return tooFew(all.lines.size());
    if (const auto asked = questionLines(all, std::move(vouched), **store, recognizer, stop); !asked)
        return asked.error();
    if (all.lines.size() < kFewestLines)
        return tooFew(all.lines.size());
    const auto fresh = static_cast<std::size_t>(
        std::count_if(all.lines.begin(), all.lines.end(), [](const LearningLine& line) { return line.isNew; }));
    if (fresh < kFewestLines)
        return Error{ErrorCode::InvalidInput,
                     "The model in use has already learnt from all but " + text::counted(fresh, "line") +
                         " of these; to see whether more can be gained, at least " + std::to_string(kFewestLines) +
                         " new ones are needed. Correct or confirm a few more."};
    return all;
}

LearningPlan planRounds(const std::vector<LearningLine>& lines, std::uint64_t seed)
{
    Random random(seed);
    std::vector<std::size_t> fresh;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].isNew)
            fresh.push_back(i);
    LearningPlan plan;
    plan.crossValidated = fresh.size() < kEnoughToHoldOut;
    const std::size_t parts = plan.crossValidated ? kRounds : fresh.size() / kFewestHeldOutLines;
    auto together = groups(lines, fresh, parts, random);
    if (plan.crossValidated) {
        // Each group goes to the round with the fewest lines so far, large groups first.
        std::stable_sort(together.begin(), together.end(),
                         [](const auto& a, const auto& b) { return a.size() > b.size(); });
        plan.heldOut.resize(kRounds);
        for (const auto& group : together) {
            auto& fewest = *std::min_element(plan.heldOut.begin(), plan.heldOut.end(),
                                             [](const auto& a, const auto& b) { return a.size() < b.size(); });
            fewest.insert(fewest.end(), group.begin(), group.end());
        }
        return plan;
    }
    const std::size_t wanted = std::clamp(fresh.size() / 5, kFewestHeldOutLines, kMostHeldOut);
    plan.heldOut.resize(1);
    for (const auto& group : together)
        if (plan.heldOut[0].size() < wanted)
            plan.heldOut[0].insert(plan.heldOut[0].end(), group.begin(), group.end());
    return plan;
}

} // namespace longhand::app
