#include <algorithm>
#include <map>

#include "inference/train/data/data_folders.h"
#include "inference/train/data/folder_reading.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

// Where a crop is surely dress: coats, hair and bags are at its sides, the neck and the legs at its ends.
constexpr double kSideShare = 0.3, kEndShare = 0.25;

// The crowd's classes whose word is K-Fashion's too; of ten crops of each, seven to ten are right. Left out, because no
// word says what most of them show, and that a cloth is not plain is no word: geometry (lace and plain among it),
// cartoon (a third is flowers, dots or plain), stars (half is dots or sequins), skull (scarves; 19 crops), tribal,
// ikat, scales, other.
const std::map<std::string, std::string_view>& print_of_class() {
  static const std::map<std::string, std::string_view> prints = {
      {"plain", "solid"},    {"floral", "floral"},           {"stripes", "stripe"},
      {"polka_dot", "dot"},  {"squares", "check"},           {"animal", "leopard"},  // some are zebra
      {"chevron", "zigzag"}, {"houndstooth", "houndstooth"}, {"letter_numb", "lettering"}};
  return prints;
}

struct Crop {
  std::string name;
  std::string_view print;
  Split split = Split::kTrain;
};

Mask middle_of(const Image& photo) {
  Mask labels = Mask::of_size(photo.width, photo.height);
  for (int y = 0; y < photo.height; ++y) {
    for (int x = 0; x < photo.width; ++x) {
      const double from_side = std::min(x + 0.5, photo.width - x - 0.5) / photo.width;
      const double from_end = std::min(y + 0.5, photo.height - y - 0.5) / photo.height;
      const bool is_middle = from_side >= kSideShare && from_end >= kEndShare;
      labels.at(x, y) = is_middle ? mask_value(Part::kDress) : kIgnoredPixel;
    }
  }
  return labels;
}

}  // namespace

Result<std::vector<TrainingItem>> read_prints_folder(const std::string& folder, const FolderOptions& options) {
  const std::string path = folder + "/images.csv";
  JAEDAN_ASSIGN_OR_RETURN(const NamedTable table, read_table(path, {"image", "class", "split"}));
  std::vector<Crop> crops;
  for (const auto& row : table.rows) {
    const auto print = print_of_class().find(row[table.column("class")]);
    if (print == print_of_class().end()) continue;
    JAEDAN_ASSIGN_OR_RETURN(const Split split, split_from_word(row[table.column("split")], path));
    if (!options.only || *options.only == split) crops.push_back({row[table.column("image")], print->second, split});
  }
  return read_items(crops.size(), options, [&](std::size_t i) -> Result<TrainingItem> {
    TrainingItem item;
    item.name = crops[i].name;
    item.split = crops[i].split;
    item.is_crop = true;
    JAEDAN_ASSIGN_OR_RETURN(item.photo, read_photo(folder + "/" + item.name + ".jpg", options));
    item.labels = middle_of(item.photo);
    add_label(item.known[mask_value(Part::kDress) - 1U], attribute::kPrint, crops[i].print);
    return item;
  });
}

}  // namespace jaedan::inference
