#include "longhand/imaging/preprocess.h"

namespace longhand::imaging
{
double findSkewDeg(const GrayImage&, double)
{
    return 0;
}
} // namespace longhand::imaging
