#pragma once

#include <cstddef>
#include <string_view>

/// By what a label file is known when nobody says which format it is. Each is asked of files of its format's ending,
/// and of the first `kSignBytes` of them; a text may be in any encoding that encoding_of knows.
namespace jaedan::labeling {

inline constexpr std::size_t kSignBytes = 1u << 20;

/// A key of the format: 이미지 정보 or 데이터셋 정보, escaped or with letters apart as well.
bool looks_like_kfashion(std::string_view bytes);
/// A list of images, or of annotations with image_id.
bool looks_like_coco(std::string_view bytes);
/// A list of shapes, and what labelme writes beside it or in it.
bool looks_like_labelme(std::string_view bytes);
/// An <annotation>.
bool looks_like_voc(std::string_view bytes);
/// Lines of a class number and four numbers or more.
bool looks_like_yolo(std::string_view bytes);
/// A grey picture in which only part numbers stand, and some.
bool looks_like_mask(std::string_view bytes);

}  // namespace jaedan::labeling
