#include <cmath>
#include <sstream>
#include <utility>

#include "labeling/formats/exchange/garment_label.h"
#include "labeling/formats/importer.h"
#include "labeling/shape/single_ring.h"

namespace jaedan::labeling {
namespace {

constexpr std::size_t kMostBytes = 16u << 20;

/// The words of a line as numbers; empty when one is none.
std::vector<double> numbers_of(const std::string& line) {
  std::istringstream words(line);
  std::vector<double> numbers;
  double number = 0;
  while (words >> number) numbers.push_back(number);
  return words.eof() ? numbers : std::vector<double>();
}

/// Four shares are a box by its centre, six and more a polygon; detection results may end in a score.
Region region_of(std::vector<double> shares, ImageSize size) {
  for (const double share : shares) {
    if (!(std::abs(share) <= 100)) return {};
  }
  if (shares.size() == 5 || (shares.size() > 6 && shares.size() % 2 == 1)) shares.pop_back();
  const auto place = [size](double x, double y) { return Point{x * size.width, y * size.height}; };
  if (shares.size() == 4) {
    const double left = shares[0] - shares[2] / 2;
    const double top = shares[1] - shares[3] / 2;
    const double right = left + shares[2];
    const double bottom = top + shares[3];
    return {{{place(left, top), place(right, top), place(right, bottom), place(left, bottom)}}};
  }
  Ring ring;
  for (std::size_t i = 0; i + 1 < shares.size(); i += 2) ring.push_back(place(shares[i], shares[i + 1]));
  return ring.size() >= 3 ? from_single_ring(ring) : Region{};
}

/// The garment class of each class number; empty where the word is none of ours.
std::vector<std::optional<GarmentClass>> classes_by_number(const ImportContext& context) {
  const std::vector<GarmentClass> own = garment_classes(context.taxonomy);
  if (context.classes.empty()) return {own.begin(), own.end()};
  std::vector<std::optional<GarmentClass>> classes;
  for (const std::string& word : context.classes) classes.push_back(class_from_word(word, own, context.taxonomy));
  return classes;
}

}  // namespace

Result<ImportedFile> read_yolo_labels(std::string_view bytes, const ImportContext& context) {
  if (bytes.size() > kMostBytes)
    return Error{ErrorCode::kTooLarge, "yolo.too_large", "a YOLO file of more than 16 MiB"};
  if (context.photo_size.width <= 0 || context.photo_size.height <= 0) {
    return Error{ErrorCode::kInvalidArgument, "yolo.photo_size_missing",
                 "a YOLO file means nothing without the size of its photo"};
  }
  const std::vector<std::optional<GarmentClass>> classes = classes_by_number(context);
  ImportedPhoto photo;
  photo.size = context.photo_size;
  std::istringstream lines{std::string(bytes)};
  std::string line;
  for (int line_number = 1; std::getline(lines, line); ++line_number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::vector<double> numbers = numbers_of(line);
    const bool has_class = !numbers.empty() && numbers[0] >= 0 && numbers[0] < static_cast<double>(classes.size());
    if (!has_class || !classes[static_cast<std::size_t>(numbers[0])]) {
      photo.warnings.push_back(
          {"unknown_class",
           {"yolo.class_unknown", "line {0} names no garment known here; it is left out", {line_number}}});
      continue;
    }
    Garment garment = garment_of_class(*classes[static_cast<std::size_t>(numbers[0])], "yolo");
    numbers.erase(numbers.begin());
    garment.id = GarmentId{static_cast<std::int64_t>(photo.annotation.garments.size()) + 1};
    garment.region = region_of(std::move(numbers), context.photo_size);
    if (garment.region.empty()) {
      photo.warnings.push_back(
          {"no_region", {"yolo.no_region", "line {0} is no box and no polygon; it is left out", {line_number}}});
    } else {
      photo.annotation.garments.push_back(std::move(garment));
    }
  }
  return ImportedFile{{std::move(photo)}, {}};
}

std::vector<std::string> yolo_classes(std::string_view text) {
  std::istringstream lines{std::string(text)};
  std::vector<std::string> classes;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find_first_not_of(" \t\r");
    const std::size_t end = line.find_last_not_of(" \t\r");
    classes.push_back(begin == std::string::npos ? "" : line.substr(begin, end - begin + 1));
  }
  while (!classes.empty() && classes.back().empty()) classes.pop_back();
  return classes;
}

}  // namespace jaedan::labeling
