#pragma once

#include <cstdint>
#include <vector>

#include <QColor>
#include <QImage>
#include <QSize>
#include <QTransform>

#include "written_line.h"

namespace samples
{

enum class Ruling { None, Lines, Squares };

struct Paper {
    QSize sizePx;
    QColor color;
    Ruling ruling = Ruling::None;
    double rulingPitchPx = 34;
    double rulingTopPx = 0;  ///< where the first ruled line stands
    double marginLinePx = 0; ///< where a red line marks the margin; 0: none
    double shadow = 0;       ///< 0..1, how dark the darkest corner is
    std::uint32_t seed = 1;
};

/// The sheet with its writing, as a flatbed scanner sees it.
QImage paintSheet(const Paper& paper, const std::vector<WrittenLine>& lines);

/// The sheet lying on a desk: `fromSheet` maps sheet pixels to pixels of the photograph.
QImage photographSheet(const QImage& sheet, QSize sizePx, const QTransform& fromSheet, const Paper& paper);

} // namespace samples
