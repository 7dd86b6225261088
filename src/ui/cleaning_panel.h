#pragma once

#include <functional>
#include <vector>

#include <QWidget>

#include "longhand/app/preprocess_settings.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSlider;

namespace longhand::ui
{

/// The steps that clean a page before it is read, with their parameters, and what of them is to be seen on the page.
class CleaningPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CleaningPanel(QWidget* parent = nullptr);

    /// Shows them without saying that they changed.
    void setOptions(const app::PreprocessOptions& options);
    [[nodiscard]] const app::PreprocessOptions& options() const { return m_options; }
    [[nodiscard]] bool isPreviewWanted() const;
    /// The ink instead of the grey picture.
    [[nodiscard]] bool isInkWanted() const;
    /// Where the cleaned part begins, share of the visible width.
    [[nodiscard]] double divider() const;
    void setDivider(double share);
    void showStatus(const QString& sentence);
    void setPageAvailable(bool available);

Q_SIGNALS:
    void optionsChanged();
    void previewChanged(); ///< what of it is to be seen
    void applied();
    void appliedToAll();

private:
    void addStep(const char* name, const QString& title, const QString& tip, bool& enabled);
    void addNumber(const char* name, const QString& label, double& value, double from, double to, double step,
                   int decimals, const QString& suffix);
    void addNumber(const char* name, const QString& label, int& value, int from, int to, int step,
                   const QString& suffix);
    void changed();

    app::PreprocessOptions m_options;
    std::vector<std::function<void()>> m_show; ///< of every control: shows what m_options says
    QFormLayout* m_form;                       // all widgets: owned by this (Qt parent)
    QCheckBox* m_preview;
    QComboBox* m_what;
    QSlider* m_divider;
    QLabel* m_status;
    QPushButton* m_reset;
    QPushButton* m_apply;
    QPushButton* m_applyToAll;
    bool m_showing = false; ///< the program sets the controls, not the person
};

} // namespace longhand::ui
