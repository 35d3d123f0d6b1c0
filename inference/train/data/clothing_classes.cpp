#include "inference/train/data/clothing_classes.h"

#include <map>
#include <string>

#include "labeling/base/fnv1a.h"

namespace jaedan::inference {

const ClothingClass* clothing_class(const std::string& label) {
  static const std::map<std::string, ClothingClass> classes = {
      {"T-Shirt", {Part::kTop, "tshirt"}}, {"Longsleeve", {Part::kTop, ""}},   {"Shirt", {Part::kTop, "shirt"}},
      {"Undershirt", {Part::kTop, "top"}}, {"Top", {Part::kTop, "top"}},       {"Polo", {Part::kTop, ""}},
      {"Blouse", {Part::kTop, "blouse"}},  {"Hoodie", {Part::kTop, "hoodie"}}, {"Blazer", {Part::kOuter, "jacket"}},
      {"Outwear", {Part::kOuter, ""}},     {"Pants", {Part::kBottom, ""}},     {"Shorts", {Part::kBottom, "pants"}},
      {"Skirt", {Part::kBottom, "skirt"}}, {"Dress", {Part::kDress, "dress"}}};
  const auto found = classes.find(label);
  return found == classes.end() ? nullptr : &found->second;
}

bool is_kept_aside(std::string_view photo_name) { return fnv1a_32(photo_name) % 10 == 0; }

}  // namespace jaedan::inference
