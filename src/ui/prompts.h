#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QString>
#include <QStringList>

#include "longhand/formats/export.h"
#include "longhand/formats/text_layout.h"

class QWidget;

namespace longhand::ui
{

struct ExportTarget {
    QString file;
    formats::Format format = formats::Format::Txt;
    formats::TextLayout layout = formats::TextLayout::Lines; ///< where the format has one
    std::vector<int> pages;                                  ///< their ids; empty: those that were suggested
};

/// What the export dialog begins with.
struct ExportSuggestion : ExportTarget {
    struct Choice {
        QString title;
        std::vector<int> pages;
    };
    std::vector<Choice> choices;                                        ///< the first is suggested
    std::function<formats::Document(const std::vector<int>&)> document; ///< as it stands, for the preview
};

enum class EditsChoice { Save, Discard };

/// Everything the window asks a person. Each question returns at once and calls back when it is answered; a dismissed
/// question never calls back. Tests answer in place of dialogs.
class Prompts
{
public:
    virtual ~Prompts() = default;

    virtual void openPictures(QWidget* parent, const QString& folder, std::function<void(QStringList)> opened) = 0;
    /// `suggestion` has the suffix of its format.
    virtual void exportTarget(QWidget* parent, const ExportSuggestion& suggestion,
                              std::function<void(ExportTarget)> chosen) = 0;
    virtual void replaceFiles(QWidget* parent, const QStringList& files, std::function<void()> replace) = 0;
    virtual void openProject(QWidget* parent, const QString& folder, std::function<void(QString)> opened) = 0;
    /// Asks before replacing. The name may lack the suffix.
    virtual void saveProject(QWidget* parent, const QString& suggestion, std::function<void(QString)> chosen) = 0;
    /// `name`: of the picture that is missing.
    virtual void locatePicture(QWidget* parent, const QString& name, std::function<void(QString)> located) = 0;
    /// Before work would be lost. `question` names what is about to happen.
    virtual void unsavedEdits(QWidget* parent, const QString& question, std::function<void(EditsChoice)> chosen) = 0;
};

/// The dialogs of the desktop.
std::unique_ptr<Prompts> makeDialogPrompts();

/// What the export dialog calls a format, e.g. "Plain text".
QString formatTitle(formats::Format format);
/// `file` with the suffix of `format` in place of that of any other format.
QString withSuffix(const QString& file, formats::Format format);

} // namespace longhand::ui
