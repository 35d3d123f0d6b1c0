#pragma once

#include "labeling/domain/annotation.h"
#include "labeling/domain/image.h"

namespace jaedan::labeling {

/// A copy of the photo with its regions tinted in the parts' colours (domain/part_colours.h), outlined, and named
/// beside them (domain/name_tags.h) by their ids ("outer jacket black"; fewer words where the photo is narrow):
/// OpenCV's letters know no Hangul. Lines and letters grow with the photo.
Image draw_overlay(ImageView photo, const Annotation& annotation);

}  // namespace jaedan::labeling
