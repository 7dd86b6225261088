#pragma once

#include <QDialog>

#include "ui/prompts.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace longhand::ui
{

/// What is to be exported, in which format and as what kind of text, with a look at the outcome. The name of the file
/// is asked for afterwards.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(ExportSuggestion suggestion, QWidget* parent);

    /// With the file of the suggestion, its suffix that of the chosen format.
    [[nodiscard]] ExportTarget target() const;

private:
    void update();
    [[nodiscard]] formats::Format format() const;
    [[nodiscard]] formats::TextLayout layout() const;

    ExportSuggestion m_suggestion;
    QComboBox* m_pages; // all widgets: owned by this (Qt parent)
    QComboBox* m_format;
    QButtonGroup* m_layout;
    QLabel* m_note;
    QPlainTextEdit* m_preview;
};

} // namespace longhand::ui
