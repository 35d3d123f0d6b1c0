#include "labeling/formats/kfashion/kfashion_keys.h"

#include "labeling/domain/attribute.h"

namespace jaedan::labeling::kfashion {
namespace {

using Keys = std::vector<std::string_view>;

}  // namespace

const std::vector<AttributeKey>& garment_keys() {
  static const std::vector<AttributeKey> kKeys = {{attribute::kLength, "기장", false, {}},
                                                  {attribute::kColour, "색상", false, {}},
                                                  {attribute::kSubColour, "서브색상", false, {}},
                                                  {attribute::kCategory, "카테고리", false, {}},
                                                  {attribute::kCollar, "옷깃", false, {"칼라", "카라"}},
                                                  {attribute::kDetail, "디테일", true, {}},
                                                  {attribute::kSleeveLength, "소매기장", false, {}},
                                                  {attribute::kMaterial, "소재", true, {}},
                                                  {attribute::kPrint, "프린트", true, {}},
                                                  {attribute::kNeckline, "넥라인", false, {}},
                                                  {attribute::kFit, "핏", false, {}}};
  return kKeys;
}

const std::vector<AttributeKey>& style_keys() {
  static const std::vector<AttributeKey> kKeys = {{attribute::kStyle, kStyle, false, {}},
                                                  {attribute::kSubStyle, "서브스타일", false, {}}};
  return kKeys;
}

const std::vector<Part>& part_order() {
  static const std::vector<Part> kOrder = {Part::kOuter, Part::kBottom, Part::kDress, Part::kTop};
  return kOrder;
}

const std::vector<Part>& paint_order() {
  static const std::vector<Part> kOrder = {Part::kTop, Part::kBottom, Part::kDress, Part::kOuter};
  return kOrder;
}

const Keys& root_order() {
  static const Keys kOrder = {kImage, kDataset};
  return kOrder;
}

const Keys& image_order() {
  static const Keys kOrder = {kImageId, kImageHeight, kImageFileName, kImageWidth};
  return kOrder;
}

const Keys& dataset_order() {
  static const Keys kOrder = {kCreated, kDetail, kFileNumber, kFileName};
  return kOrder;
}

const Keys& detail_order() {
  static const Keys kOrder = {kRects, kPolygons, kLabels};
  return kOrder;
}

const Keys& part_key_order() {
  static const Keys kOrder = [] {
    Keys keys = {kStyle};
    for (const Part part : part_order()) keys.push_back(korean_name_of(part));
    return keys;
  }();
  return kOrder;
}

}  // namespace jaedan::labeling::kfashion
