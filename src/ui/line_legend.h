#pragma once

#include <QWidget>

namespace longhand::ui
{

/// Shows how lines on the canvas are drawn, and what that means.
class LineLegend : public QWidget
{
    Q_OBJECT
public:
    explicit LineLegend(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace longhand::ui
