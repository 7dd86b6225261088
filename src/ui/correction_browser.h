#pragma once

#include <map>
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
    /// What is selected, to be found again in another list.
    struct Selection {
        QList<qint64> ids;
        qint64 current = 0; ///< has the keyboard
        int row = 0;        ///< the first of them; what follows there is selected when all are gone
    };

    void makeFilters();
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] feedback::LineFilter filter() const;
    void refresh();
    void show(const app::CorrectionList& list);
    void fillFilters(const app::CorrectionList& list);
    void showSelected();
    void updateCount();
    [[nodiscard]] QList<qint64> selectedIds() const;
    [[nodiscard]] Selection selection() const;
    void select(const Selection& selection);
    [[nodiscard]] std::set<qint64> hiddenIds() const;
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
    std::set<qint64> m_removed;        ///< hidden; deleted when m_undoTime is over
    std::map<qint64, int> m_forgotten; ///< hidden; being deleted since this request: a later one tells what came of it
    int m_request = 0;
    qint64 m_shown = 0; ///< alone in the detail; 0: none or several are
};

} // namespace longhand::ui
