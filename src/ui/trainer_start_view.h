#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QSettings>
#include <QWidget>

#include "longhand/app/learning_overview.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace longhand::ui
{

/// What there is to learn from, what it may cost, and the button that begins.
class TrainerStartView : public QWidget
{
    Q_OBJECT
public:
    /// `settings` must outlive this object.
    explicit TrainerStartView(QSettings& settings, QWidget* parent = nullptr);

    /// `uncorrected`: lines of the open pages of the chosen writer that nobody has corrected.
    void show(const app::LearningOverview& overview, int uncorrected = 0);
    /// Now, or as soon as there are lines of `writer`.
    void chooseWriter(const QString& writer);
    /// Everybody's lines (nullopt) or one writer's.
    [[nodiscard]] std::optional<std::string> writer() const;
    /// Those lines are to be examples too; never of everybody's.
    [[nodiscard]] bool usesUncorrected() const;
    [[nodiscard]] int minutes() const;
    [[nodiscard]] int cores() const;

Q_SIGNALS:
    void writerChanged();
    void learnRequested();
    void questionedRequested();
    void enrolmentRequested();
    void nextLinesRequested();
    /// Somebody wants to say whose hand the pages are in.
    void writerRequested();

private:
    void offerWriters(const std::vector<feedback::WriterSummary>& writers);
    [[nodiscard]] QString tooFewText(const app::LearningOverview& overview) const;
    [[nodiscard]] QString enoughText(const app::LearningOverview& overview) const;
    [[nodiscard]] QString hintText(const app::LearningOverview& overview) const;

    QSettings& m_settings;
    QString m_wanted; ///< the writer to be chosen as soon as there are lines of that name
    QLabel* m_title;  // all: owned by this (Qt parent)
    QLabel* m_overview;
    QWidget* m_choices;
    QComboBox* m_writer;
    QPushButton* m_sayWriter;
    QLabel* m_writerHint;
    QCheckBox* m_uncorrected;
    QSpinBox* m_minutes;
    QSpinBox* m_cores;
    QPushButton* m_learn;
    QLabel* m_hint;
    QWidget* m_questioned;
    QLabel* m_questionedText;
};

} // namespace longhand::ui
