#include "ui/questioned_lines.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace longhand::ui
{

namespace
{

constexpr int kPictureHeightPx = 64;
/// Requests of its own, told apart from those of the browser of corrections.
constexpr int kFirstRequest = 1 << 20;

} // namespace

QuestionedLines::QuestionedLines(app::FeedbackService& feedback, QWidget* parent)
    : QDialog(parent), m_feedback(feedback), m_request(kFirstRequest), m_title(new QLabel), m_picture(new QLabel),
      m_reading(new QLabel), m_text(new QLineEdit), m_keep(new QPushButton),
      m_leaveOut(new QPushButton(tr("&Leave Out"))), m_later(new QPushButton(tr("&Decide Later")))
{
    setObjectName(QStringLiteral("questionedLines"));
    setWindowTitle(tr("Really?"));
    resize(720, 240);
    m_title->setWordWrap(true);
    m_picture->setFixedHeight(kPictureHeightPx);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_picture->setAccessibleName(tr("Picture of the line"));
    m_reading->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("questionedText"));
    m_text->setAccessibleName(tr("Text of the line"));
    m_keep->setObjectName(QStringLiteral("questionedKeep"));
    m_keep->setDefault(true);
    m_leaveOut->setObjectName(QStringLiteral("questionedLeaveOut"));
    m_leaveOut->setToolTip(tr("Longhand does not learn from this line"));
    m_later->setObjectName(QStringLiteral("questionedLater"));
    auto* form = new QFormLayout;
    form->addRow(tr("Longhand reads:"), m_reading);
    form->addRow(tr("You wrote:"), m_text);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_keep);
    buttons->addWidget(m_leaveOut);
    buttons->addStretch(1);
    buttons->addWidget(m_later);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_picture);
    column->addLayout(form);
    column->addStretch(1);
    column->addLayout(buttons);

    connect(m_text, &QLineEdit::textEdited, this, [this] {
        const bool mended =
            m_current < m_lines.size() && m_text->text() != QString::fromStdString(m_lines[m_current].humanText);
        m_keep->setText(mended ? tr("&Save This Text") : tr("&Keep the Text"));
        m_keep->setEnabled(!m_text->text().trimmed().isEmpty());
    });
    connect(m_keep, &QPushButton::clicked, this, &QuestionedLines::keep);
    connect(m_leaveOut, &QPushButton::clicked, this, &QuestionedLines::leaveOut);
    connect(m_later, &QPushButton::clicked, this, &QuestionedLines::next);
    connect(&m_feedback, &app::FeedbackService::listed, this, [this](int request, const app::CorrectionList& list) {
        if (request != m_request)
            return;
        m_lines = list.lines;
        m_current = 0;
        showCurrent();
    });
    connect(&m_feedback, &app::FeedbackService::pictureLoaded, this, [this](qint64 id, const QImage& picture) {
        if (m_current >= m_lines.size() || m_lines[m_current].id != id || picture.isNull())
            return;
        const double ratio = devicePixelRatioF();
        QImage scaled = picture.scaledToHeight(static_cast<int>(kPictureHeightPx * ratio), Qt::SmoothTransformation);
        scaled.setDevicePixelRatio(ratio);
        m_picture->setPixmap(QPixmap::fromImage(scaled));
    });
}

void QuestionedLines::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    feedback::LineFilter filter;
    filter.state = feedback::LabelState::Questioned;
    m_feedback.list(++m_request, filter);
}

void QuestionedLines::showCurrent()
{
    m_picture->clear();
    if (m_current >= m_lines.size()) {
        accept();
        return;
    }
    const feedback::StoredLine& line = m_lines[m_current];
    m_title->setText(tr("Line %1 of %2: this text hardly fits the picture, so Longhand does not learn from it. Is it "
                        "really what is written there?")
                         .arg(m_current + 1)
                         .arg(m_lines.size()));
    m_reading->setText(QString::fromStdString(line.machineText));
    m_text->setText(QString::fromStdString(line.humanText));
    m_keep->setText(tr("&Keep the Text"));
    m_keep->setEnabled(true);
    m_text->setFocus();
    m_feedback.loadPicture(line.id);
}

void QuestionedLines::next()
{
    ++m_current;
    showCurrent();
}

void QuestionedLines::keep()
{
    const feedback::StoredLine& line = m_lines[m_current];
    const QString text = m_text->text().simplified();
    if (text != QString::fromStdString(line.humanText))
        m_feedback.setText(line.id, text);
    m_feedback.setState({line.id}, feedback::LabelState::Trusted);
    next();
}

void QuestionedLines::leaveOut()
{
    m_feedback.setState({m_lines[m_current].id}, feedback::LabelState::Excluded);
    next();
}

} // namespace longhand::ui
