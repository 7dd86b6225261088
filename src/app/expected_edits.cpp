#include "app/expected_edits.h"

#include <cmath>

#include "app/normal_form.h"
#include "longhand/text/error_rate.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

double expectedEdits(const recognition::LineReading& reading, const std::string& text)
{
    double sum = 0, edits = 0;
    for (const recognition::Hypothesis& hypothesis : reading.alternatives) {
        const double weight = std::exp(hypothesis.logProbability - reading.alternatives.front().logProbability);
        text::ErrorCounts counts;
        counts.add(text, toNfc(hypothesis.text));
        sum += weight;
        edits += weight * static_cast<double>(counts.charEdits);
    }
    return sum > 0 ? edits / sum : static_cast<double>(text::toCodePoints(text).size());
}

} // namespace longhand::app
