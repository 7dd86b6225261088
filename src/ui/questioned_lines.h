#pragma once

#include <vector>

#include <QDialog>

#include "longhand/app/feedback_service.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace longhand::ui
{

/// Lines whose texts hardly fit their pictures, one after the other: "really?" The person keeps the text, mends it, or
/// leaves the line out; it is not asked about again.
class QuestionedLines : public QDialog
{
    Q_OBJECT
public:
    /// `feedback` must outlive this object.
    explicit QuestionedLines(app::FeedbackService& feedback, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showCurrent();
    void next();
    void keep();
    void leaveOut();

    app::FeedbackService& m_feedback;
    std::vector<feedback::StoredLine> m_lines;
    std::size_t m_current = 0;
    int m_request = 0;
    QLabel* m_title; // all: owned by this (Qt parent)
    QLabel* m_picture;
    QLabel* m_reading;
    QLineEdit* m_text;
    QPushButton* m_keep;
    QPushButton* m_leaveOut;
    QPushButton* m_later;
};

} // namespace longhand::ui
