#include "ui/correction_detail.h"

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

} // namespace

CorrectionDetail::CorrectionDetail(QWidget* parent)
    : QFrame(parent), m_picture(new QLabel), m_text(new QLineEdit), m_machine(new QLabel), m_writer(new QLineEdit),
      m_learn(new QCheckBox(tr("&Learn from this line"))), m_question(new QLabel), m_vouch(new QPushButton),
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
    if (m_id != line.id) {
        saveText();
        saveWriter();
        m_picture->clear();
    }
    const bool isTyping = m_id == line.id && m_text->hasFocus();
    m_id = line.id;
    m_storedText = QString::fromStdString(line.humanText);
    m_storedWriter = QString::fromStdString(line.writer);
    setEnabled(true);
    m_text->setEnabled(true);
    if (!isTyping) {
        m_text->setText(m_storedText);
        m_text->setCursorPosition(0);
    }
    m_machine->setText(line.machineText.empty() ? tr("Nothing")
                       : line.changed           ? QString::fromStdString(line.machineText)
                                                : tr("The same"));
    m_writer->setText(m_storedWriter);
    m_learn->setChecked(line.state == feedback::LabelState::Trusted);
    const bool questioned = line.state == feedback::LabelState::Questioned;
    m_question->setVisible(questioned);
    m_vouch->setVisible(questioned);
}

void CorrectionDetail::showMany(int count, bool allExcluded)
{
    showNone();
    setEnabled(true);
    m_text->setEnabled(false);
    m_picture->setText(tr("%n corrections are selected.", nullptr, count));
    m_learn->setChecked(!allExcluded);
}

void CorrectionDetail::showNone()
{
    saveText();
    saveWriter();
    m_id = 0;
    m_image = {};
    m_storedText.clear();
    m_storedWriter.clear();
    m_picture->clear();
    m_text->clear();
    m_machine->clear();
    m_writer->clear();
    m_learn->setChecked(false);
    m_question->hide();
    m_vouch->hide();
    setEnabled(false);
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
    const QString text = m_text->text().simplified().normalized(QString::NormalizationForm_C);
    if (m_id == 0 || text == m_storedText)
        return;
    if (text.isEmpty()) {
        m_text->setText(m_storedText); // a line without text is deleted, not emptied
        return;
    }
    m_storedText = text;
    Q_EMIT textChanged(m_id, text);
}

void CorrectionDetail::saveWriter()
{
    const QString writer = m_writer->text().simplified();
    if (m_id == 0 || writer == m_storedWriter)
        return;
    m_storedWriter = writer;
    Q_EMIT writerChanged(m_id, writer);
}

} // namespace longhand::ui
