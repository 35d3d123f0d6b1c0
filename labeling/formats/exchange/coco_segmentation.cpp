#include "labeling/formats/exchange/coco_segmentation.h"

#include <algorithm>
#include <string>
#include <utility>

#include "labeling/formats/exchange/coco_rle.h"
#include "labeling/formats/exchange/outline.h"
#include "labeling/formats/json/json_reading.h"
#include "labeling/shape/region_algebra.h"

namespace jaedan::labeling {
namespace {

class SegmentationReader {
 public:
  explicit SegmentationReader(ImageSize image) : image_(image) {}

  CocoSegmentation run(const JsonValue& segmentation) {
    if (segmentation.is_object()) {
      add(runs(segmentation));
    } else if (is_ring(segmentation)) {
      add(ring(segmentation));
    } else {
      for (const JsonValue& polygon : segmentation.items) add(region(polygon));
    }
    read_.region = united(std::move(regions_));
    if (outlines_left_out_ > 0) {
      warn("ring_too_short", {"coco.outline_short",
                              "outlines of fewer than 3 points or without area, which are left out: {0}",
                              {outlines_left_out_}});
    }
    if (points_left_out_ > 0) {
      warn("bad_point", {"coco.point_broken",
                         "numbers that make no point of the outline, and are left out: {0}",
                         {points_left_out_}});
    }
    if (objects_left_out_ > 0) {
      warn("bad_segmentation",
           {"coco.object_unknown",
            "objects of ({0}) that are neither points (x, y) nor run lengths (size, counts), and are left out: {1}",
            {names_in_object_, objects_left_out_}});
    }
    return std::move(read_);
  }

 private:
  void warn(std::string code, Message message) { read_.warnings.push_back({std::move(code), std::move(message)}); }

  void add(Region region) {
    if (!region.empty()) regions_.push_back(std::move(region));
  }

  static bool is_point(const JsonValue& value) {
    if (value.is_object()) return json_reading::member(value, "x") && json_reading::member(value, "y");
    return value.items.size() == 2 && !value.items[0].is_array() && !value.items[1].is_array();
  }

  /// A flat list of numbers, or a list of points: [x, y] or {"x": …, "y": …}. Two numbers to a list are no outline, so
  /// they are points.
  static bool is_ring(const JsonValue& value) {
    const std::vector<JsonValue>& items = value.items;
    if (items.empty()) return false;
    const bool flat = std::none_of(items.begin(), items.end(),
                                   [](const JsonValue& item) { return item.is_array() || item.is_object(); });
    const bool points = items.size() >= 2 || items.front().is_object();
    return flat || (points && std::all_of(items.begin(), items.end(), is_point));
  }

  Region region(const JsonValue& polygon) {
    if (polygon.is_object()) return runs(polygon);
    if (is_ring(polygon)) return ring(polygon);
    Region rings;
    for (const JsonValue& item : polygon.items) {
      const Region one = region(item);
      rings.rings.insert(rings.rings.end(), one.rings.begin(), one.rings.end());
    }
    if (polygon.items.empty()) ++outlines_left_out_;
    return rings;
  }

  Region ring(const JsonValue& value) {
    Ring points;
    const JsonValue& first = value.items.front();
    if (first.is_array() || first.is_object()) {
      for (const JsonValue& point : value.items) take_point(point, points);
    } else {
      for (std::size_t i = 0; i + 1 < value.items.size(); i += 2) take(value.items[i], value.items[i + 1], points);
      points_left_out_ += value.items.size() % 2;
    }
    Region region = region_of_outline(std::move(points));
    if (region.empty()) ++outlines_left_out_;
    return region;
  }

  /// One that `is_point`.
  void take_point(const JsonValue& point, Ring& points) {
    if (point.is_object()) {
      take(*json_reading::member(point, "x"), *json_reading::member(point, "y"), points);
    } else {
      take(point.items[0], point.items[1], points);
    }
  }

  void take(const JsonValue& x, const JsonValue& y, Ring& points) {
    const std::optional<double> place_x = json_reading::coordinate(x);
    const std::optional<double> place_y = json_reading::coordinate(y);
    if (place_x && place_y) {
      points.push_back({*place_x, *place_y});
    } else {
      ++points_left_out_;
    }
  }

  Region runs(const JsonValue& segmentation) {
    if (!json_reading::member(segmentation, "counts")) {
      leave_out_object(segmentation);
      return {};
    }
    const Result<Mask> mask = mask_of_runs(segmentation);
    if (mask.ok()) return trace(*mask);
    warn("bad_runs", mask.error().message);
    return {};
  }

  void leave_out_object(const JsonValue& object) {
    if (objects_left_out_++ > 0) return;
    for (const JsonMember& named : object.members)
      names_in_object_ += (names_in_object_.empty() ? "" : ", ") + named.key;
  }

  Result<Mask> mask_of_runs(const JsonValue& segmentation) const {
    const std::vector<JsonValue>& size = json_reading::list(segmentation, "size");
    const auto length = [&](std::size_t i) {
      const std::optional<double> n = i < size.size() ? json_reading::number(size[i]) : std::nullopt;
      return n && *n > 0 && *n <= 1'000'000 ? static_cast<int>(*n) : 0;
    };
    const int width = length(1);
    const int height = length(0);
    const bool other_size = image_.width > 0 && image_.height > 0 && !(ImageSize{width, height} == image_);
    if (width > 0 && height > 0 && other_size) {
      return Error{ErrorCode::kCorrupt,
                   "runs.other_image",
                   "run lengths of {0}×{1} pixels for an image of {2}×{3}",
                   {width, height, image_.width, image_.height}};
    }
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<std::uint32_t> counts, counts_of(segmentation));
    return mask_from_rle(counts, width, height);
  }

  static Result<std::vector<std::uint32_t>> counts_of(const JsonValue& segmentation) {
    const JsonValue* given = json_reading::member(segmentation, "counts");
    if (given && given->is_string()) return rle_counts_from_text(given->text);
    std::vector<std::uint32_t> counts;
    for (const JsonValue& count : json_reading::list(segmentation, "counts")) {
      const std::optional<double> n = json_reading::number(count);
      if (!n || *n < 0 || *n > 4294967295.0)
        return Error{ErrorCode::kCorrupt, "runs.no_numbers", "run lengths that are no numbers"};
      counts.push_back(static_cast<std::uint32_t>(*n));
    }
    return counts;
  }

  const ImageSize image_;
  std::vector<Region> regions_;
  std::size_t outlines_left_out_ = 0;
  std::size_t points_left_out_ = 0;
  std::size_t objects_left_out_ = 0;
  std::string names_in_object_;  ///< of the first of them
  CocoSegmentation read_;
};

}  // namespace

CocoSegmentation read_coco_segmentation(const JsonValue& segmentation, ImageSize image) {
  return SegmentationReader(image).run(segmentation);
}

Region read_coco_box(const JsonValue& box) {
  std::vector<const JsonValue*> sides;
  for (const JsonValue& side : box.items) sides.push_back(&side);
  if (box.is_object()) {
    for (const char* key : {"x", "y", "width", "height"}) sides.push_back(json_reading::member(box, key));
  }
  if (sides.size() != 4) return {};
  std::vector<double> numbers;
  for (const JsonValue* side : sides) {
    const std::optional<double> n = side ? json_reading::coordinate(*side) : std::nullopt;
    if (n) numbers.push_back(*n);
  }
  if (numbers.size() != 4 || numbers[2] <= 0 || numbers[3] <= 0) return {};
  return region_of_box({numbers[0], numbers[1]}, {numbers[0] + numbers[2], numbers[1] + numbers[3]});
}

}  // namespace jaedan::labeling
