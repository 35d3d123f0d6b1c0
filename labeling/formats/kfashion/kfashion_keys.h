#pragma once

#include <string_view>
#include <vector>

#include "labeling/domain/part.h"

namespace jaedan::labeling::kfashion {

// The words of the format. Lists stand in the order in which the exporter writes them.

inline constexpr std::string_view kImage = "이미지 정보";
inline constexpr std::string_view kImageId = "이미지 식별자";
inline constexpr std::string_view kImageHeight = "이미지 높이";
inline constexpr std::string_view kImageFileName = "이미지 파일명";
inline constexpr std::string_view kImageWidth = "이미지 너비";
inline constexpr std::string_view kDataset = "데이터셋 정보";
inline constexpr std::string_view kCreated = "파일 생성일자";
inline constexpr std::string_view kDetail = "데이터셋 상세설명";
inline constexpr std::string_view kFileNumber = "파일 번호";
inline constexpr std::string_view kFileName = "파일 이름";
inline constexpr std::string_view kRects = "렉트좌표";
inline constexpr std::string_view kPolygons = "폴리곤좌표";
inline constexpr std::string_view kLabels = "라벨링";
inline constexpr std::string_view kStyle = "스타일";
inline constexpr std::string_view kX = "X좌표";
inline constexpr std::string_view kY = "Y좌표";
inline constexpr std::string_view kWidth = "가로";
inline constexpr std::string_view kHeight = "세로";

/// An attribute of a garment (or of the photo) and its key.
struct AttributeKey {
  std::string_view id;                    ///< labeling/domain/attribute.h
  std::string_view key;                   ///< Korean key
  bool list = false;                      ///< an array of strings, even of one
  std::vector<std::string_view> aliases;  ///< keys that only other programs write; read, and kept where they stand
};

/// The eleven attributes of a part.
const std::vector<AttributeKey>& garment_keys();
/// Style and sub-style.
const std::vector<AttributeKey>& style_keys();
/// Part keys in the order of writing; 라벨링 has 스타일 before them.
const std::vector<Part>& part_order();
/// Order in which garments are painted over each other, the outer on top: top, bottom, dress, outer.
const std::vector<Part>& paint_order();

/// Orders of keys, for JsonValue::set.
const std::vector<std::string_view>& root_order();
const std::vector<std::string_view>& image_order();
const std::vector<std::string_view>& dataset_order();
const std::vector<std::string_view>& detail_order();
const std::vector<std::string_view>& part_key_order();  ///< 스타일 first

}  // namespace jaedan::labeling::kfashion
