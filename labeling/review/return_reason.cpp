#include "labeling/review/return_reason.h"

#include <algorithm>

namespace jaedan {
namespace {

constexpr std::array<std::string_view, kAllReturnReasons.size()> kReasonIds = {
    "outline", "missing_garment", "wrong_part", "wrong_label", "photo_unusable", "other"};

}  // namespace

std::string_view id_of(ReturnReason reason) { return kReasonIds[static_cast<std::size_t>(reason)]; }

Message message_of(ReturnReason reason) {
  switch (reason) {
    case ReturnReason::kOutline: return {"return_reason.outline", "the outline is not right"};
    case ReturnReason::kMissingGarment: return {"return_reason.missing_garment", "a garment is missing"};
    case ReturnReason::kWrongPart: return {"return_reason.wrong_part", "a garment is of another part"};
    case ReturnReason::kWrongLabel: return {"return_reason.wrong_label", "a label is wrong"};
    case ReturnReason::kPhotoUnusable: return {"return_reason.photo_unusable", "the photo cannot be used"};
    case ReturnReason::kOther: return {"return_reason.other", "another reason"};
  }
  return {};
}

std::optional<ReturnReason> return_reason_from_id(std::string_view id) {
  const auto known = std::find(kReasonIds.begin(), kReasonIds.end(), id);
  if (known == kReasonIds.end()) return std::nullopt;
  return kAllReturnReasons[static_cast<std::size_t>(known - kReasonIds.begin())];
}

}  // namespace jaedan
