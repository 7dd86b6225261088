#include "ui/line_change_list.h"

#include <algorithm>

#include <QFormLayout>
#include <QImage>
#include <QLabel>
#include <QPixmap>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/text_difference.h"

namespace longhand::ui
{

namespace
{

constexpr int kPictureHeightPx = 36;
constexpr int kMaxPictureWidthPx = 1200;

QLabel* makeText(const QString& html)
{
    auto* label = new QLabel(html);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

LineChangeList::LineChangeList(QWidget* parent)
    : QFrame(parent), m_title(new QLabel), m_content(new QWidget), m_column(new QVBoxLayout(m_content))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_content);
    scroll->setFrameShape(QFrame::StyledPanel);
    m_content->setBackgroundRole(QPalette::Base);
    m_column->setSpacing(14);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(scroll, 1);
    m_title->setBuddy(scroll);
}

void LineChangeList::show(const QString& title, const std::vector<app::LineChange>& changes, const QString& before,
                          const QString& after)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_pictures.clear();
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::size_t shown = std::min(kMostShown, changes.size());
    for (std::size_t i = 0; i < shown; ++i)
        m_column->addWidget(makeLine(changes[i], before, after));
    if (changes.empty())
        m_column->addWidget(new QLabel(tr("None.")));
    else if (changes.size() > shown)
        m_column->addWidget(new QLabel(tr("And %n more.", nullptr, static_cast<int>(changes.size() - shown))));
    m_column->addStretch(1);
    for (std::size_t i = 0; i < shown; ++i)
        Q_EMIT pictureWanted(changes[i].id);
}

QWidget* LineChangeList::makeLine(const app::LineChange& change, const QString& before, const QString& after)
{
    auto* line = new QWidget;
    auto* column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    auto* picture = new QLabel;
    picture->setFixedHeight(kPictureHeightPx);
    picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    column->addWidget(picture);
    m_pictures[change.id] = picture;
    auto* form = new QFormLayout;
    form->setVerticalSpacing(2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const QString text = QString::fromStdString(change.text);
    form->addRow(tr("Written:"), makeText(text.toHtmlEscaped()));
    const auto addReading = [&](const QString& title, const std::string& reading, std::size_t edits) {
        const QString read = QString::fromStdString(reading);
        QLabel* label = makeText(read.isEmpty() ? tr("(nothing)") : markedDifference(text, read, palette()));
        label->setAccessibleName(tr("%1 %2, %3").arg(title, read, differenceInWords(edits)));
        label->setToolTip(differenceInWords(edits));
        form->addRow(title, label);
    };
    addReading(before, change.before, change.editsBefore);
    addReading(after, change.after, change.editsAfter);
    column->addLayout(form);
    return line;
}

void LineChangeList::setPicture(qint64 id, const QImage& picture)
{
    const auto found = m_pictures.find(id);
    if (found == m_pictures.end() || picture.isNull())
        return;
    const double ratio = devicePixelRatioF();
    QImage scaled = picture.scaledToHeight(static_cast<int>(kPictureHeightPx * ratio), Qt::SmoothTransformation);
    scaled = scaled.copy(0, 0, std::min(scaled.width(), static_cast<int>(kMaxPictureWidthPx * ratio)), scaled.height());
    scaled.setDevicePixelRatio(ratio);
    found->second->setPixmap(QPixmap::fromImage(scaled));
    found->second->setAccessibleName(tr("Picture of the line"));
}

} // namespace longhand::ui
