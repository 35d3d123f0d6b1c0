#pragma once

namespace jaedan::gui {

/// jaedan-studio, from its command line to its exit code: 0 done, 1 a script failed, 2 wrong usage, 3 no
/// display, no project, no font.
int run_studio(int argc, const char* const* argv);

}  // namespace jaedan::gui
