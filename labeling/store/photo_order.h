#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace jaedan::labeling {

/// What a photo list goes by. Photos with the same stand in the order in which they were added.
enum class PhotoKey {
  kAdded,  ///< the order in which they were added: ascending id
  kName,   ///< search_key of the name, byte by byte
  kScore,  ///< worst_score, the least sure first; photos without prediction last
  kTime,   ///< of the last change, the oldest first; photos that were never changed last
};
inline constexpr std::array<PhotoKey, 4> kAllPhotoKeys = {PhotoKey::kAdded, PhotoKey::kName, PhotoKey::kScore,
                                                          PhotoKey::kTime};

struct PhotoOrder {
  PhotoKey key = PhotoKey::kAdded;
  bool reversed = false;  ///< the other way round, but what has no score or no change still stands last

  friend bool operator==(PhotoOrder a, PhotoOrder b) { return a.key == b.key && a.reversed == b.reversed; }
  friend bool operator!=(PhotoOrder a, PhotoOrder b) { return !(a == b); }
};

/// ASCII id: added, name, score, time.
std::string_view id_of(PhotoKey key);
/// Nothing for any other text.
std::optional<PhotoKey> photo_key_from_id(std::string_view id);

}  // namespace jaedan::labeling
