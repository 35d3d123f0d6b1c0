#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "labeling/base/message.h"

namespace jaedan {

/// Why an inspector sends a photo back. What more there is to say is said in words, pinned to a place or not.
enum class ReturnReason { kOutline, kMissingGarment, kWrongPart, kWrongLabel, kPhotoUnusable, kOther };
/// All of them, as a list shows them.
inline constexpr std::array<ReturnReason, 6> kAllReturnReasons = {
    ReturnReason::kOutline,    ReturnReason::kMissingGarment, ReturnReason::kWrongPart,
    ReturnReason::kWrongLabel, ReturnReason::kPhotoUnusable,  ReturnReason::kOther};

/// ASCII id, which is stored: outline, missing_garment, wrong_part, wrong_label, photo_unusable, other.
std::string_view id_of(ReturnReason reason);
/// The same as an argument of a sentence, so that it is said in the window's language.
Message message_of(ReturnReason reason);
std::optional<ReturnReason> return_reason_from_id(std::string_view id);

}  // namespace jaedan
