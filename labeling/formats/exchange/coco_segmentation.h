#pragma once

#include <vector>

#include "labeling/domain/validate.h"
#include "labeling/formats/json/json_document.h"
#include "labeling/io/image_header.h"

namespace jaedan::labeling {

/// What the "segmentation" of a COCO annotation says.
struct CocoSegmentation {
  Region region;                  ///< empty when it says no place
  std::vector<Warning> warnings;  ///< what of it could not be used
};

/// Reads what is met: polygons as flat lists of numbers, one alone without the list around it, lists of points ([x, y],
/// or objects of x and y); several are united, as pycocotools does; a polygon that is a list of rings itself (GeoJSON)
/// has holes. Run lengths as lists, as COCO's compressed text, as that text printed by Python (b'…'), and lists of
/// them. `image` is the photo's size, 0 × 0 when nobody knows: run lengths of another size are refused.
CocoSegmentation read_coco_segmentation(const JsonValue& segmentation, ImageSize image);

/// "bbox": left, top, width, height, or an object of x, y, width and height. Empty when it is none.
Region read_coco_box(const JsonValue& box);

}  // namespace jaedan::labeling
