#pragma once

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;

namespace longhand::ui
{

/// A strip across the window for what went wrong or was done, with at most one thing to do about it. Nothing pops up.
class Notice : public QFrame
{
    Q_OBJECT
public:
    explicit Notice(QWidget* parent = nullptr);

    void show(const QString& sentence, const QString& actionText = {}, std::function<void()> action = {});
    [[nodiscard]] QString sentence() const;

private:
    QLabel* m_label; // these three: owned by this (Qt parent)
    QPushButton* m_action;
    std::function<void()> m_run;
};

} // namespace longhand::ui
