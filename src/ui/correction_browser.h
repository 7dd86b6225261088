#pragma once

#include <set>

#include <QDialog>
#include <QTimer>

#include "longhand/app/feedback_service.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace longhand::ui
{

class CorrectionDetail;
class CorrectionModel;
class Notice;

/// All corrections there are: look for, look at, mend, leave out, delete.
class CorrectionBrowser : public QDialog
{
    Q_OBJECT
public:
    static constexpr int kUndoMs = 8000; ///< how long a deletion can be taken back

    /// `feedback` must outlive this object.
    explicit CorrectionBrowser(app::FeedbackService& feedback, QWidget* parent = nullptr);
    /// What was deleted is gone for good then.
    ~CorrectionBrowser() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeFilters();
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] feedback::LineFilter filter() const;
    void refresh();
    void show(const app::CorrectionList& list);
    void fillFilters(const app::CorrectionList& list);
    void showSelected();
    void updateCount();
    [[nodiscard]] QList<qint64> selectedIds() const;
    void remove(const QList<qint64>& ids);
    void undoRemoval();
    void finishRemoval();

    app::FeedbackService& m_feedback;
    CorrectionModel* m_model; // this and all widgets: owned by this (Qt parent)
    Notice* m_notice;
    QWidget* m_filters;
    QLineEdit* m_search;
    QComboBox* m_writer;
    QComboBox* m_page;
    QComboBox* m_state;
    QStackedWidget* m_stack;
    QLabel* m_empty;
    QListView* m_list = nullptr;
    QLabel* m_count;
    CorrectionDetail* m_detail;
    QTimer m_refresh; ///< gathers changes that come together
    QTimer m_undoTime;
    std::set<qint64> m_removed; ///< hidden; deleted when m_undoTime is over
    int m_request = 0;
    qint64 m_shown = 0; ///< to be selected again after a refresh
};

} // namespace longhand::ui
