#include "ui/reading_clock.h"

#include <algorithm>
#include <cmath>

namespace longhand::ui
{

namespace
{

constexpr double kShareOfLatest = 0.3; ///< pages of one batch are alike, but the machine may get busy

} // namespace

void ReadingClock::pageStarted()
{
    m_page.start();
}

void ReadingClock::pageEnded()
{
    if (!m_page.isValid())
        return;
    const double seconds = static_cast<double>(m_page.elapsed()) / 1000;
    m_page.invalidate();
    m_secondsPerPage =
        m_secondsPerPage < 0 ? seconds : m_secondsPerPage + kShareOfLatest * (seconds - m_secondsPerPage);
}

int ReadingClock::secondsLeft(int pages) const
{
    if (m_secondsPerPage < 0)
        return -1;
    const double done = m_page.isValid() ? static_cast<double>(m_page.elapsed()) / 1000 : 0;
    return static_cast<int>(std::ceil(pages * m_secondsPerPage - std::min(done, m_secondsPerPage)));
}

} // namespace longhand::ui
