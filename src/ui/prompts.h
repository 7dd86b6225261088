#pragma once

#include <functional>
#include <memory>

#include <QString>
#include <QStringList>

#include "longhand/formats/export.h"

class QWidget;

namespace longhand::ui
{

struct ExportTarget {
    QString file;
    formats::Format format = formats::Format::Txt;
};

enum class EditsChoice { Export, Discard };

/// Everything the window asks a person. Each question returns at once and calls back when it is answered; a dismissed
/// question never calls back. Tests answer in place of dialogs.
class Prompts
{
public:
    virtual ~Prompts() = default;

    virtual void openPictures(QWidget* parent, const QString& folder, std::function<void(QStringList)> opened) = 0;
    /// `suggestion` has the suffix of its format.
    virtual void exportTarget(QWidget* parent, const ExportTarget& suggestion,
                              std::function<void(ExportTarget)> chosen) = 0;
    virtual void replaceFiles(QWidget* parent, const QStringList& files, std::function<void()> replace) = 0;
    /// Before edits would be lost. `question` names what is about to happen.
    virtual void unsavedEdits(QWidget* parent, const QString& question, std::function<void(EditsChoice)> chosen) = 0;
};

/// The dialogs of the desktop.
std::unique_ptr<Prompts> makeDialogPrompts();

/// What the export dialog calls a format, e.g. "Plain text".
QString formatTitle(formats::Format format);
/// `file` with the suffix of `format` in place of that of any other format.
QString withSuffix(const QString& file, formats::Format format);

} // namespace longhand::ui
