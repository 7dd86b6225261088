#include "ui/correction_detail.h"

#include <algorithm>
#include <utility>

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/icons.h"

namespace longhand::ui
{

namespace
{

constexpr int kPictureHeightPx = 96;

QString asStored(const QLineEdit& field)
{
    return field.text().simplified().normalized(QString::NormalizationForm_C);
}

/// What a person has typed there stays, until it is what is stored.
void fill(QLineEdit& field, const QString& stored)
{
    if (field.text() == stored || asStored(field) == stored) {
        field.setModified(false);
    } else if (!field.isModified()) {
        field.setText(stored);
        field.setCursorPosition(0);
    }
}

} // namespace

CorrectionDetail::CorrectionDetail(QWidget* parent)
    : QFrame(parent), m_picture(new QLabel), m_text(new QLineEdit), m_machine(new QLabel), m_writer(new QLineEdit),
      m_learn(new QCheckBox), m_question(new QLabel), m_vouch(new QPushButton),
      m_remove(new QPushButton(icon(QStringLiteral("remove")), tr("&Delete")))
{
    m_picture->setObjectName(QStringLiteral("correctionPicture"));
    m_picture->setAccessibleName(tr("Picture of the line"));
    m_picture->setMinimumSize(120, kPictureHeightPx);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // else a long line would widen the window
    m_picture->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_text->setObjectName(QStringLiteral("correctionText"));
    m_text->setAccessibleName(tr("Text of the line"));
    QFont larger = m_text->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.15);
    m_text->setFont(larger);
    m_machine->setObjectName(QStringLiteral("correctionMachineText"));
    m_machine->setAccessibleName(tr("What the machine read"));
    m_machine->setTextFormat(Qt::PlainText);
    m_machine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_machine->setWordWrap(true);
    m_writer->setObjectName(QStringLiteral("correctionWriter"));
    m_writer->setAccessibleName(tr("Who wrote the line"));
    m_writer->setPlaceholderText(tr("Not said"));
    m_learn->setObjectName(QStringLiteral("correctionLearn"));
    m_learn->setAccessibleName(tr("Learn from this line"));
    m_question->setText(tr("This text fits the picture badly. Longhand does not learn from it until you say that it is "
                           "right."));
    m_question->setWordWrap(true);
    m_vouch->setObjectName(QStringLiteral("correctionVouch"));
    m_vouch->setText(tr("It is &right"));
    m_vouch->setAccessibleName(tr("The text of the line is right"));
    m_remove->setObjectName(QStringLiteral("correctionRemove"));
    m_remove->setAccessibleName(tr("Delete the selected corrections"));
    for (QPushButton* button : {m_vouch, m_remove})
        button->setAutoDefault(false);

    auto* form = new QFormLayout;
    form->addRow(tr("&Text:"), m_text);
    form->addRow(tr("Read as:"), m_machine);
    form->addRow(tr("&Writer:"), m_writer);
    auto* question = new QHBoxLayout;
    question->addWidget(m_question, 1);
    question->addWidget(m_vouch);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_learn);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_picture);
    column->addLayout(form);
    column->addLayout(question);
    column->addLayout(buttons);

    connect(m_text, &QLineEdit::editingFinished, this, &CorrectionDetail::saveText);
    connect(m_writer, &QLineEdit::editingFinished, this, &CorrectionDetail::saveWriter);
    connect(m_learn, &QCheckBox::clicked, this, [this](bool learn) { Q_EMIT excludedChanged(!learn); });
    connect(m_vouch, &QPushButton::clicked, this, &CorrectionDetail::vouched);
    connect(m_remove, &QPushButton::clicked, this, &CorrectionDetail::removalRequested);
    showNone();
}

void CorrectionDetail::showLine(const feedback::StoredLine& line)
{
    turnTo({line.id});
    m_storedText = QString::fromStdString(line.humanText);
    m_storedWriter = QString::fromStdString(line.writer);
    setEnabled(true);
    m_text->setEnabled(true);
    fill(*m_text, m_storedText);
    m_machine->setText(line.machineText.empty() ? tr("Nothing")
                       : line.changed           ? QString::fromStdString(line.machineText)
                                                : tr("The same"));
    m_writer->setPlaceholderText(tr("Not said"));
    fill(*m_writer, m_storedWriter);
    m_learn->setText(tr("&Learn from this line"));
    m_learn->setChecked(line.state == feedback::LabelState::Trusted);
    const bool questioned = line.state == feedback::LabelState::Questioned;
    m_question->setVisible(questioned);
    m_vouch->setVisible(questioned);
}

void CorrectionDetail::showMany(const std::vector<const feedback::StoredLine*>& lines)
{
    QList<qint64> ids;
    for (const feedback::StoredLine* line : lines)
        ids.append(line->id);
    std::ranges::sort(ids); // however they were selected
    turnTo(std::move(ids));
    const std::string& writer = lines.front()->writer;
    const bool isOneHand = std::ranges::all_of(lines, [&](const auto* line) { return line->writer == writer; });
    m_storedWriter = isOneHand ? QString::fromStdString(writer) : QString();
    setEnabled(true);
    m_text->setEnabled(false);
    m_learn->setText(tr("&Learn from these lines"));
    m_picture->setText(tr("%n corrections are selected.", nullptr, static_cast<int>(lines.size())));
    m_machine->clear();
    m_writer->setPlaceholderText(isOneHand ? tr("Not said") : tr("Several writers"));
    fill(*m_writer, m_storedWriter);
    m_learn->setChecked(
        std::ranges::any_of(lines, [](const auto* line) { return line->state != feedback::LabelState::Excluded; }));
    m_question->hide();
    m_vouch->hide();
}

void CorrectionDetail::showNone()
{
    turnTo({});
    m_learn->setText(tr("&Learn from this line"));
    m_machine->clear();
    m_writer->setPlaceholderText({});
    m_learn->setChecked(false);
    m_question->hide();
    m_vouch->hide();
    setEnabled(false);
}

void CorrectionDetail::turnTo(QList<qint64> ids)
{
    if (ids == m_ids)
        return;
    saveText();
    saveWriter();
    m_ids = std::move(ids);
    m_image = {};
    m_picture->clear();
    m_storedText.clear();
    m_storedWriter.clear();
    m_text->setText({}); // not clear(), which counts as typed
    m_writer->setText({});
}

void CorrectionDetail::setPicture(const QImage& picture)
{
    m_image = picture;
    paintPicture();
}

void CorrectionDetail::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    paintPicture();
}

void CorrectionDetail::paintPicture()
{
    if (m_image.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize room(m_picture->width(), kPictureHeightPx);
    QPixmap pixmap = QPixmap::fromImage(m_image.scaled(room * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_picture->setPixmap(pixmap);
}

void CorrectionDetail::saveText()
{
    const QString text = asStored(*m_text);
    if (m_ids.size() != 1 || text == m_storedText)
        return;
    if (text.isEmpty()) {
        m_text->setText(m_storedText); // a line without text is deleted, not emptied
        return;
    }
    m_storedText = text;
    Q_EMIT textChanged(m_ids.constFirst(), text);
}

void CorrectionDetail::saveWriter()
{
    const QString writer = asStored(*m_writer);
    if (m_ids.isEmpty() || writer == m_storedWriter)
        return;
    m_storedWriter = writer;
    Q_EMIT writerChanged(m_ids, writer);
}

} // namespace longhand::ui
