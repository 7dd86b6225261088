#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace longhand::ui
{

/// A line that was read again after a person had worked on it: both texts, what differs between them marked, and what
/// can be done about it. Decides nothing itself.
class ReadingBar : public QFrame
{
    Q_OBJECT
public:
    struct Difference {
        int number = 0; ///< of the line
        QString mine;
        QString reading;
        int index = 0; ///< of `count` lines to decide about
        int count = 0;
    };

    explicit ReadingBar(QWidget* parent = nullptr);
    void showDifference(const Difference& difference);

Q_SIGNALS:
    void accepted();
    void kept();
    void allAccepted();
    void allKept();
    void stepped(int by);

private:
    QLabel* m_title; // all: owned by this (Qt parent)
    QLabel* m_mine;
    QLabel* m_reading;
    QToolButton* m_previous;
    QToolButton* m_next;
    QPushButton* m_acceptAll;
    QPushButton* m_keepAll;
};

/// `text` as HTML; words without a counterpart in `other` are between `<tag>` and its end.
QString markedDifference(const QString& text, const QString& other, const QString& tag);

} // namespace longhand::ui
