#pragma once

#include <QElapsedTimer>

namespace longhand::ui
{

/// Guesses how long reading goes on from how long the latest pages took.
class ReadingClock
{
public:
    void pageStarted();
    /// Read or failed.
    void pageEnded();

    /// `pages` still to be read, the one being read among them. -1: no page has been read to its end yet.
    [[nodiscard]] int secondsLeft(int pages) const;

private:
    QElapsedTimer m_page; ///< since the page being read began; invalid: none
    double m_secondsPerPage = -1;
};

} // namespace longhand::ui
