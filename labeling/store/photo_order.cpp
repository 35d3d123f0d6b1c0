#include "labeling/store/photo_order.h"

namespace jaedan::labeling {

std::string_view id_of(PhotoKey key) {
  switch (key) {
    case PhotoKey::kName: return "name";
    case PhotoKey::kScore: return "score";
    case PhotoKey::kTime: return "time";
    case PhotoKey::kAdded: break;
  }
  return "added";
}

std::optional<PhotoKey> photo_key_from_id(std::string_view id) {
  for (const PhotoKey key : kAllPhotoKeys) {
    if (id_of(key) == id) return key;
  }
  return std::nullopt;
}

}  // namespace jaedan::labeling
