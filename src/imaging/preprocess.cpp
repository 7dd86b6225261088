#include "longhand/imaging/preprocess.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "longhand/imaging/page_reader.h"
#include "mat_bridge.h"
#include "steps/binarize.h"
#include "steps/denoise.h"
#include "steps/deskew.h"
#include "steps/illumination.h"
#include "steps/print.h"
#include "steps/rectify.h"
#include "steps/ruling.h"

namespace longhand::imaging
{

namespace
{

/// Turning blurs a little; less than this is not worth it.
constexpr double kLeastSkewDeg = 0.1;

/// One page on its way through the steps. `gray` and `ink` always share the coordinates that `toOriginal` maps from.
class Pipeline
{
public:
    Pipeline(const RgbImage& page, const PreprocessOptions& options, std::stop_token stop)
        : m_options(options), m_stop(std::move(stop))
    {
        cv::cvtColor(asMat(page), m_gray, cv::COLOR_RGB2GRAY);
    }

    Result<CleanPage> run()
    {
        if (m_options.rectify.enabled)
            rectify();
        if (m_options.resize.enabled)
            resize();
        if (m_stop.stop_requested())
            return stopped();
        if (m_options.illumination.enabled) {
            const cv::Mat paper = estimatePaper(m_gray, m_options.illumination);
            m_masses = findDarkSurroundings(paper);
            m_gray = flattenIllumination(m_gray, paper);
            finished("illumination", m_gray);
        }
        if (m_options.denoise.enabled) {
            m_gray = removeSpecks(m_gray, m_options.denoise);
            finished("denoise", m_gray);
        }
        if (m_stop.stop_requested())
            return stopped();
        surveyInk();
        m_ink = binarize(m_gray, m_options.binarize);
        if (m_options.denoise.enabled) {
            m_ink.setTo(0, m_masses);
            removeSpots(m_ink);
        }
        finished("binarize", m_ink);
        if (m_stop.stop_requested())
            return stopped();
        if (m_options.ruling.enabled && removeRulings(m_ink, m_options.ruling) > 0) {
            if (m_options.denoise.enabled)
                removeSpots(m_ink);
            finished("ruling", m_ink);
        }
        if (m_options.print.enabled && removePrint(m_ink, m_options.print) > 0)
            finished("print", m_ink);
        if (m_debugError)
            return *m_debugError;
        m_clean.gray = toImage<1>(m_gray);
        m_clean.ink = toImage<1>(m_ink);
        return std::move(m_clean);
    }

private:
    static Error stopped() { return {ErrorCode::Stopped, "Stopped."}; }

    void rectify()
    {
        const std::optional<SheetCorners> sheet = findSheet(m_gray, m_options.rectify);
        if (!sheet)
            return;
        const cv::Size2d exact = sheetSize(*sheet);
        const cv::Size size(std::max(1, cvRound(exact.width)), std::max(1, cvRound(exact.height)));
        const std::array<cv::Point2f, 4> from{
            cv::Point2f(0, 0), cv::Point2f(static_cast<float>(size.width), 0),
            cv::Point2f(static_cast<float>(size.width), static_cast<float>(size.height)),
            cv::Point2f(0, static_cast<float>(size.height))};
        std::array<cv::Point2f, 4> to;
        std::copy(sheet->begin(), sheet->end(), to.begin());
        const cv::Matx33d corners = cv::getPerspectiveTransform(from.data(), to.data());
        Homography toSource;
        std::copy(corners.val, corners.val + 9, toSource.m.begin());
        cv::Mat flat;
        cv::warpPerspective(m_gray, flat, toCvHomography(toSource), size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                            cv::BORDER_REPLICATE);
        m_gray = flat;
        m_clean.toOriginal = m_clean.toOriginal * toSource;
        finished("rectify", m_gray);
    }

    void resize()
    {
        const int side = std::max(m_gray.cols, m_gray.rows);
        const int wanted = std::max(1, m_options.resize.maxSidePx);
        if (side <= wanted)
            return;
        const double scale = static_cast<double>(wanted) / side;
        const cv::Size size(std::max(1, cvRound(m_gray.cols * scale)), std::max(1, cvRound(m_gray.rows * scale)));
        Homography toSource;
        toSource.m[0] = static_cast<double>(m_gray.cols) / size.width;
        toSource.m[4] = static_cast<double>(m_gray.rows) / size.height;
        cv::Mat reduced;
        cv::resize(m_gray, reduced, size, 0, 0, cv::INTER_AREA);
        m_gray = reduced;
        m_clean.toOriginal = m_clean.toOriginal * toSource;
        finished("resize", m_gray);
    }

    /// Skew and masses show as well on a smaller page, which is four times cheaper to binarise.
    void surveyInk()
    {
        constexpr int kSurveySidePx = 1000;
        const double scale = std::min(1.0, static_cast<double>(kSurveySidePx) / std::max(m_gray.cols, m_gray.rows));
        const cv::Size size(std::max(1, cvRound(m_gray.cols * scale)), std::max(1, cvRound(m_gray.rows * scale)));
        cv::Mat small;
        cv::resize(m_gray, small, size, 0, 0, cv::INTER_AREA);
        cv::Mat ink = binarize(small, m_options.binarize);
        cv::Mat masses = findMasses(ink);
        if (!m_masses.empty()) {
            cv::Mat surroundings;
            cv::resize(m_masses, surroundings, size, 0, 0, cv::INTER_NEAREST);
            cv::max(masses, surroundings, masses);
        }
        ink.setTo(0, masses);
        cv::resize(masses, m_masses, m_gray.size(), 0, 0, cv::INTER_NEAREST);
        if (m_options.deskew.enabled)
            deskew(skewOfInk(ink, std::abs(m_options.deskew.maxSkewDeg)));
    }

    void deskew(double skewDeg)
    {
        if (std::abs(skewDeg) < kLeastSkewDeg)
            return;
        const Turned turned = turnLevel(m_gray, skewDeg, paperBrightness());
        m_gray = turned.picture;
        // Turned along rather than found anew: masses at the edge of the picture are not at the edge of the canvas.
        cv::warpPerspective(m_masses, m_masses, turned.toSource, m_gray.size(),
                            cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
        m_clean.toOriginal = m_clean.toOriginal * fromCvHomography(turned.toSource);
        m_clean.skewDeg = skewDeg;
        finished("deskew", m_gray);
    }

    /// The most frequent shade of the brighter half.
    double paperBrightness() const
    {
        if (m_options.illumination.enabled)
            return 255;
        std::array<int, 256> counts{};
        for (int y = 0; y < m_gray.rows; ++y)
            for (const std::uint8_t* p = m_gray.ptr(y); p != m_gray.ptr(y) + m_gray.cols; ++p)
                ++counts[*p];
        return static_cast<double>(std::max_element(counts.begin() + 128, counts.end()) - counts.begin());
    }

    void finished(const char* step, const cv::Mat& picture)
    {
        m_clean.stepsRun.emplace_back(step);
        if (m_options.debugDir.empty() || m_debugError)
            return;
        std::array<char, 64> name{};
        std::snprintf(name.data(), name.size(), "%02zu-%s.png", m_clean.stepsRun.size(), step);
        if (const Result<void> written = writePng(m_options.debugDir / name.data(), toImage<1>(picture)); !written)
            m_debugError = written.error();
    }

    const PreprocessOptions& m_options;
    std::stop_token m_stop;
    cv::Mat m_gray;
    cv::Mat m_ink;
    cv::Mat m_masses; ///< dark areas that are no writing, in m_ink's coordinates
    CleanPage m_clean;
    std::optional<Error> m_debugError;
};

} // namespace

Result<CleanPage> preprocess(const RgbImage& page, const PreprocessOptions& options, std::stop_token stop)
try {
    if (page.empty())
        return Error{ErrorCode::InvalidInput, "The page has no pixels. Choose another picture."};
    return Pipeline(page, options, std::move(stop)).run();
} catch (const cv::Exception& e) {
    return Error{ErrorCode::Internal, "The page could not be prepared: " + e.err + "."};
}

} // namespace longhand::imaging
