#include "ngrams.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longhand::language
{

namespace
{

/// What is taken off n-grams counted once, twice and more often, for those never seen.
class Discounts
{
public:
    explicit Discounts(const std::vector<Ngram>& ngrams)
    {
        std::array<double, 5> n{}; // n[i]: how many were counted i times
        for (const Ngram& ngram : ngrams)
            if (ngram.count < n.size())
                ++n[ngram.count];
        const double y = n[1] / (n[1] + 2 * n[2]);
        for (std::size_t i = 1; i <= 3; ++i) {
            const auto count = static_cast<double>(i);
            const double discount = count - (count + 1) * y * n[i + 1] / n[i];
            // Little text has no such numbers; these are what much text has, about.
            const bool usable = n[1] > 0 && n[2] > 0 && n[i] > 0 && discount > 0 && discount <= count;
            m_discounts[i] = usable ? discount : std::array{0.5, 1.0, 1.5}[i - 1];
        }
    }
    /// Weighted like the n-gram.
    [[nodiscard]] double of(const Ngram& ngram) const
    {
        if (ngram.count == 0)
            return 0;
        return m_discounts[std::min<std::uint32_t>(ngram.count, 3)] * ngram.weight / ngram.count;
    }

private:
    std::array<double, 4> m_discounts{};
};

void smoothSingles(std::vector<Ngram>& singles)
{
    const Discounts discounts(singles);
    double sum = 0, discounted = 0;
    for (const Ngram& ngram : singles) {
        sum += ngram.weight;
        discounted += discounts.of(ngram);
    }
    const double uniform = 1.0 / static_cast<double>(singles.size());
    for (Ngram& ngram : singles)
        ngram.probability = static_cast<float>((ngram.weight - discounts.of(ngram) + discounted * uniform) / sum);
}

void smoothOrder(std::vector<Ngram>& ngrams, const std::vector<Ngram>& shorter)
{
    const Discounts discounts(ngrams);
    for (std::size_t begin = 0, end = 0; begin < ngrams.size(); begin = end) {
        const std::uint64_t context = ngrams[begin].key >> 8;
        double sum = 0, discounted = 0;
        for (; end < ngrams.size() && ngrams[end].key >> 8 == context; ++end) {
            sum += ngrams[end].weight;
            discounted += discounts.of(ngrams[end]);
        }
        for (std::size_t i = begin; i < end; ++i) {
            Ngram& ngram = ngrams[i];
            const double backedOff = discounted / sum * shorter[ngram.suffix].probability;
            const double probability = (ngram.weight - discounts.of(ngram)) / sum + backedOff;
            ngram.probability = static_cast<float>(probability);
            ngram.relevance = static_cast<float>(ngram.occurrences * std::log(probability / backedOff));
        }
    }
}

/// An n-gram stays as long as a longer one that needs it as its context or to back off to.
void passRelevanceDown(const std::vector<Ngram>& ngrams, std::vector<Ngram>& shorter)
{
    std::size_t context = 0;
    for (const Ngram& ngram : ngrams) {
        while (shorter[context].key != ngram.key >> 8)
            ++context;
        for (const std::size_t part : {context, static_cast<std::size_t>(ngram.suffix)})
            shorter[part].relevance = std::max(shorter[part].relevance, ngram.relevance);
    }
}

} // namespace

void smooth(Ngrams& ngrams)
{
    smoothSingles(ngrams.orders.front());
    for (std::size_t k = 1; k < ngrams.orders.size(); ++k)
        smoothOrder(ngrams.orders[k], ngrams.orders[k - 1]);
    for (std::size_t k = ngrams.orders.size() - 1; k > 0; --k)
        passRelevanceDown(ngrams.orders[k], ngrams.orders[k - 1]);
}

} // namespace longhand::language
