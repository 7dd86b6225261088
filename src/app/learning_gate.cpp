#include <cmath>
#include <string>

#include "longhand/app/learning.h"
#include "longhand/text/counted.h"
#include "longhand/training/fine_tuner.h"

namespace longhand::app
{

namespace
{

constexpr double kLeastGain = 0.03;
constexpr double kLeastGainIfSurer = 0.01, kLeastSurprisalGain = 0.1; ///< of cross-validated lines
constexpr double kRounding = 1e-9;                                    // what is allowed is allowed to the last bit

std::string tenths(double share)
{
    const auto rounded = std::lround(share * 1000);
    return std::to_string(rounded / 10) + '.' + std::to_string(std::labs(rounded % 10)) + " %";
}

std::string whole(double share)
{
    return std::to_string(std::lround(share * 100)) + " %";
}

std::string measuredOn(const GateFigures& figures)
{
    return ", measured on " + text::counted(figures.lines, "line") + " it had not seen";
}

} // namespace

double GateFigures::gain() const
{
    if (errorsBefore() <= 0)
        return errorsAfter() <= 0 ? 0 : -1;
    return 1 - errorsAfter() / errorsBefore();
}

double GateFigures::surprisalGain() const
{
    return surprisalBefore > 0 ? 1 - surprisalAfter / surprisalBefore : 0;
}

GateVerdict judge(const GateFigures& figures)
{
    const double gain = figures.gain();
    const bool isSurer =
        figures.crossValidated && gain >= kLeastGainIfSurer && figures.surprisalGain() >= kLeastSurprisalGain;
    if (figures.editsBefore == 0 && figures.editsAfter == 0)
        return {Verdict::KeptAside, "The model in use already reads all " + std::to_string(figures.lines) +
                                        " lines without an error, so there is nothing to gain yet."};
    if (gain < 0)
        return {Verdict::KeptAside,
                figures.editsBefore == 0
                    ? "It makes errors where the model in use makes none" + measuredOn(figures) + '.'
                    : "It reads your hand with " + whole(-gain) + " more errors" + measuredOn(figures) + '.'};
    if (gain < kLeastGain && !isSurer)
        return {Verdict::KeptAside, "It reads your hand hardly better: " + tenths(gain) + " fewer errors" +
                                        measuredOn(figures) + ", and " + whole(kLeastGain) + " are asked for."};
    if (figures.rehearsalCerBefore < 0 || figures.rehearsalCerAfter < 0)
        return {Verdict::KeptAside,
                "Whether it still reads other hands could not be checked, because the lines for that "
                "are missing. Install Longhand again."};
    if (figures.rehearsalCerAfter - figures.rehearsalCerBefore > training::kMostForgotten + kRounding)
        return {Verdict::KeptAside, "It reads your hand with " + whole(gain) +
                                        " fewer errors, but other hands worse: " + tenths(figures.rehearsalCerAfter) +
                                        " wrong characters instead of " + tenths(figures.rehearsalCerBefore) + '.'};
    return {Verdict::Offered, "It reads your hand with " + whole(gain) + " fewer errors" + measuredOn(figures) +
                                  (gain < kLeastGain ? ", and comes clearly closer to their right texts." : ".")};
}

} // namespace longhand::app
