#pragma once

#include <string>
#include <string_view>

#include "app/gui/words/strings.h"
#include "labeling/base/result.h"

namespace jaedan::gui {

/// An error's sentence in the window's language. The layers below speak English; for Korean, the clauses an
/// annotator can meet are exchanged, names and numbers around them stay. A sentence with no known clause says
/// what kind of error it is in Korean and keeps its own words behind.
std::string error_text(const Error& error, const Strings& text);
/// The same for the reason of a batch's failed item, which has lost its code.
std::string reason_text(std::string_view reason, const Strings& text);

}  // namespace jaedan::gui
