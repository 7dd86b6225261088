#pragma once

#include <vector>

#include <QStringList>

#include "ui/page_model.h"

class QMimeData;

namespace longhand::ui
{

/// Whether the file is a project, by its name.
bool isProject(const QString& path);
/// A page for each picture file, which nobody has looked into yet.
std::vector<PageItem> pagesOf(const QStringList& files);
/// Of what was dropped or pasted.
QStringList localFiles(const QMimeData& data);

} // namespace longhand::ui
