#pragma once

#include <QWidget>

#include "longhand/app/learning.h"

class QImage;
class QLabel;
class QPushButton;

namespace longhand::ui
{

class LineChangeList;

/// What a learning run brought, in plain words, with the lines that read otherwise now, and the decision about it.
class TrainerResultView : public QWidget
{
    Q_OBJECT
public:
    explicit TrainerResultView(QWidget* parent = nullptr);

    void show(const app::LearningResult& result);
    void setPicture(qint64 id, const QImage& picture);

Q_SIGNALS:
    void accepted();
    void discarded();
    void keptAside(); ///< in the list of models, not in use
    void questionedRequested();
    void pictureWanted(qint64 id);

private:
    QLabel* m_title; // all: owned by this (Qt parent)
    QLabel* m_detail;
    QPushButton* m_questioned;
    LineChangeList* m_better;
    LineChangeList* m_worse;
    QPushButton* m_accept;
    QPushButton* m_keep;
    QPushButton* m_discard;
};

/// "Reads your hand with 31 % fewer errors, measured on 62 lines it had not seen."
QString gainText(const app::GateFigures& figures);

} // namespace longhand::ui
