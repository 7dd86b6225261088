#pragma once

#include <vector>

#include <QFrame>
#include <QImage>
#include <QList>

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

    /// What is typed and not stored yet stays while the same lines are shown, and is saved when others are.
    void showLine(const feedback::StoredLine& line);
    void showMany(const std::vector<const feedback::StoredLine*>& lines);
    void showNone();
    void setPicture(const QImage& picture);

Q_SIGNALS:
    void textChanged(qint64 id, const QString& text); ///< never empty
    void writerChanged(const QList<qint64>& ids, const QString& writer);
    void excludedChanged(bool excluded);
    void vouched(); ///< the text of a questioned line is right
    void removalRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void turnTo(QList<qint64> ids);
    void saveText();
    void saveWriter();
    void paintPicture();

    QList<qint64> m_ids; ///< of the lines shown, in order
    QString m_storedText;
    QString m_storedWriter; ///< that all lines shown have; empty where they differ
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
