#pragma once

#include <string>

#include "labeling/base/result.h"

namespace jaedan::labeling {

/// The folder with the files that ship with the programs (taxonomy/, models/, demo/ …), without a slash at the
/// end. The first that has a `taxonomy` folder: $JAEDAN_ASSETS, then `../assets` and `../../../assets` seen from
/// the program's own folder (installed beside it; run from a build folder), then /usr/share/jaedan.
/// kNotFound names the places that were tried. Thread-safe as long as nobody sets the environment.
Result<std::string> assets_dir();

}  // namespace jaedan::labeling
