#include <map>

#include "inference/train/data_folders.h"
#include "inference/train/folder_reading.h"

namespace jaedan::inference {
namespace {

// A class that could be two categories (Longsleeve, Polo, Outwear, …) names its part only: category "".
struct Meaning {
  Part part;
  std::string_view category;
};

const std::map<std::string, Meaning>& meanings() {
  static const std::map<std::string, Meaning> map = {
      {"T-Shirt", {Part::kTop, "tshirt"}}, {"Longsleeve", {Part::kTop, ""}},   {"Shirt", {Part::kTop, "shirt"}},
      {"Undershirt", {Part::kTop, "top"}}, {"Top", {Part::kTop, "top"}},       {"Polo", {Part::kTop, ""}},
      {"Blouse", {Part::kTop, "blouse"}},  {"Hoodie", {Part::kTop, "hoodie"}}, {"Blazer", {Part::kOuter, "jacket"}},
      {"Outwear", {Part::kOuter, ""}},     {"Pants", {Part::kBottom, ""}},     {"Shorts", {Part::kBottom, "pants"}},
      {"Skirt", {Part::kBottom, "skirt"}}, {"Dress", {Part::kDress, "dress"}}};
  return map;
}

}  // namespace

Result<std::vector<TrainingItem>> read_clothing_folder(const std::string& folder, const FolderOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(auto rows, read_csv(folder + "/images.csv"));
  std::vector<std::pair<std::string, Meaning>> chosen;
  // There is no split: all of it is for training.
  if (options.only && *options.only != Split::kTrain) return std::vector<TrainingItem>{};
  for (const auto& row : rows) {
    if (row.size() < 2) return Error{ErrorCode::kCorrupt, folder + "/images.csv: needs the columns image,label"};
    const auto meaning = meanings().find(row[1]);
    if (meaning != meanings().end()) chosen.emplace_back(row[0], meaning->second);
  }
  return read_items(chosen.size(), options, [&](std::size_t i) -> Result<TrainingItem> {
    TrainingItem item;
    item.name = chosen[i].first;
    JAEDAN_ASSIGN_OR_RETURN(item.photo, read_photo(folder + "/images/" + item.name + ".jpg", options));
    item.labels = Mask::of_size(item.photo.width, item.photo.height);
    std::fill(item.labels.pixels.begin(), item.labels.pixels.end(), kIgnoredPixel);
    const Meaning& meaning = chosen[i].second;
    const std::size_t part = mask_value(meaning.part) - 1U;
    item.present[part] = 1;
    item.category[part] = category_index(meaning.category);
    return item;
  });
}

}  // namespace jaedan::inference
