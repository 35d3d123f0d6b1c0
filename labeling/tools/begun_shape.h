#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/ids.h"
#include "labeling/domain/part.h"
#include "labeling/tools/draw_tool.h"

namespace jaedan {

/// One thing said of an object that is being cut out by clicks: a click on it, a click beside it, or a box around it.
struct BegunClick {
  Point at;
  bool adds = true;
  std::optional<Rect> box;  ///< instead of the click

  bool operator==(const BegunClick& other) const { return at == other.at && adds == other.adds && box == other.box; }
};

/// A shape that was begun on a photo and put aside, with its undo: what a person finds again after a look at another
/// photo, or after the next start. No part of the annotation.
struct BegunShape {
  std::string tool;  ///< ASCII id of the window's tool
  std::string use;   ///< ASCII id of what becomes of it
  Part part = Part::kTop;
  GarmentId garment;  ///< that it is added to or cut out of; 0: none
  DrawDraft draft;
  std::vector<BegunClick> clicks;  ///< instead of `draft`, in the order in which they were made

  bool empty() const { return draft.empty() && clicks.empty(); }
  bool operator==(const BegunShape& other) const {
    return tool == other.tool && use == other.use && part == other.part && garment == other.garment &&
           draft == other.draft && clicks == other.clicks;
  }
  bool operator!=(const BegunShape& other) const { return !(*this == other); }

  /// Empty for an empty shape.
  std::string to_bytes() const;
  /// kCorrupt for what to_bytes has not written; an empty shape for no bytes.
  static Result<BegunShape> from_bytes(std::string_view bytes);
};

}  // namespace jaedan
