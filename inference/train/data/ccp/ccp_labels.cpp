#include "inference/train/data/ccp/ccp_labels.h"

#include <filesystem>
#include <optional>

#include "inference/train/data/folder_reading.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

constexpr std::string_view kUnsure = "unsure";
// The vocabulary knows the two apart and lets a photo be of both.
constexpr std::string_view kSpringAutumn = "spring_autumn", kSpring = "spring", kAutumn = "autumn";

void add_values(KnownLabels& labels, std::string_view attribute, std::string_view joined) {
  while (!joined.empty()) {
    const std::size_t end = joined.find('+');
    const std::string_view value = joined.substr(0, end);
    if (value == kSpringAutumn && attribute == attribute::kSeason) {
      add_label(labels, attribute, kSpring), add_label(labels, attribute, kAutumn);
    } else if (value != kUnsure) {
      add_label(labels, attribute, value);
    }
    joined = end == std::string_view::npos ? std::string_view() : joined.substr(end + 1);
  }
}

// One letter a part: the first of its id.
std::optional<Part> part_of_letter(char letter) {
  for (const Part part : kAllParts) {
    if (id_of(part).front() == letter) return part;
  }
  return std::nullopt;
}

Error unknown_part(const std::string& path, std::string_view word) {
  return {ErrorCode::kCorrupt, "data.word_no_part", "{0}: '{1}' is no part", {path, word}};
}

Result<std::map<std::string, CcpLabels>> read_photos(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(const NamedTable table,
                          read_table(path, {"image", "parts", "gender", "season", "style", "style2", "usable"}));
  std::map<std::string, CcpLabels> photos;
  for (const auto& row : table.rows) {
    if (row[table.column("usable")] != "1") continue;
    CcpLabels& labels = photos[row[table.column("image")]];
    for (const char letter : row[table.column("parts")]) {
      const auto part = part_of_letter(letter);
      if (!part) return unknown_part(path, std::string_view(&letter, 1));
      labels.worn[mask_value(*part) - 1U] = true;
    }
    for (const std::string_view name : {attribute::kGender, attribute::kSeason}) {
      add_values(labels.photo, name, row[table.column(name)]);
    }
    add_values(labels.photo, attribute::kStyle, row[table.column("style")]);
    add_values(labels.photo, attribute::kStyle, row[table.column("style2")]);
  }
  return photos;
}

Status add_garments(const std::string& path, std::map<std::string, CcpLabels>& photos) {
  JAEDAN_ASSIGN_OR_RETURN(const NamedTable table, read_table(path, {"image", "part"}));
  for (const auto& row : table.rows) {
    const auto photo = photos.find(row[table.column("image")]);
    if (photo == photos.end()) continue;
    const std::string& word = row[table.column("part")];
    const auto part = part_from_id(word);
    if (!part) return unknown_part(path, word);
    KnownLabels& known = photo->second.garments[mask_value(*part) - 1U];
    if (!known.empty()) continue;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i] != "image" && table.columns[i] != "part") add_values(known, table.columns[i], row[i]);
    }
  }
  return {};
}

}  // namespace

Result<std::map<std::string, CcpLabels>> read_ccp_labels(const std::string& folder) {
  if (!std::filesystem::exists(folder + "/labels")) return std::map<std::string, CcpLabels>();
  JAEDAN_ASSIGN_OR_RETURN(auto photos, read_photos(folder + "/labels/photos.csv"));
  JAEDAN_RETURN_IF_ERROR(add_garments(folder + "/labels/garments.csv", photos));
  return photos;
}

}  // namespace jaedan::inference
