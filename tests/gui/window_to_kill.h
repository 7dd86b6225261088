#pragma once

namespace longhand::test
{

inline constexpr const char* kWindowToKill = "--window-to-kill";

/// A window that opens a picture, has text typed into it, says "typed" and waits to be killed. Arguments: the picture
/// and the folder for the user's data.
int runWindowToKill(int argc, char** argv);

} // namespace longhand::test
