#pragma once

#include <QStackedWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace longhand::ui
{

struct PageItem;
class PageText;
class TextPane;

/// The right side: the text of a page that was read, or why there is none yet and what to do about it.
class PagePanel : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PagePanel(QWidget* parent = nullptr);

    [[nodiscard]] TextPane& text() { return *m_text; }
    /// Something about the text or its page; takes it over.
    void addAboveText(QWidget* widget);
    void addBelowText(QWidget* widget);
    /// Null: no page.
    void showPage(PageItem* page);

Q_SIGNALS:
    void retryRequested();

private:
    TextPane* m_text; // all widgets: owned by this (Qt parent)
    QWidget* m_page;  ///< the text and what is below it
    QWidget* m_status;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_detail;
    QProgressBar* m_progress;
    QPushButton* m_retry;
    const PageText* m_shownText = nullptr; ///< in the editor; only compared
};

} // namespace longhand::ui
