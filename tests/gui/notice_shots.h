#pragma once

#include <functional>

#include <QSize>
#include <QString>
#include <QWidget>

namespace longhand::test
{

/// Shows what the window says when something is out of the ordinary, and what it asks about pages, on `picture` read
/// as `transcription`, and hands each window to `save` with its name.
void showNotices(const QString& picture, const QString& transcription, QSize size,
                 const std::function<void(QWidget& window, const QString& name)>& save);

} // namespace longhand::test
