#pragma once

namespace longhand::ui
{

/// Makes the lines of every PageView children that a screen reader walks through: name is number and text, description
/// doubt and state. To be called before the first window is shown; more calls do nothing.
void installAccessiblePageView();

} // namespace longhand::ui
