#include "cli/learnt_figures.h"

#include <nlohmann/json.hpp>

#include "cli/figures.h"
#include "longhand/text/counted.h"

namespace longhand::cli
{

namespace
{

std::string fromTo(double before, double after)
{
    return before < 0 || after < 0 ? "not measured" : percent(before) + " -> " + percent(after);
}

} // namespace

std::string learntFigures(const app::ModelCard& card)
{
    const std::string uncorrected =
        card.linesUncorrected > 0 ? " and " + std::to_string(card.linesUncorrected) + " not corrected" : "";
    const bool isOffered = card.verdict == app::Verdict::Offered;
    return figureRow("id", card.id) +
           (card.kind == app::LearntKind::Profile ? figureRow("writer", card.writer) : std::string()) +
           figureRow("learnt from", text::counted(card.linesLearnt, "line") + uncorrected + ", from " + card.base) +
           figureRow("cer", fromTo(card.ownCerBefore, card.ownCerAfter)) +
           figureRow("cer other hands", fromTo(card.rehearsalCerBefore, card.rehearsalCerAfter)) +
           figureRow("seconds", decimal(card.seconds)) + figureRow("verdict", isOffered ? "offered" : "kept aside");
}

nlohmann::ordered_json learntJson(const app::ModelCard& card)
{
    return {{"id", card.id},
            {"kind", card.kind == app::LearntKind::Profile ? "profile" : "model"},
            {"name", card.name},
            {"writer", card.writer},
            {"base", card.base},
            {"created", card.created},
            {"verdict", card.verdict == app::Verdict::Offered ? "offered" : "kept aside"},
            {"reason", card.reason},
            {"lines_learnt", card.linesLearnt},
            {"lines_uncorrected", card.linesUncorrected},
            {"lines_held_out", card.linesHeldOut},
            {"cross_validated", card.crossValidated},
            {"own_cer_before", card.ownCerBefore},
            {"own_cer_after", card.ownCerAfter},
            {"rehearsal_cer_before", card.rehearsalCerBefore},
            {"rehearsal_cer_after", card.rehearsalCerAfter},
            {"seconds", card.seconds},
            {"sha256", card.checksum}};
}

} // namespace longhand::cli
