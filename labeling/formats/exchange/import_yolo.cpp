#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>
#include <utility>

#include "labeling/base/text_encoding.h"
#include "labeling/base/utf8.h"
#include "labeling/formats/exchange/class_words.h"
#include "labeling/formats/exchange/outline.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/text_lines.h"

namespace jaedan::labeling {
namespace {

constexpr std::size_t kMostYoloBytes = 16u << 20;

/// One line: a class number, and what stands behind it.
struct YoloLine {
  int number = 0;  ///< from 1
  double class_number = 0;
  std::vector<double> values;
  bool first_is_whole = false;  ///< written without a point, 1 or more: an id of an object that is followed
  bool last_is_whole = false;
};

/// What a line is, by the number of its values and what they look like.
enum class YoloForm { kNothing, kBox, kPolygon, kBoxOrTriangle };

struct YoloReading {
  YoloForm form = YoloForm::kNothing;
  std::size_t places = 0;     ///< values of the place itself; a score and an id may follow
  bool has_track_id = false;  ///< for certain
  bool has_score = false;     ///< a polygon with one number more, which can only be that
};

bool is_whole(const std::string& word) {
  return word[0] != '0' && word.find_first_not_of("0123456789") == std::string::npos;
}

bool is_score(double value) { return value >= 0 && value <= 1; }

bool is_box_inside(const std::vector<double>& values) {
  constexpr double kRounding = 1e-3;
  const auto inside = [](double centre, double side) {
    return side > 0 && centre - side / 2 >= -kRounding && centre + side / 2 <= 1 + kRounding;
  };
  return inside(values[0], values[2]) && inside(values[1], values[3]);
}

/// A pose: a box, then x, y and 0, 1 or 2 (how well it is seen) for each point. Without kpt_shape only the thirds tell
/// it from a polygon: no share is 2, and five points of a polygon do not lie on the border by chance.
bool shows_keypoints(const std::vector<double>& values) {
  constexpr std::size_t kManyPoints = 5;
  if (values.size() < 7 || (values.size() - 4) % 3 != 0 || !is_box_inside(values)) return false;
  bool any_seen = false;
  for (std::size_t i = 6; i < values.size(); i += 3) {
    if (values[i] != 0 && values[i] != 1 && values[i] != 2) return false;
    any_seen |= values[i] == 2;
  }
  return any_seen || (values.size() - 4) / 3 >= kManyPoints;
}

/// The place takes an even number of values: a box (centre, width, height), four corners, a polygon. Detectors write a
/// score behind it, trackers a score and the object's number. A box with both is as long as a triangle: a whole number
/// above 1 is no share, so it decides; a 1 does not, unless the box would reach out of the picture.
YoloReading reading_of(const YoloLine& line, int keypoint_values) {
  const std::vector<double>& values = line.values;
  const std::size_t count = values.size();
  const auto keypoints = static_cast<std::size_t>(keypoint_values);
  if (keypoints > 0 && (count == 4 + keypoints || count == 5 + keypoints)) return {YoloForm::kBox, 4, false};
  if (count == 4) return {YoloForm::kBox, 4, false};
  if (count < 4) return {};
  if (shows_keypoints(values)) return {YoloForm::kBox, 4, false};
  const auto place = [](std::size_t places) { return places == 4 ? YoloForm::kBox : YoloForm::kPolygon; };
  if (count % 2 == 1) {
    const bool tail = is_score(values.back()) || line.last_is_whole;
    if (!tail || (count > 5 && line.first_is_whole)) return {};
    return {place(count - 1), count - 1, false, count > 5};
  }
  const bool score_and_whole = line.last_is_whole && is_score(values[count - 2]);
  if (score_and_whole && values.back() > 1) return {place(count - 2), count - 2, true};
  if (score_and_whole && count == 6 && is_box_inside(values)) return {YoloForm::kBoxOrTriangle, 6, false};
  return {YoloForm::kPolygon, count, false};
}

Region region_in(const std::vector<double>& shares, const YoloReading& reading, ImageSize size) {
  const auto place = [size](double x, double y) { return Point{x * size.width, y * size.height}; };
  if (reading.form == YoloForm::kBox) {
    if (shares[2] <= 0 || shares[3] <= 0) return {};
    const double left = shares[0] - shares[2] / 2;
    const double top = shares[1] - shares[3] / 2;
    return region_of_box(place(left, top), place(left + shares[2], top + shares[3]));
  }
  Ring ring;
  for (std::size_t i = 0; i + 1 < reading.places; i += 2) ring.push_back(place(shares[i], shares[i + 1]));
  return region_of_outline(std::move(ring));
}

class YoloReader {
 public:
  explicit YoloReader(const ImportContext& context) : context_(context) {
    const std::vector<GarmentClass> own = garment_classes(context.taxonomy);
    if (context.classes.empty()) {
      classes_ = {own.begin(), own.end()};
      for (const GarmentClass& one : own) listed_.push_back({one.name, ""});
    } else {
      for (const std::string& word : context.classes) listed_.push_back({word, ""});
      classes_ = classes_from_list(listed_, own, context.taxonomy);
    }
    photo_.size = context.photo_size;
  }

  ImportedPhoto run(std::string_view text) {
    read_lines(text);
    std::vector<YoloReading> readings;
    for (const YoloLine& line : lines_) readings.push_back(reading_of(line, context_.keypoint_values));
    // The rest of the file may say what a line alone leaves open.
    const auto any = [&](auto is) { return std::any_of(readings.begin(), readings.end(), is); };
    const bool tracks = any([](const YoloReading& r) { return r.has_track_id; });
    const bool polygons = any([](const YoloReading& r) { return r.form == YoloForm::kPolygon; });
    const auto scored =
        std::count_if(readings.begin(), readings.end(), [](const YoloReading& r) { return r.has_score; });
    if (scored > 0) {
      warn("score_taken", {"yolo.score_taken",
                           "lines with one number more than their points take, which is taken for a score: {0}",
                           {scored}});
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      YoloReading& reading = readings[i];
      if (reading.form == YoloForm::kBoxOrTriangle && tracks) reading = {YoloForm::kBox, 4, true};
      if (reading.form == YoloForm::kBoxOrTriangle && polygons) reading = {YoloForm::kPolygon, 6, false};
      add_garment(lines_[i], reading);
    }
    return std::move(photo_);
  }

 private:
  void warn(std::string code, Message message) { photo_.warnings.push_back({std::move(code), std::move(message)}); }

  void read_lines(std::string_view text) {
    int number = 0;
    for (std::string_view rest = without_byte_order_mark(text), line; take_line(rest, line);) {
      std::istringstream words{std::string(line.substr(0, line.find('#')))};
      YoloLine read;
      read.number = ++number;
      std::vector<std::string> all;
      for (std::string word; words >> word;) all.push_back(std::move(word));
      if (all.empty()) continue;
      if (const std::string* broken = broken_word(all, read)) {
        warn("no_number",
             {"yolo.no_number", "line {0}: '{1}' is no number; the line is left out", {number, shown(*broken)}});
      } else {
        lines_.push_back(std::move(read));
      }
    }
  }

  /// The beginning of a word that may be anything.
  static std::string shown(const std::string& word) {
    constexpr std::size_t kMostShown = 40;
    std::string start;
    const std::vector<std::uint32_t> codes = utf8_codes(word.substr(0, 4 * kMostShown));
    for (std::size_t i = 0; i < std::min(codes.size(), kMostShown); ++i) append_utf8(start, codes[i]);
    return start;
  }

  /// Takes the numbers; the first word that is none.
  static const std::string* broken_word(const std::vector<std::string>& words, YoloLine& line) {
    for (const std::string& word : words) {
      double number = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
      if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(number)) return &word;
      line.values.push_back(number);
    }
    line.class_number = line.values.front();
    line.values.erase(line.values.begin());
    line.first_is_whole = words.size() > 1 && is_whole(words[1]);
    line.last_is_whole = words.size() > 1 && is_whole(words.back());
    return nullptr;
  }

  void add_garment(const YoloLine& line, const YoloReading& reading) {
    const std::optional<GarmentClass> meaning = class_of_line(line);
    if (!meaning) return;
    if (reading.form == YoloForm::kNothing) {
      return warn("no_region", {"yolo.no_form",
                                "line {0}: {1} numbers behind the class are no box and no polygon; it is left out",
                                {line.number, line.values.size()}});
    }
    if (reading.form == YoloForm::kBoxOrTriangle) {
      return warn("no_region", {"yolo.box_or_triangle",
                                "line {0}: a triangle, or a box with a score and a number; it is left out",
                                {line.number}});
    }
    const auto end = line.values.begin() + static_cast<std::ptrdiff_t>(reading.places);
    if (!std::all_of(line.values.begin(), end, [](double share) { return share >= -1 && share <= 2; })) {
      return warn(
          "no_region",
          {"yolo.no_shares", "line {0}: places must be shares of the picture, 0 to 1; it is left out", {line.number}});
    }
    Garment garment = garment_of_class(*meaning, "yolo");
    garment.id = GarmentId{static_cast<std::int64_t>(photo_.annotation.garments.size()) + 1};
    garment.region = region_in(line.values, reading, context_.photo_size);
    if (garment.region.empty()) {
      return warn("no_region", {"yolo.no_region", "line {0} is no box and no polygon; it is left out", {line.number}});
    }
    photo_.annotation.garments.push_back(std::move(garment));
  }

  std::optional<GarmentClass> class_of_line(const YoloLine& line) {
    const double number = line.class_number;
    if (number != std::trunc(number) || number < 0 || number >= static_cast<double>(classes_.size())) {
      std::ostringstream shown;
      shown << number;
      warn("unknown_class", {"yolo.class_out_of_range",
                             "line {0}: there is no class {1} (there are {2}, from 0); it is left out",
                             {line.number, shown.str(), classes_.size()}});
      return std::nullopt;
    }
    const auto place = static_cast<std::size_t>(number);
    if (!classes_[place]) {
      warn("unknown_class", {"yolo.class_unknown",
                             "line {0}: class {1} is '{2}', no garment known here; it is left out",
                             {line.number, place, listed_[place].name}});
    }
    return classes_[place];
  }

  const ImportContext& context_;
  std::vector<ListedClass> listed_;
  std::vector<std::optional<GarmentClass>> classes_;
  std::vector<YoloLine> lines_;
  ImportedPhoto photo_;
};

}  // namespace

Result<ImportedFile> read_yolo_labels(std::string_view bytes, const ImportContext& context) {
  if (bytes.size() > kMostYoloBytes)
    return Error{ErrorCode::kTooLarge, "yolo.too_large", "a YOLO file of more than 16 MiB"};
  if (context.photo_size.width <= 0 || context.photo_size.height <= 0) {
    return Error{ErrorCode::kInvalidArgument, "yolo.photo_size_missing",
                 "a YOLO file means nothing without the size of its photo"};
  }
  const std::string encoding = encoding_of(bytes);
  if (!encoding.empty() && encoding != "UTF-8") return not_utf8(encoding);
  return ImportedFile{{YoloReader(context).run(bytes)}, {}};
}

}  // namespace jaedan::labeling
