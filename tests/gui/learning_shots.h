#pragma once

#include <functional>

#include <QString>
#include <QWidget>

namespace longhand::test
{

/// Shows the windows about learning with made-up figures, and hands each to `save` with its name.
void showLearning(const std::function<void(QWidget& window, const QString& name)>& save);

} // namespace longhand::test
