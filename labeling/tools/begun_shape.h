#pragma once

#include <string>
#include <string_view>

#include "labeling/base/result.h"
#include "labeling/domain/ids.h"
#include "labeling/domain/part.h"
#include "labeling/tools/draw_tool.h"

namespace jaedan {

/// A shape that was begun on a photo and put aside, with its undo: what a person finds again after a look at another
/// photo, or after the next start. No part of the annotation.
struct BegunShape {
  std::string tool;  ///< ASCII id of the window's tool
  std::string use;   ///< ASCII id of what becomes of it
  Part part = Part::kTop;
  GarmentId garment;  ///< that it is added to or cut out of; 0: none
  DrawDraft draft;

  bool empty() const { return draft.empty(); }
  bool operator==(const BegunShape& other) const {
    return tool == other.tool && use == other.use && part == other.part && garment == other.garment &&
           draft == other.draft;
  }
  bool operator!=(const BegunShape& other) const { return !(*this == other); }

  /// Empty for an empty shape.
  std::string to_bytes() const;
  /// kCorrupt for what to_bytes has not written; an empty shape for no bytes.
  static Result<BegunShape> from_bytes(std::string_view bytes);
};

}  // namespace jaedan
