#pragma once

#include <QFrame>
#include <QImage>

#include "longhand/app/feedback_service.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace longhand::ui
{

/// One correction to look at closely and to mend; several to be changed together.
class CorrectionDetail : public QFrame
{
    Q_OBJECT
public:
    explicit CorrectionDetail(QWidget* parent = nullptr);

    void showLine(const feedback::StoredLine& line);
    void showMany(int count, bool allExcluded);
    void showNone();
    void setPicture(const QImage& picture);

Q_SIGNALS:
    void textChanged(qint64 id, const QString& text); ///< never empty
    void writerChanged(qint64 id, const QString& writer);
    void excludedChanged(bool excluded);
    void vouched(); ///< the text of a questioned line is right
    void removalRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void saveText();
    void saveWriter();
    void paintPicture();

    qint64 m_id = 0; ///< 0: none, or several
    QString m_storedText;
    QString m_storedWriter;
    QImage m_image;
    QLabel* m_picture; // all widgets: owned by this (Qt parent)
    QLineEdit* m_text;
    QLabel* m_machine;
    QLineEdit* m_writer;
    QCheckBox* m_learn;
    QLabel* m_question;
    QPushButton* m_vouch;
    QPushButton* m_remove;
};

} // namespace longhand::ui
