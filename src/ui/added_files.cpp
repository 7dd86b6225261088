#include "ui/added_files.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace longhand::ui
{

bool isProject(const QString& path)
{
    return path.endsWith(QStringLiteral(".longhand"), Qt::CaseInsensitive) && QFileInfo(path).isFile();
}

std::vector<PageItem> pagesOf(const QStringList& files)
{
    std::vector<PageItem> items;
    for (const QString& file : files) {
        const QFileInfo info(file);
        PageItem& item = items.emplace_back();
        item.name = info.fileName();
        item.source.file = QFileInfo(info.absoluteFilePath()).filesystemFilePath();
        item.source.name = item.name.toStdString();
    }
    return items;
}

QStringList localFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

} // namespace longhand::ui
