#pragma once

#include <optional>
#include <string>

#include "app/gui/base/ui.h"
#include "app/gui/project/document.h"

namespace jaedan::gui {

/// "Outline: 소매가 빠졌음": why and with what words; either may be missing.
std::string words_of(const Strings& text, const labeling::Comment& comment);

/// What people say of the photo, with the numbers of its pins (canvas.h): open ones in full, settled ones in grey. Asks
/// for SettleComment. Nothing where nothing was said.
void comments_list(const Ui& ui, const Document& document);
/// Where something more is said, pinned to `pin` if there is one. Asks for SayOfPhoto, with the button or Enter; then
/// words and pin are gone.
void comment_field(const Ui& ui, PhotoId photo, std::string& words, std::optional<Point>& pin);

}  // namespace jaedan::gui
