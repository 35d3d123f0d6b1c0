#include "inference/train/data/clothing_classes.h"
#include "inference/train/data/data_folders.h"
#include "inference/train/data/folder_reading.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {

namespace {

Split split_of(const std::string& name) { return is_kept_aside(name) ? Split::kVal : Split::kTrain; }

}  // namespace

Result<std::vector<TrainingItem>> read_clothing_folder(const std::string& folder, const FolderOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(const NamedTable table, read_table(folder + "/images.csv", {"image", "label"}));
  std::vector<std::pair<std::string, const ClothingClass*>> chosen;
  for (const auto& row : table.rows) {
    const std::string& name = row[table.column("image")];
    const ClothingClass* meaning = clothing_class(row[table.column("label")]);
    if (meaning && (!options.only || *options.only == split_of(name))) chosen.emplace_back(name, meaning);
  }
  return read_items(chosen.size(), options, [&](std::size_t i) -> Result<TrainingItem> {
    TrainingItem item;
    item.name = chosen[i].first;
    item.split = split_of(item.name);
    JAEDAN_ASSIGN_OR_RETURN(item.photo, read_photo(folder + "/images/" + item.name + ".jpg", options));
    item.labels = Mask::of_size(item.photo.width, item.photo.height);
    std::fill(item.labels.pixels.begin(), item.labels.pixels.end(), kIgnoredPixel);
    const ClothingClass& meaning = *chosen[i].second;
    const std::size_t part = mask_value(meaning.part) - 1U;
    item.present = {0, 0, 0, 0};
    item.present[part] = 1;
    add_label(item.known[part], attribute::kCategory, meaning.category);
    return item;
  });
}

}  // namespace jaedan::inference
