#include "ui/exporter.h"

#include <set>

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QWidget>

#include "ui/language_names.h"

namespace longhand::ui
{

namespace
{

const QString kFormatKey = QStringLiteral("export/format");
const QString kFolderKey = QStringLiteral("export/folder");
const QString kLayoutKey = QStringLiteral("export/layout");

} // namespace

Exporter::Exporter(PageModel& pages, app::DocumentWriter& writer, Prompts& prompts, QSettings& settings,
                   QWidget& window)
    : QObject(&window), m_pages(pages), m_writer(writer), m_prompts(prompts), m_settings(settings), m_window(window)
{
    connect(&m_writer, &app::DocumentWriter::written, this, [this](int job, const QStringList& files) {
        const auto running = m_running.extract(job);
        if (running.empty())
            return;
        remember(running.mapped());
        Q_EMIT exported(files);
    });
    connect(&m_writer, &app::DocumentWriter::failed, this, [this](int job, const Error& error) {
        const auto running = m_running.extract(job);
        if (running.empty())
            return;
        remember(running.mapped());
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
        const std::vector<int>& chosen = target.pages.empty() ? readable : target.pages;
        QStringList existing;
        for (const auto& file : app::filesWritten(target.format, QFileInfo(target.file).filesystemFilePath(),
                                                  static_cast<int>(chosen.size())))
            if (QFileInfo::exists(QFileInfo(file).filePath()))
                existing.append(QFileInfo(file).filePath());
        if (existing.isEmpty())
            write(chosen, target);
        else
            m_prompts.replaceFiles(&m_window, existing, [this, chosen, target] { write(chosen, target); });
    });
}

ExportSuggestion Exporter::suggestion(const std::vector<int>& ids) const
{
    const PageItem& first = *m_pages.find(ids.front());
    ExportSuggestion target;
    const auto named = formats::formatFromName(m_settings.value(kFormatKey).toString().toStdString());
    target.format = named.value_or(formats::Format::Txt);
    target.layout = formats::layoutFromName(m_settings.value(kLayoutKey).toString().toStdString())
                        .value_or(formats::TextLayout::Lines);
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
    target.choices = choices(ids);
    target.document = [this](const std::vector<int>& pages) { return documentOf(pages)(); };
    target.file = withSuffix(QDir(folder).filePath(stem) + QStringLiteral(".txt"), target.format);
    return target;
}

std::vector<ExportSuggestion::Choice> Exporter::choices(const std::vector<int>& ids) const
{
    const auto titled = [this](const std::vector<int>& pages) {
        return pages.size() == 1 ? m_pages.find(pages.front())->name
                                 : tr("%n pages", nullptr, static_cast<int>(pages.size()));
    };
    std::vector<int> all;
    for (const auto& page : m_pages.pages())
        if (page->text)
            all.push_back(page->id);
    std::vector<int> selected;
    for (const int id : m_selection ? m_selection() : std::vector<int>())
        if (const PageItem* page = m_pages.find(id); page && page->text)
            selected.push_back(id);
    std::vector<ExportSuggestion::Choice> choices{{titled(ids), ids}};
    if (selected.size() > 1 && selected != ids && selected != all)
        choices.push_back({tr("The %n selected pages", nullptr, static_cast<int>(selected.size())), selected});
    if (all != ids)
        choices.push_back({tr("All %n pages", nullptr, static_cast<int>(all.size())), all});
    return choices;
}

std::function<formats::Document()> Exporter::documentOf(const std::vector<int>& ids) const
{
    formats::Document head;
    head.modelName = m_modelName.toStdString();
    std::vector<TextSnapshot> pages;
    std::set<QString> languages;
    for (const int id : ids) {
        const PageItem* page = m_pages.find(id);
        if (!page || !page->text)
            continue;
        pages.push_back(page->text->snapshot());
        languages.insert(page->settings.language);
    }
    if (languages.size() == 1)
        head.language = bcp47(*languages.begin()).toStdString();
    return [head = std::move(head), pages = std::move(pages)] {
        formats::Document document = head;
        for (const TextSnapshot& page : pages)
            document.pages.push_back(editedPage(*page.reading, page.text));
        return document;
    };
}

void Exporter::write(const std::vector<int>& ids, const ExportTarget& target)
{
    app::WriteJob job;
    job.format = target.format;
    job.layout = target.layout;
    job.target = QFileInfo(target.file).filesystemFilePath();
    job.document = documentOf(ids);
    for (const int id : ids) {
        const PageItem* page = m_pages.find(id);
        if (!page || !page->text)
            continue;
        job.pictures.push_back(sourceOf(*page));
    }
    m_running.emplace(m_nextJob, target);
    m_writer.write(m_nextJob++, std::move(job));
}

void Exporter::remember(const ExportTarget& target)
{
    const std::string_view name = formats::formatName(target.format);
    m_settings.setValue(kFormatKey, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    const std::string_view layout = formats::layoutName(target.layout);
    m_settings.setValue(kLayoutKey, QString::fromUtf8(layout.data(), static_cast<qsizetype>(layout.size())));
    m_settings.setValue(kFolderKey, QFileInfo(target.file).path());
}

} // namespace longhand::ui
