#include "ui/exporter.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QWidget>

namespace longhand::ui
{

namespace
{

const QString kFormatKey = QStringLiteral("export/format");
const QString kFolderKey = QStringLiteral("export/folder");

} // namespace

Exporter::Exporter(PageModel& pages, app::DocumentWriter& writer, Prompts& prompts, QSettings& settings,
                   QWidget& window)
    : QObject(&window), m_pages(pages), m_writer(writer), m_prompts(prompts), m_settings(settings), m_window(window)
{
    connect(&m_writer, &app::DocumentWriter::written, this, [this](int job, const QStringList& files) {
        const auto running = m_running.extract(job);
        if (running.empty())
            return;
        for (const auto& [id, revision] : running.mapped().revisions) {
            PageItem* page = m_pages.find(id);
            if (page && page->text && page->text->revision() == revision)
                page->text->markSaved();
        }
        Q_EMIT exported(files);
    });
    connect(&m_writer, &app::DocumentWriter::failed, this, [this](int job, const Error& error) {
        if (m_running.erase(job) > 0)
            Q_EMIT failed(QString::fromStdString(error.detail));
    });
}

void Exporter::exportPages(const std::vector<int>& ids)
{
    std::vector<int> readable;
    for (const int id : ids)
        if (const PageItem* page = m_pages.find(id); page && page->text)
            readable.push_back(id);
    if (readable.empty())
        return;
    m_prompts.exportTarget(&m_window, suggestion(readable), [this, readable](const ExportTarget& target) {
        QStringList existing;
        for (const auto& file : app::filesWritten(target.format, QFileInfo(target.file).filesystemFilePath(),
                                                  static_cast<int>(readable.size())))
            if (QFileInfo::exists(QFileInfo(file).filePath()))
                existing.append(QFileInfo(file).filePath());
        if (existing.isEmpty())
            write(readable, target);
        else
            m_prompts.replaceFiles(&m_window, existing, [this, readable, target] { write(readable, target); });
    });
}

ExportTarget Exporter::suggestion(const std::vector<int>& ids) const
{
    const PageItem& first = *m_pages.find(ids.front());
    ExportTarget target;
    const auto named = formats::formatFromName(m_settings.value(kFormatKey).toString().toStdString());
    target.format = named.value_or(formats::Format::Txt);
    QString folder = m_settings.value(kFolderKey).toString();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = first.source.file.empty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                           : QFileInfo(first.source.file).path();
    // One picture gives its name to the text; several pages share that of their folder.
    QString stem = first.source.file.empty() ? first.name : QFileInfo(first.source.file).completeBaseName();
    if (ids.size() > 1 && !first.source.file.empty())
        stem = QFileInfo(first.source.file).dir().dirName();
    if (stem.isEmpty())
        stem = tr("pages");
    target.file = withSuffix(QDir(folder).filePath(stem) + QStringLiteral(".txt"), target.format);
    return target;
}

void Exporter::write(const std::vector<int>& ids, const ExportTarget& target)
{
    app::WriteJob job;
    job.format = target.format;
    job.target = QFileInfo(target.file).filesystemFilePath();
    job.document.modelName = m_modelName.toStdString();
    Running running;
    for (const int id : ids) {
        const PageItem* page = m_pages.find(id);
        if (!page || !page->text)
            continue;
        job.document.pages.push_back(page->text->edited());
        job.pictures.push_back(page->source);
        running.revisions.emplace_back(id, page->text->revision());
    }
    const std::string_view name = formats::formatName(target.format);
    m_settings.setValue(kFormatKey, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    m_settings.setValue(kFolderKey, QFileInfo(target.file).path());
    m_running.emplace(m_nextJob, std::move(running));
    m_writer.write(m_nextJob++, std::move(job));
}

} // namespace longhand::ui
