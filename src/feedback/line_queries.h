#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <QString>
#include <QVariant>

#include "feedback/database.h"
#include "longhand/feedback/feedback_store.h"

namespace longhand::feedback
{

/// Never null, which SQLite would refuse.
QString toQt(const std::string& utf8);
std::string fromQt(const QVariant& value);
qint64 toMilliseconds(Time time);
Time fromMilliseconds(const QVariant& value);

/// What the columns `outline` and `machine_words` hold.
QString outlineText(const Polygon& outline);
QString wordsText(const std::vector<WordReading>& words);

/// Hands every line of the filter to `use`, in the filter's order.
Result<void> forEachLine(Database& database, const LineFilter& filter, const std::function<void(StoredLine)>& use);

/// NotFound when there is no line `id`.
Result<StoredLine> findLine(Database& database, std::int64_t id);
Error noSuchLine(const Database& database, std::int64_t id);

} // namespace longhand::feedback
