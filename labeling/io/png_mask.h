#pragma once

#include <string_view>

#include "labeling/base/result.h"
#include "labeling/domain/mask.h"

namespace jaedan::labeling {

/// How a PNG keeps its pixels, as a person would say it: "RGB colour", "16-bit grey", …; `bytes` start with its header.
Message png_kind(std::string_view bytes);
/// Whether its pixels are numbers of a palette.
bool has_png_palette(std::string_view bytes);

/// The palette numbers of such a PNG, which label masks keep their classes in. kCorrupt. The caller has checked the
/// size.
Result<Mask> png_palette_numbers(std::string_view bytes);

}  // namespace jaedan::labeling
