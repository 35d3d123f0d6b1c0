#include "inference/train/data/ccp/ccp_repairs.h"

#include <algorithm>
#include <filesystem>

#include "inference/train/data/folder_reading.h"

namespace jaedan::inference {
namespace {

constexpr std::string_view kMerged = "merged:", kMissing = "missing:";

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

Error bad_row(const std::string& path, const std::string& image, const std::string& what) {
  return {ErrorCode::kCorrupt, "data.bad_repair", "{0}: photo {1}: '{2}' is no repair", {path, image, what}};
}

Status add_repair(const std::string& path, const std::string& image, const std::string& word, const std::string& part,
                  const CcpVocabulary& vocabulary, CcpRepair& repair) {
  if (part == "drop") return repair.left_out = true, Status();
  if (begins_with(part, kMissing)) {
    const auto missing = part_from_id(part.substr(kMissing.size()));
    if (!missing) return bad_row(path, image, part);
    repair.without_mask[mask_value(*missing) - 1U] = true;
    return {};
  }
  const auto found = std::find(vocabulary.words.begin(), vocabulary.words.end(), word);
  if (found == vocabulary.words.end()) return bad_row(path, image, word);
  const auto value = static_cast<std::uint8_t>(found - vocabulary.words.begin());
  if (part == "ignore" || begins_with(part, kMerged)) return repair.pixel_class[value] = kIgnoredPixel, Status();
  const auto instead = part_from_id(part);
  if (!instead) return bad_row(path, image, part);
  repair.pixel_class[value] = mask_value(*instead);
  return {};
}

}  // namespace

Result<std::map<std::string, CcpRepair>> read_ccp_repairs(const std::string& folder, const CcpVocabulary& vocabulary) {
  const std::string path = folder + "/repairs.csv";
  std::map<std::string, CcpRepair> repairs;
  if (!std::filesystem::exists(path)) return repairs;
  JAEDAN_ASSIGN_OR_RETURN(const NamedTable table, read_table(path, {"image", "word", "part", "sure"}));
  for (const auto& row : table.rows) {
    if (row[table.column("sure")] != "1") continue;
    const std::string& image = row[table.column("image")];
    JAEDAN_RETURN_IF_ERROR(
        add_repair(path, image, row[table.column("word")], row[table.column("part")], vocabulary, repairs[image]));
  }
  return repairs;
}

}  // namespace jaedan::inference
