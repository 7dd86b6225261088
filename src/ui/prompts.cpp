#include "ui/prompts.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace longhand::ui
{

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Prompts", text);
}

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
        auto* dialog = new QFileDialog(parent, tr("Open Pictures"), folder);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFiles);
        dialog->setNameFilters({tr("Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)"), tr("All files (*)")});
        QObject::connect(dialog, &QFileDialog::filesSelected, parent, std::move(opened));
        dialog->open();
    }

    void exportTarget(QWidget* parent, const ExportTarget& suggestion,
                      std::function<void(ExportTarget)> chosen) override
    {
        auto* dialog = new QFileDialog(parent, tr("Export"), QFileInfo(suggestion.file).path());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        // The window asks about replacing, as one name here can stand for several files.
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        const std::vector<formats::Format> formats = formats::allFormats();
        QStringList filters;
        for (const formats::Format format : formats)
            filters.append(filterOf(format));
        dialog->setNameFilters(filters);
        dialog->selectNameFilter(filterOf(suggestion.format));
        dialog->selectFile(QFileInfo(suggestion.file).fileName());
        const auto format = [dialog, filters, formats] {
            const auto index = std::max<qsizetype>(filters.indexOf(dialog->selectedNameFilter()), 0);
            return formats[static_cast<std::size_t>(index)];
        };
        QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, format] {
            if (const QStringList files = dialog->selectedFiles(); !files.isEmpty())
                dialog->selectFile(QFileInfo(withSuffix(files.first(), format())).fileName());
        });
        QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                         [format, chosen = std::move(chosen)](const QString& file) {
                             chosen({withSuffix(file, format()), format()});
                         });
        dialog->open();
    }

    void replaceFiles(QWidget* parent, const QStringList& files, std::function<void()> replace) override
    {
        const QString question = files.size() == 1
                                     ? tr("“%1” is already there. Replace it?").arg(QFileInfo(files.first()).fileName())
                                     : tr("%1 of the files are already there. Replace them?").arg(files.size());
        auto* box = messageBox(parent, question);
        box->setInformativeText(files.join(QLatin1Char('\n')));
        QPushButton* yes = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
        box->addButton(QMessageBox::Cancel);
        box->setDefaultButton(QMessageBox::Cancel);
        QObject::connect(box, &QMessageBox::buttonClicked, parent, [yes, replace = std::move(replace)](auto* clicked) {
            if (clicked == yes)
                replace();
        });
        box->open();
    }

    void unsavedEdits(QWidget* parent, const QString& question, std::function<void(EditsChoice)> chosen) override
    {
        auto* box = messageBox(parent, question);
        box->setInformativeText(tr("Your corrections have not been exported. Without that they are lost."));
        QPushButton* save = box->addButton(tr("Export…"), QMessageBox::AcceptRole);
        QPushButton* discard = box->addButton(tr("Discard Corrections"), QMessageBox::DestructiveRole);
        box->addButton(QMessageBox::Cancel);
        box->setDefaultButton(save);
        QObject::connect(box, &QMessageBox::buttonClicked, parent,
                         [save, discard, chosen = std::move(chosen)](auto* clicked) {
                             if (clicked == save)
                                 chosen(EditsChoice::Export);
                             else if (clicked == discard)
                                 chosen(EditsChoice::Discard);
                         });
        box->open();
    }

private:
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
        return tr("Plain text");
    case formats::Format::Markdown:
        return tr("Markdown");
    case formats::Format::Json:
        return tr("JSON with positions");
    case formats::Format::Hocr:
        return tr("hOCR");
    case formats::Format::Alto:
        return tr("ALTO XML");
    case formats::Format::PageXml:
        return tr("PAGE XML");
    case formats::Format::Pdf:
        return tr("PDF with selectable text");
    case formats::Format::Odt:
        return tr("OpenDocument text");
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
