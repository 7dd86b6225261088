#pragma once

#include <QWidget>

class QPushButton;

namespace longhand::ui
{

/// What a window without pages shows: a place to drop pictures, and two ways to begin without dropping.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// There is no button for a sample that is not there.
    void setSampleAvailable(bool available);
    /// While files hang over the window.
    void setDropHighlighted(bool highlighted);

Q_SIGNALS:
    void openRequested();
    void sampleRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* m_sample; // owned by this (Qt parent)
    bool m_highlighted = false;
};

} // namespace longhand::ui
