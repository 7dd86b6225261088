#pragma once

namespace longhand::cli
{

/// Whether the arguments ask for a command or an option of the program (`recognize ...`, `--help`) and not for the
/// window: no argument at all, or pictures and folders to open in it.
bool wantsCommand(int argc, const char* const* argv);

/// Runs the command and returns the program's exit code: 0 all done, 1 something failed, 2 wrong usage, 128 + n when
/// signal n stopped it. Needs no display. Expects SIGPIPE and SIGXFSZ to be ignored, so that they come back as errors.
int run(int argc, const char* const* argv);

/// For the program itself, when there is no screen to show the window on. Returns the exit code.
int refuseWindow();

} // namespace longhand::cli
