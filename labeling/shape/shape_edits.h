#pragma once

#include <memory>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/edit/command.h"

namespace jaedan::labeling {

/// Edits whose outcome needs more than one outline. Each is worked out here for the annotation as it is now and comes
/// back as one command, which is one undo entry; locked garments are refused when it runs.
using ShapeEdit = Result<std::unique_ptr<Command>>;

/// The garments become one: that of the first of `garments`, with its part and labels and everybody's outlines.
/// kInvalidArgument below two; kNotFound.
ShapeEdit join_garments_into_first(const Annotation& annotation, const std::vector<GarmentId>& garments,
                                   const std::string& user);

/// Takes the outlines of the other garments out of that of the first; of a single garment, what visible garments lie
/// above it, so that the two share a border. kInvalidArgument when nothing would be left, or nothing overlaps;
/// kNotFound.
ShapeEdit cut_others_out(const Annotation& annotation, const std::vector<GarmentId>& garments, const std::string& user);

/// Cuts a garment in two along `line`: the larger part stays the garment, the rest becomes one of its own, with the
/// same labels, on top. kInvalidArgument when the line does not go across; kNotFound. `frame`: the photo.
ShapeEdit slice_garment(const Annotation& annotation, GarmentId garment, const std::vector<Point>& line,
                        const Rect& frame, const std::string& user);

/// Draws a stretch of a garment's outline anew: `path` begins and ends within `reach_px` of one ring, and the stretch
/// nearer to it gives way. kInvalidArgument when it does not; kNotFound. Points beyond `frame`, the photo, are moved
/// into it.
ShapeEdit redraw_contour(const Annotation& annotation, GarmentId garment, const std::vector<Point>& path,
                         double reach_px, const Rect& frame, const std::string& user);

}  // namespace jaedan::labeling
