#include "learning_curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "longhand/base/files.h"

namespace longhand::training
{

namespace
{

constexpr double kWidth = 900, kHeight = 480, kLeft = 60, kRight = 190, kTop = 24, kBottom = 48;
constexpr double kPlotWidth = kWidth - kLeft - kRight, kPlotHeight = kHeight - kTop - kBottom;
/// Okabe and Ito's colours, which people with any colour vision can tell apart.
constexpr std::array kColours{"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"};

std::string format(const char* pattern, double value)
{
    std::array<char, 64> buffer;
    const int length = std::snprintf(buffer.data(), buffer.size(), pattern, value);
    return {buffer.data(), static_cast<std::size_t>(std::clamp<int>(length, 0, static_cast<int>(buffer.size()) - 1))};
}

std::string escaped(const std::string& text)
{
    std::string result;
    for (const char c : text)
        result += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    return result;
}

/// 1, 2 or 5 times a power of ten, so that an axis has about five of them.
double niceStep(double range)
{
    const double raw = std::max(range, 1e-9) / 5;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (raw <= factor * power)
            return factor * power;
    return 10 * power;
}

class Plot
{
public:
    Plot(double steps, double highestPerCent) : m_steps(std::max(steps, 1.0)), m_highest(std::max(highestPerCent, 1.0))
    {
    }

    [[nodiscard]] double x(double step) const { return kLeft + kPlotWidth * step / m_steps; }
    [[nodiscard]] double y(double perCent) const
    {
        return kTop + kPlotHeight * (1 - std::min(perCent, m_highest) / m_highest);
    }

    void axes()
    {
        for (double value = 0; value <= m_highest; value += niceStep(m_highest)) {
            line(kLeft, y(value), kLeft + kPlotWidth, y(value));
            text(kLeft - 8, y(value) + 4, "end", format("%g %%", value));
        }
        for (double step = 0; step <= m_steps; step += niceStep(m_steps))
            text(x(step), kTop + kPlotHeight + 18, "middle", format("%g", step));
        text(kLeft + kPlotWidth / 2, kHeight - 8, "middle", "steps");
    }
    template <class Points>
    void curve(const Points& points, const char* colour, double width)
    {
        if (points.empty())
            return;
        m_svg += "<polyline fill=\"none\" stroke=\"" + std::string(colour) + "\" stroke-width=\"" +
                 format("%g", width) + "\" points=\"";
        for (const auto& [step, perCent] : points)
            m_svg += format("%.1f", x(step)) + ',' + format("%.1f", y(perCent)) + ' ';
        m_svg += "\"/>\n";
    }
    void key(int row, const char* colour, double width, const std::string& label)
    {
        const double top = kTop + 12 + row * 20;
        m_svg += "<line x1=\"" + format("%g", kLeft + kPlotWidth + 12) + "\" x2=\"" +
                 format("%g", kLeft + kPlotWidth + 36) + "\" y1=\"" + format("%g", top) + "\" y2=\"" +
                 format("%g", top) + "\" stroke=\"" + colour + "\" stroke-width=\"" + format("%g", width) + "\"/>\n";
        text(kLeft + kPlotWidth + 42, top + 4, "start", label);
    }
    [[nodiscard]] std::string svg() const
    {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + format("%g", kWidth) + ' ' +
               format("%g", kHeight) +
               "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" "
               "fill=\"white\"/>\n" +
               m_svg + "</svg>\n";
    }

private:
    void line(double x1, double y1, double x2, double y2)
    {
        m_svg += "<line x1=\"" + format("%g", x1) + "\" y1=\"" + format("%g", y1) + "\" x2=\"" + format("%g", x2) +
                 "\" y2=\"" + format("%g", y2) + "\" stroke=\"#ddd\"/>\n";
    }
    void text(double x, double y, const char* anchor, const std::string& content)
    {
        m_svg += "<text x=\"" + format("%g", x) + "\" y=\"" + format("%g", y) + "\" text-anchor=\"" + anchor + "\">" +
                 escaped(content) + "</text>\n";
    }

    double m_steps, m_highest;
    std::string m_svg;
};

using Points = std::vector<std::pair<double, double>>;

} // namespace

LearningCurve readLearningCurve(const std::filesystem::path& log)
{
    LearningCurve curve;
    std::ifstream file(log);
    for (std::string text; std::getline(file, text);) {
        const auto entry = nlohmann::json::parse(text, nullptr, false);
        if (!entry.is_object() || !entry.contains("step") || !entry["step"].is_number())
            continue;
        const double step = entry["step"];
        const auto later = [step](const auto& point) { return point.step >= step; };
        try {
            if (entry.contains("loss")) {
                std::erase_if(curve.losses, later);
                curve.losses.push_back({step, entry.at("loss")});
            } else if (entry.contains("validation_cer")) {
                std::erase_if(curve.checks, later);
                curve.checks.push_back({step, entry.at("validation_cer"), entry.at("cer_per_set")});
            }
        } catch (const nlohmann::json::exception&) {
            continue;
        }
    }
    return curve;
}

Result<void> writeLearningCurve(const std::filesystem::path& path, const LearningCurve& curve)
{
    double steps = 0, highest = 0, highestLoss = 0;
    std::map<std::string, Points> sets;
    Points all, losses;
    for (const auto& check : curve.checks) {
        steps = std::max(steps, check.step);
        all.emplace_back(check.step, 100 * check.cer);
        highest = std::max(highest, 100 * check.cer);
        for (const auto& [set, cer] : check.cerPerSet) {
            sets[set].emplace_back(check.step, 100 * cer);
            highest = std::max(highest, 100 * cer);
        }
    }
    for (const auto& point : curve.losses) {
        steps = std::max(steps, point.step);
        highestLoss = std::max(highestLoss, point.loss);
    }
    constexpr double kMost = 100; // CER above it, of a network that knows nothing yet, only squeezes the rest
    highest = highest > 0 ? std::min(highest, kMost) : kMost;
    for (const auto& point : curve.losses) // the loss has no unit in common with the rest: it fills the height
        losses.emplace_back(point.step, highest * point.loss / std::max(highestLoss, 1e-9));

    Plot plot(steps, highest);
    plot.axes();
    plot.curve(losses, "#bbbbbb", 1);
    plot.key(0, "#bbbbbb", 1, "loss, to " + format("%.2f", highestLoss));
    plot.key(1, "#000000", 3, "CER, all sets");
    int row = 2;
    for (const auto& [set, points] : sets) {
        const char* colour = kColours[static_cast<std::size_t>(row - 2) % kColours.size()];
        plot.curve(points, colour, 1.2);
        plot.key(row++, colour, 1.2, set + format(" %.1f %%", points.back().second));
    }
    plot.curve(all, "#000000", 3);
    return writeFileAtomically(path, plot.svg());
}

} // namespace longhand::training
