#pragma once

#include <stop_token>
#include <string>

#include <QDialog>

#include "longhand/app/learning_overview.h"

class QLabel;
class QProgressBar;

namespace longhand::ui
{

class LineChangeList;

/// Two models read all corrected lines; the lines they read differently stand side by side.
class ModelComparisonDialog : public QDialog
{
    Q_OBJECT
public:
    /// Ids as app::modelChoice takes them, and what a person calls the models. Begins at once.
    struct Side {
        std::string id;
        QString name;
    };
    ModelComparisonDialog(const app::LearningPlaces& places, const Side& first, const Side& second,
                          QWidget* parent = nullptr);
    ~ModelComparisonDialog() override;

    void setPicture(qint64 id, const QImage& picture);

Q_SIGNALS:
    void pictureWanted(qint64 id);

private:
    void showNothing();

    QLabel* m_title; // all: owned by this (Qt parent)
    QProgressBar* m_busy;
    LineChangeList* m_better;
    LineChangeList* m_worse;
    std::stop_source m_stop;
};

} // namespace longhand::ui
