#include "ui/prompts.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include "ui/export_dialog.h"

namespace longhand::ui
{

namespace
{

QString suffixOf(formats::Format format)
{
    const std::string_view suffix = formats::fileSuffix(format);
    return QString::fromUtf8(suffix.data(), static_cast<qsizetype>(suffix.size()));
}

QString filterOf(formats::Format format)
{
    return QStringLiteral("%1 (*%2)").arg(formatTitle(format), suffixOf(format));
}

class DialogPrompts final : public Prompts
{
public:
    void openPictures(QWidget* parent, const QString& folder, std::function<void(QStringList)> opened) override
    {
        auto* dialog = new QFileDialog(parent, QCoreApplication::translate("Prompts", "Open Pictures"), folder);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFiles);
        dialog->setNameFilters(
            {QCoreApplication::translate("Prompts", "Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)"),
             QCoreApplication::translate("Prompts", "All files (*)")});
        QObject::connect(dialog, &QFileDialog::filesSelected, parent, std::move(opened));
        dialog->open();
    }

    void exportTarget(QWidget* parent, const ExportSuggestion& suggestion,
                      std::function<void(ExportTarget)> chosen) override
    {
        auto* dialog = new ExportDialog(suggestion, parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &QDialog::accepted, parent, [parent, dialog, chosen = std::move(chosen)] {
            askForName(parent, dialog->target(), chosen);
        });
        dialog->open();
    }

    void replaceFiles(QWidget* parent, const QStringList& files, std::function<void()> replace) override
    {
        const QString question =
            files.size() == 1
                ? QCoreApplication::translate("Prompts", "“%1” is already there. Replace it?")
                      .arg(QFileInfo(files.first()).fileName())
                : QCoreApplication::translate("Prompts", "%1 of the files are already there. Replace them?")
                      .arg(files.size());
        auto* box = messageBox(parent, question);
        box->setInformativeText(files.join(QLatin1Char('\n')));
        QPushButton* yes =
            box->addButton(QCoreApplication::translate("Prompts", "Replace"), QMessageBox::DestructiveRole);
        box->addButton(QMessageBox::Cancel);
        box->setDefaultButton(QMessageBox::Cancel);
        QObject::connect(box, &QMessageBox::buttonClicked, parent, [yes, replace = std::move(replace)](auto* clicked) {
            if (clicked == yes)
                replace();
        });
        box->open();
    }

    void openProject(QWidget* parent, const QString& folder, std::function<void(QString)> opened) override
    {
        auto* dialog = new QFileDialog(parent, QCoreApplication::translate("Prompts", "Open Project"), folder);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({QCoreApplication::translate("Prompts", "Longhand projects (*.longhand)"),
                                QCoreApplication::translate("Prompts", "All files (*)")});
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(opened));
        dialog->open();
    }

    void saveProject(QWidget* parent, const QString& suggestion, std::function<void(QString)> chosen) override
    {
        auto* dialog = new QFileDialog(parent, QCoreApplication::translate("Prompts", "Save Project"),
                                       QFileInfo(suggestion).path());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setNameFilters({QCoreApplication::translate("Prompts", "Longhand projects (*.longhand)")});
        dialog->setDefaultSuffix(QStringLiteral("longhand"));
        dialog->selectFile(QFileInfo(suggestion).fileName());
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
        dialog->open();
    }

    void locatePicture(QWidget* parent, const QString& name, std::function<void(QString)> located) override
    {
        auto* dialog = new QFileDialog(parent, QCoreApplication::translate("Prompts", "Where is “%1” now?").arg(name));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters(
            {QCoreApplication::translate("Prompts", "Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)"),
             QCoreApplication::translate("Prompts", "All files (*)")});
        dialog->selectFile(name);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(located));
        dialog->open();
    }

    void unsavedEdits(QWidget* parent, const QString& question, std::function<void(EditsChoice)> chosen) override
    {
        auto* box = messageBox(parent, question);
        box->setInformativeText(
            QCoreApplication::translate("Prompts", "Your work has not been saved. Without that it is lost."));
        QPushButton* save = box->addButton(QCoreApplication::translate("Prompts", "Save"), QMessageBox::AcceptRole);
        QPushButton* discard =
            box->addButton(QCoreApplication::translate("Prompts", "Discard"), QMessageBox::DestructiveRole);
        box->addButton(QMessageBox::Cancel);
        box->setDefaultButton(save);
        QObject::connect(box, &QMessageBox::buttonClicked, parent,
                         [save, discard, chosen = std::move(chosen)](auto* clicked) {
                             if (clicked == save)
                                 chosen(EditsChoice::Save);
                             else if (clicked == discard)
                                 chosen(EditsChoice::Discard);
                         });
        box->open();
    }

private:
    static void askForName(QWidget* parent, const ExportTarget& target, const std::function<void(ExportTarget)>& chosen)
    {
        auto* dialog = new QFileDialog(parent, QCoreApplication::translate("Prompts", "Export"),
                                       QFileInfo(target.file).path(), filterOf(target.format));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        // The window asks about replacing, as one name here can stand for several files.
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->selectFile(QFileInfo(target.file).fileName());
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, [target, chosen](const QString& file) {
            ExportTarget named = target;
            named.file = withSuffix(file, target.format);
            chosen(named);
        });
        dialog->open();
    }

    static QMessageBox* messageBox(QWidget* parent, const QString& question)
    {
        auto* box = new QMessageBox(QMessageBox::Question, QCoreApplication::applicationName(), question,
                                    QMessageBox::NoButton, parent);
        box->setAttribute(Qt::WA_DeleteOnClose);
        return box;
    }
};

} // namespace

std::unique_ptr<Prompts> makeDialogPrompts()
{
    return std::make_unique<DialogPrompts>();
}

QString formatTitle(formats::Format format)
{
    switch (format) {
    case formats::Format::Txt:
        return QCoreApplication::translate("Prompts", "Plain text");
    case formats::Format::Markdown:
        return QCoreApplication::translate("Prompts", "Markdown");
    case formats::Format::Json:
        return QCoreApplication::translate("Prompts", "JSON with positions");
    case formats::Format::Hocr:
        return QCoreApplication::translate("Prompts", "hOCR");
    case formats::Format::Alto:
        return QCoreApplication::translate("Prompts", "ALTO XML");
    case formats::Format::PageXml:
        return QCoreApplication::translate("Prompts", "PAGE XML");
    case formats::Format::Pdf:
        return QCoreApplication::translate("Prompts", "PDF with selectable text");
    case formats::Format::Odt:
        return QCoreApplication::translate("Prompts", "OpenDocument text");
    case formats::Format::Docx:
        return QCoreApplication::translate("Prompts", "Word document");
    }
    return {};
}

QString withSuffix(const QString& file, formats::Format format)
{
    if (file.endsWith(suffixOf(format), Qt::CaseInsensitive))
        return file;
    QString stem = file;
    for (const formats::Format other : formats::allFormats()) {
        if (file.endsWith(suffixOf(other), Qt::CaseInsensitive)) {
            stem.chop(suffixOf(other).size());
            break;
        }
    }
    return stem + suffixOf(format);
}

} // namespace longhand::ui
