#include "ui/correction_model.h"

#include <algorithm>

#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace longhand::ui
{

namespace
{

constexpr int kPictureHeightPx = 40;
constexpr int kMaxPictureBytes = 64 << 20;

QString aboutText(const feedback::StoredLine& line)
{
    const auto updated = QDateTime::fromMSecsSinceEpoch(line.updated.time_since_epoch().count());
    QStringList parts{QString::fromStdString(line.pageName), QString::fromStdString(line.writer),
                      QLocale().toString(updated.date(), QLocale::ShortFormat), stateText(line.state)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString stateText(feedback::LabelState state)
{
    switch (state) {
    case feedback::LabelState::Trusted:
        return {};
    case feedback::LabelState::Questioned:
        return CorrectionModel::tr("to be checked");
    case feedback::LabelState::Excluded:
        return CorrectionModel::tr("left out of learning");
    }
    return {};
}

CorrectionModel::CorrectionModel(QObject* parent) : QAbstractListModel(parent)
{
    m_pictures.setMaxCost(kMaxPictureBytes);
}

void CorrectionModel::setLines(std::vector<feedback::StoredLine> lines, std::set<qint64> hidden)
{
    m_lines = std::move(lines);
    m_hidden = std::move(hidden);
    m_wanted.clear();
    showLines();
}

void CorrectionModel::setHidden(std::set<qint64> hidden)
{
    m_hidden = std::move(hidden);
    showLines();
}

void CorrectionModel::showLines()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (!m_hidden.contains(m_lines[i].id))
            m_shown.push_back(i);
    endResetModel();
}

void CorrectionModel::setPicture(qint64 id, const QImage& picture)
{
    m_wanted.erase(id);
    m_pictures.insert(id, new QImage(picture), static_cast<int>(std::max<qsizetype>(1, picture.sizeInBytes())));
    if (const QModelIndex index = indexOf(id); index.isValid())
        Q_EMIT dataChanged(index, index, {PictureRole});
}

int CorrectionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

const feedback::StoredLine* CorrectionModel::line(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_shown.size() ? &m_lines[m_shown[row]] : nullptr;
}

QModelIndex CorrectionModel::indexOf(qint64 id) const
{
    const auto found = std::ranges::find_if(m_shown, [&](std::size_t i) { return m_lines[i].id == id; });
    return found == m_shown.end() ? QModelIndex() : index(static_cast<int>(found - m_shown.begin()));
}

QImage CorrectionModel::picture(qint64 id) const
{
    if (const QImage* known = m_pictures.object(id))
        return *known;
    if (m_wanted.insert(id).second)
        Q_EMIT pictureWanted(id);
    return {};
}

QVariant CorrectionModel::data(const QModelIndex& index, int role) const
{
    const feedback::StoredLine* found = line(index);
    if (!found)
        return {};
    const QString text = QString::fromStdString(found->humanText);
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(text, aboutText(*found));
    case IdRole:
        return static_cast<qint64>(found->id);
    case PictureRole:
        return picture(found->id);
    case MachineTextRole:
        return found->changed ? QString::fromStdString(found->machineText) : QString();
    case AboutRole:
        return aboutText(*found);
    case ExcludedRole:
        return found->state == feedback::LabelState::Excluded;
    default:
        return {};
    }
}

QSize CorrectionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {320, kPictureHeightPx + 2 * option.fontMetrics.height() + 8 + 2 * kPaddingPx};
}

void CorrectionDelegate::paintRow(QPainter& painter, const Row& row, const QModelIndex& index) const
{
    // Ink is dark on light in every palette, as on the page.
    const QRect box(row.area.left(), row.area.top(), row.area.width(), kPictureHeightPx);
    if (const auto picture = index.data(CorrectionModel::PictureRole).value<QImage>(); !picture.isNull()) {
        const QSize size = picture.size().scaled(box.size(), Qt::KeepAspectRatio);
        painter.setOpacity(index.data(CorrectionModel::ExcludedRole).toBool() ? 0.5 : 1.0);
        painter.drawImage(QRect(box.topLeft(), size), picture);
        painter.setOpacity(1.0);
    }
    QRect texts = row.area;
    texts.setTop(box.bottom() + 5);
    drawLine(painter, texts, index.data().toString(), row.font);
    texts.translate(0, painter.fontMetrics().height() + 2);
    painter.setPen(row.muted);
    drawLine(painter, texts, index.data(CorrectionModel::AboutRole).toString(), row.font);
}

} // namespace longhand::ui
