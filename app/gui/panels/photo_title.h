#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/gui/base/ui.h"

namespace jaedan::gui {

/// "3 of 30": where a photo stands among those that the list shows; empty when it is not there.
std::string place_in_list(const Strings& text, std::optional<std::int64_t> index, std::int64_t count);

/// Above the photo: its name, and its place in the list.
void photo_title(const Ui& ui, const std::string& name, const std::string& place);

}  // namespace jaedan::gui
