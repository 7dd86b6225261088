#pragma once

#include <array>

#include <QFrame>

class QLabel;
class QSettings;

namespace longhand::ui
{

/// Three steps across the top of the window for those who are here for the first time: each is ticked off when it
/// happens, and with the last the strip goes for good. It also goes when it is closed, or with the fourth start.
class FirstSteps : public QFrame
{
    Q_OBJECT
public:
    enum class Step { Read, Correct, Export };

    /// `settings` must outlive this widget.
    explicit FirstSteps(QSettings& settings, QWidget* parent = nullptr);

    /// Counts a start of the program and shows the strip where it is due. True at the very first one.
    bool begin();
    void done(Step step);

private:
    void finish();
    void showStep(Step step, bool ticked);

    QSettings& m_settings;
    std::array<QLabel*, 3> m_icons{}; // these: owned by this (Qt parent)
    std::array<QLabel*, 3> m_texts{};
    std::array<bool, 3> m_done{};
};

} // namespace longhand::ui
