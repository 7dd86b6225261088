#pragma once

#include <set>
#include <vector>

#include <QAbstractListModel>
#include <QCache>
#include <QImage>

#include "longhand/app/feedback_service.h"
#include "ui/row_delegate.h"

namespace longhand::ui
{

/// The corrections of a list, with the pictures of those that are looked at.
class CorrectionModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        PictureRole,               ///< QImage; null until it is loaded
        MachineTextRole,           ///< empty when a person only confirmed it
        AboutRole,                 ///< page, writer, day and state in one line
        ExcludedRole,              ///< bool
    };
    explicit CorrectionModel(QObject* parent = nullptr);

    /// `hidden`: not shown, as if they were deleted.
    void setLines(std::vector<feedback::StoredLine> lines, std::set<qint64> hidden);
    void setHidden(std::set<qint64> hidden);
    void setPicture(qint64 id, const QImage& picture);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// Null when there is no such row.
    [[nodiscard]] const feedback::StoredLine* line(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(qint64 id) const;
    [[nodiscard]] QImage picture(qint64 id) const;

Q_SIGNALS:
    void pictureWanted(qint64 id) const;

private:
    void showLines();

    std::vector<feedback::StoredLine> m_lines;
    std::vector<std::size_t> m_shown; ///< into m_lines
    std::set<qint64> m_hidden;
    mutable std::set<qint64> m_wanted; ///< asked for and not there yet
    QCache<qint64, QImage> m_pictures; ///< costs in bytes
};

/// The line's picture above its text, and below what is known of it.
class CorrectionDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintRow(QPainter& painter, const Row& row, const QModelIndex& index) const override;
};

/// "left out", ...; empty for a line that is learnt from.
QString stateText(feedback::LabelState state);

} // namespace longhand::ui
