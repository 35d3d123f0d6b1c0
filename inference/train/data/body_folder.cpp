#include "inference/train/data/body_folder.h"

#include <charconv>
#include <filesystem>

#include "inference/train/data/folder_reading.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::inference {
namespace {

// A cell of a network is a fourteenth of a photo's side or less; this is six times as fine.
constexpr double kBodyAreaPx = 96.0 * 144.0;

constexpr std::array<BodyPart, 25> kPartOfBodyPix = {
    BodyPart::kNone,
    BodyPart::kHead,  // left and right face
    BodyPart::kHead,
    BodyPart::kUpperArm,  // left and right, front and back
    BodyPart::kUpperArm, BodyPart::kUpperArm, BodyPart::kUpperArm,
    BodyPart::kLowerArm,  // the same
    BodyPart::kLowerArm, BodyPart::kLowerArm, BodyPart::kLowerArm,
    BodyPart::kLowerArm,  // left and right hand
    BodyPart::kLowerArm,
    BodyPart::kTorso,  // front and back
    BodyPart::kTorso,
    BodyPart::kThigh,  // left and right, front and back
    BodyPart::kThigh,    BodyPart::kThigh,    BodyPart::kThigh,
    BodyPart::kCalf,  // the same
    BodyPart::kCalf,     BodyPart::kCalf,     BodyPart::kCalf,
    BodyPart::kFoot,  // left and right
    BodyPart::kFoot,
};

// What keypoints.csv calls the places, in their order.
constexpr std::array<std::string_view, kKeyPointCount> kColumns = {"nose", "leye", "reye", "lear", "rear", "lsho",
                                                                   "rsho", "lelb", "relb", "lwri", "rwri", "lhip",
                                                                   "rhip", "lkne", "rkne", "lank", "rank"};
constexpr std::array<std::string_view, 3> kNumbers = {"_x", "_y", "_s"};

bool read_number(const std::string& cell, double& number) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return error == std::errc() && end == cell.data() + cell.size();
}

bool is_from_0_to_1(double number) { return number >= 0 && number <= 1; }

Result<std::map<std::string, KeyPoints>> read_key_points(const std::string& path) {
  std::vector<std::string> names;  // three a key point
  for (const std::string_view column : kColumns) {
    for (const std::string_view number : kNumbers) names.push_back(std::string(column) + std::string(number));
  }
  std::vector<std::string_view> needed = {"image"};
  needed.insert(needed.end(), names.begin(), names.end());
  JAEDAN_ASSIGN_OR_RETURN(const NamedTable table, read_table(path, needed));
  std::vector<std::size_t> columns;
  for (const std::string& name : names) columns.push_back(table.column(name));
  const std::size_t image = table.column("image");
  std::map<std::string, KeyPoints> photos;
  for (const auto& row : table.rows) {
    KeyPoints& points = photos[row[image]];
    for (std::size_t i = 0; i < points.size(); ++i) {
      std::array<double, 3> numbers{};
      for (std::size_t n = 0; n < numbers.size(); ++n) {
        const std::string& cell = row[columns[3 * i + n]];
        if (!read_number(cell, numbers[n]) || (n == 2 && !is_from_0_to_1(numbers[n]))) {
          return Error{ErrorCode::kCorrupt,
                       "data.no_key_point",
                       "{0}: '{1}' cannot be the {2} of photo {3}",
                       {path, cell, names[3 * i + n], row[image]}};
        }
      }
      if (is_from_0_to_1(numbers[0]) && is_from_0_to_1(numbers[1])) points[i] = {{numbers[0], numbers[1]}, numbers[2]};
    }
  }
  return photos;
}

}  // namespace

Result<BodyFolder> find_bodies(const std::string& folder, const FolderOptions& options) {
  BodyFolder bodies;
  if (!options.with_body) return bodies;
  if (std::filesystem::exists(folder + "/body")) bodies.maps = folder + "/body";
  const std::string table = folder + "/keypoints.csv";
  if (std::filesystem::exists(table)) {
    JAEDAN_ASSIGN_OR_RETURN(bodies.key_points, read_key_points(table));
  }
  return bodies;
}

Status read_body(const BodyFolder& bodies, TrainingItem& item) {
  if (const auto known = bodies.key_points.find(item.name); known != bodies.key_points.end()) {
    item.key_points = known->second;
  }
  const std::string path = bodies.maps + "/" + item.name + ".png";
  if (bodies.maps.empty() || !std::filesystem::exists(path)) return {};
  JAEDAN_ASSIGN_OR_RETURN(Mask map, labeling::read_mask(path));
  for (std::uint8_t& value : map.pixels) {
    if (value >= kPartOfBodyPix.size()) {
      return Error{
          ErrorCode::kCorrupt, "data.value_no_body_part", "{0}: value {1} is no part of a body", {path, value}};
    }
    value = static_cast<std::uint8_t>(kPartOfBodyPix[value]);
  }
  int width = map.width, height = map.height;
  fit_area(width, height, kBodyAreaPx);
  item.body = scale_labels(map, width, height);
  return {};
}

}  // namespace jaedan::inference
