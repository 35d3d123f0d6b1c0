#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "labeling/domain/part.h"

namespace jaedan::inference {

/// What the network says of a pixel. 1–4 are `mask_value(Part)`; the others keep a garment apart from what
/// touches it and count as "no garment" in every result.
enum class PixelClass : std::uint8_t {
  kNothing = 0,
  kOuter = 1,
  kTop = 2,
  kBottom = 3,
  kDress = 4,
  kBody = 5,  ///< skin, hair, face
  kShoes = 6,
  kLegwear = 7,
  kAccessory = 8,
};

inline constexpr int kPixelClassCount = 9;
inline constexpr int kPartCount = 4;

/// Label values that are no class: a pixel that teaches nothing, and one that is any class but a garment.
inline constexpr std::uint8_t kIgnoredPixel = 255;
inline constexpr std::uint8_t kNoGarmentPixel = 254;

inline constexpr std::array<std::string_view, kPixelClassCount> kPixelClassNames = {
    "nothing", "outer", "top", "bottom", "dress", "body", "shoes", "legwear", "accessory"};

/// One answer of the category head: a value id of the attribute "category" and the part it may be said of.
struct CategoryClass {
  std::string_view id;
  Part part;
};

inline constexpr std::array<CategoryClass, 21> kCategoryClasses = {{
    {"coat", Part::kOuter},     {"jacket", Part::kOuter},    {"jumper", Part::kOuter},        {"padding", Part::kOuter},
    {"vest", Part::kOuter},     {"cardigan", Part::kOuter},  {"zip_up", Part::kOuter},        {"top", Part::kTop},
    {"blouse", Part::kTop},     {"tshirt", Part::kTop},      {"knitwear", Part::kTop},        {"shirt", Part::kTop},
    {"bra_top", Part::kTop},    {"hoodie", Part::kTop},      {"jeans", Part::kBottom},        {"pants", Part::kBottom},
    {"skirt", Part::kBottom},   {"leggings", Part::kBottom}, {"jogger_pants", Part::kBottom}, {"dress", Part::kDress},
    {"jumpsuit", Part::kDress},
}};
inline constexpr int kCategoryCount = static_cast<int>(kCategoryClasses.size());

/// Index of `id` in `kCategoryClasses`, or −1.
constexpr int category_index(std::string_view id) {
  for (int i = 0; i < kCategoryCount; ++i) {
    if (kCategoryClasses[static_cast<std::size_t>(i)].id == id) return i;
  }
  return -1;
}

}  // namespace jaedan::inference
