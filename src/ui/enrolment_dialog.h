#pragma once

#include <stop_token>

#include <QDialog>

#include "longhand/app/enrolment.h"
#include "longhand/app/learning_overview.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace longhand::ui
{

class Notice;

/// The sample sheet: sentences to print and copy by hand; the photo of them becomes the first lines to learn from,
/// once a person has confirmed which line is which sentence.
class EnrolmentDialog : public QDialog
{
    Q_OBJECT
public:
    /// `language`: BCP 47, that of the sentences at first.
    EnrolmentDialog(app::LearningPlaces places, const QString& language, QWidget* parent = nullptr);
    ~EnrolmentDialog() override;

    /// Reads a photo of the copied sentences. Without effect while another one is read or its lines are looked at.
    void readPhoto(const QString& file);

Q_SIGNALS:
    void linesKept(int lines);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] QWidget* makeSentences();
    [[nodiscard]] QWidget* makeConfirmation();
    [[nodiscard]] bool takesPhoto() const;
    void showSentences();
    void showLines();
    void print();
    void savePdf();
    void askForPhoto();
    void keep();
    void updateKeep();

    app::LearningPlaces m_places;
    app::EnrolmentSheet m_sheet;
    std::stop_source m_stop;
    Notice* m_notice; // these: owned by this (Qt parent)
    QStackedWidget* m_stack;
    QComboBox* m_language;
    QLabel* m_sentences;
    QProgressBar* m_busy;
    QPushButton* m_photo;
    QTableWidget* m_lines;
    QLineEdit* m_writer;
    QPushButton* m_keep;
};

} // namespace longhand::ui
