#pragma once

#include <vector>

#include <QObject>
#include <QTimer>

#include "longhand/app/cleaning_preview.h"

class QDockWidget;
class QMainWindow;

namespace longhand::ui
{

class CleaningPanel;
class CleaningPreviewItem;
class PageList;
class PagePanel;
class PageView;
class Session;

/// The panel of cleaning steps beside the page: shows on the page what they do while they are changed, and gives them
/// to pages, which are then read again.
class CleaningTools : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object. The panel and its action belong to the window.
    CleaningTools(Session& session, PageList& list, PageView& view, PagePanel& text, QMainWindow& window);

    [[nodiscard]] const CleaningPreviewItem& preview() const { return *m_item; }

Q_SIGNALS:
    void remarked(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showPage();
    /// In a small window the text makes room: the picture is what is looked at while it is cleaned.
    void makeRoom();
    void ask();
    void show(const app::CleanedPicture& picture);
    void updatePreview();
    void apply(const std::vector<int>& pages);
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] bool isOnDivider(QPoint viewportPoint) const;

    Session& m_session;
    PageList& m_list;
    PageView& m_view;
    PagePanel& m_text;
    QMainWindow& m_window;
    CleaningPanel* m_panel; // these two: owned by the window (Qt parent)
    QDockWidget* m_dock;
    CleaningPreviewItem* m_item; // owned by the scene of the view
    app::CleaningPreview m_worker;
    app::CleanedPicture m_cleaned;
    QTimer m_pause; ///< between the last change and cleaning, so that a held arrow key does not start twenty
    int m_page = 0;
    int m_rotationDeg = 0; ///< of the page when its picture was asked for
    bool m_dragging = false;
    bool m_madeRoom = false;
};

} // namespace longhand::ui
