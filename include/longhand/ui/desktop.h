#pragma once

namespace longhand::ui
{

/// The desktop window, from the first paint until it is closed; picture files and folders among the arguments are
/// opened. Returns the exit code of the program.
int runDesktop(int& argc, char** argv);

} // namespace longhand::ui
