#pragma once

#include <QStackedWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace longhand::ui
{

struct PageItem;
class TextPane;

/// The right side: the text of a page that was read, or why there is none yet and what to do about it.
class PagePanel : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PagePanel(QWidget* parent = nullptr);

    [[nodiscard]] TextPane& text() { return *m_text; }
    /// Null: no page.
    void showPage(PageItem* page);

Q_SIGNALS:
    void retryRequested();

private:
    TextPane* m_text; // all widgets: owned by this (Qt parent)
    QWidget* m_status;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_detail;
    QProgressBar* m_progress;
    QPushButton* m_retry;
    int m_shownText = 0; ///< id of the page in the editor; 0: none
};

} // namespace longhand::ui
