#include <algorithm>
#include <cmath>
#include <utility>

#include "labeling/formats/exchange/class_words.h"
#include "labeling/formats/exchange/outline.h"
#include "labeling/formats/exchange/xml.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/json/json_reading.h"
#include "labeling/formats/written_path.h"

namespace jaedan::labeling {
namespace {

std::optional<double> number_from_text(const std::string& text) {
  const std::optional<double> value = json_reading::number_in_text(text);
  return value && std::abs(*value) <= 1e7 ? value : std::nullopt;
}

std::optional<double> number_in(const XmlElement& element, std::string_view name) {
  return number_from_text(element.child_text(name));
}

struct VocBox {
  double left, top, right, bottom;
};

std::optional<VocBox> box_in(const XmlElement& object) {
  const XmlElement* box = object.child("bndbox");
  if (!box) return std::nullopt;
  const std::optional<double> left = number_in(*box, "xmin"), top = number_in(*box, "ymin");
  const std::optional<double> right = number_in(*box, "xmax"), bottom = number_in(*box, "ymax");
  if (!left || !top || !right || !bottom) return std::nullopt;
  return VocBox{*left, *top, *right, *bottom};
}

/// Roboflow numbers the coordinates (x1 y1 x2 y2 …); others write points (pt, point) or x and y in turn.
Ring points_in(const XmlElement& polygon) {
  std::vector<std::optional<double>> x, y;
  for (const XmlElement& child : polygon.children) {
    if (child.name.empty()) continue;
    if (child.name == "pt" || child.name == "point") {
      x.push_back(number_in(child, "x"));
      y.push_back(number_in(child, "y"));
    }
    const bool numbered = child.name.find_first_not_of("0123456789", 1) == std::string::npos;
    if (numbered && child.name[0] == 'x') x.push_back(number_from_text(child.own_text()));
    if (numbered && child.name[0] == 'y') y.push_back(number_from_text(child.own_text()));
  }
  Ring points;
  for (std::size_t i = 0; i < x.size() && x.size() == y.size(); ++i) {
    if (!x[i] || !y[i]) return {};
    points.push_back({*x[i], *y[i]});
  }
  return points;
}

/// roLabelImg: centre, sides, and how far it is turned, in radians, clockwise on screen.
Region turned_box_in(const XmlElement& box) {
  const std::optional<double> x = number_in(box, "cx"), y = number_in(box, "cy");
  const std::optional<double> width = number_in(box, "w"), height = number_in(box, "h");
  const std::optional<double> angle = number_in(box, "angle");
  if (!x || !y || !width || !height || !angle) return {};
  const Point along = {*width / 2 * std::cos(*angle), *width / 2 * std::sin(*angle)};
  const Point across = {-*height / 2 * std::sin(*angle), *height / 2 * std::cos(*angle)};
  const Point centre = {*x, *y};
  return region_of_corners(
      {centre - along - across, centre + along - across, centre + along + across, centre - along + across});
}

class VocReader {
 public:
  VocReader(const XmlElement& root, const Taxonomy& taxonomy) : root_(root), taxonomy_(taxonomy) {}

  ImportedPhoto run() {
    read_photo();
    std::vector<const XmlElement*> objects;
    std::vector<ListedClass> names;
    for (const XmlElement& child : root_.children) {
      if (child.name != "object") continue;
      objects.push_back(&child);
      names.push_back({child.child_text("name"), ""});
      const std::optional<VocBox> box = box_in(child);
      if (box && (std::min(box->left, box->right) < 1 || std::min(box->top, box->bottom) < 1)) from_zero_ = true;
    }
    const auto meanings = classes_from_list(names, garment_classes(taxonomy_), taxonomy_);
    for (std::size_t i = 0; i < objects.size(); ++i) read_object(*objects[i], names[i].name, meanings[i]);
    if (from_zero_ && boxes_taken_ > 0)
      warn("zero_based", {"voc.zero_based", "a box begins before 1, so boxes are taken to count from 0"});
    return std::move(photo_);
  }

 private:
  void warn(std::string code, Message message) { photo_.warnings.push_back({std::move(code), std::move(message)}); }

  void read_photo() {
    const WrittenPath name = read_written_path(root_.child_text("filename"));
    const WrittenPath path = read_written_path(root_.child_text("path"));
    photo_.file_name = name.file_name.empty() ? path.file_name : name.file_name;
    const bool path_knows_more = name.below == name.file_name && path.file_name == photo_.file_name;
    photo_.path_below = path_knows_more ? path.below : name.below;
    const std::string folder = root_.child_text("folder");
    const bool in_folder = photo_.path_below == photo_.file_name && !photo_.file_name.empty() && !folder.empty();
    if (in_folder) photo_.path_below = read_written_path(folder + "/" + photo_.file_name).below;
    if (const XmlElement* size = root_.child("size")) {
      const auto side = [size](const char* key) { return static_cast<int>(number_in(*size, key).value_or(0)); };
      photo_.size = {std::max(side("width"), 0), std::max(side("height"), 0)};
    }
  }

  void read_object(const XmlElement& object, const std::string& name, const std::optional<GarmentClass>& meaning) {
    if (!meaning) {
      return warn("unknown_class", {"voc.object_unknown", "'{0}' is no garment known here; it is left out", {name}});
    }
    const int taken_before = boxes_taken_;
    Region region = region_of(object, name);
    if (region.empty()) return tell_no_box(object, name);
    const auto boxes = std::count_if(object.children.begin(), object.children.end(),
                                     [](const XmlElement& child) { return child.name == "bndbox"; });
    if (boxes > 1 && boxes_taken_ > taken_before) {
      warn("several_boxes",
           {"voc.several_boxes", "{0}: {1} boxes in one object; the first one is taken", {name, boxes}});
    }
    Garment garment = garment_of_class(*meaning, "voc");
    garment.id = GarmentId{static_cast<std::int64_t>(photo_.annotation.garments.size()) + 1};
    garment.region = std::move(region);
    photo_.annotation.garments.push_back(std::move(garment));
  }

  void tell_no_box(const XmlElement& object, const std::string& name) {
    if (const XmlElement* box = object.child("bndbox")) {
      for (const char* side : {"xmin", "ymin", "xmax", "ymax"}) {
        const std::string given = box->child_text(side);
        if (given.empty() || number_from_text(given)) continue;
        return warn("no_region", {"voc.box_no_number",
                                  "{0}: '{1}' of its box is '{2}', which is no number; it is left out",
                                  {name, side, given}});
      }
    }
    warn("no_region", {"voc.no_box", "{0}: no usable box; it is left out", {name}});
  }

  /// The most exact that is there.
  Region region_of(const XmlElement& object, const std::string& name) {
    for (const char* key : {"polygon", "segmentation"}) {
      const XmlElement* polygon = object.child(key);
      if (!polygon || polygon->children.empty()) continue;
      Region region = region_of_outline(points_in(*polygon));
      if (!region.empty()) return region;
      warn("bad_polygon", {"voc.polygon_broken", "{0}: an unusable polygon; the box is taken", {name}});
    }
    if (const XmlElement* turned = object.child("robndbox")) {
      Region region = turned_box_in(*turned);
      if (!region.empty()) return region;
    }
    if (const XmlElement* box = object.child("bndbox")) {
      Region corners = region_of_corners(points_in(*box));
      if (!corners.empty()) return corners;
    }
    const std::optional<VocBox> box = box_in(object);
    return box ? region_of_pixels(*box, name) : Region{};
  }

  /// Pixels count from 1 and the far one belongs to the box; a file that counts from 0 writes edges.
  Region region_of_pixels(const VocBox& box, const std::string& name) {
    if (box.right < box.left || box.bottom < box.top)
      warn("box_swapped", {"voc.box_swapped", "{0}: a box whose far corner comes first", {name}});
    const auto [left, right] = std::minmax(box.left, box.right);
    const auto [top, bottom] = std::minmax(box.top, box.bottom);
    ++boxes_taken_;
    const double first = from_zero_ ? 0 : 1;
    return region_of_box({left - first, top - first}, {right, bottom});
  }

  const XmlElement& root_;
  const Taxonomy& taxonomy_;
  bool from_zero_ = false;
  int boxes_taken_ = 0;
  ImportedPhoto photo_;
};

}  // namespace

Result<ImportedFile> read_voc_labels(std::string_view bytes, const ImportContext& context) {
  JAEDAN_ASSIGN_OR_RETURN(const XmlElement root, parse_xml(bytes));
  if (root.name != "annotation")
    return Error{ErrorCode::kCorrupt, "voc.no_annotation", "no Pascal VOC file: it holds no <annotation>"};
  return ImportedFile{{VocReader(root, context.taxonomy).run()}, {}};
}

}  // namespace jaedan::labeling
