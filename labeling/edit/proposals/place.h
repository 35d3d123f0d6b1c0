#pragma once

#include <cstddef>
#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/domain/proposal.h"

namespace jaedan {

/// What stands where. A photo may show several people, so it may hold several garments of a part, each at its own
/// place; two of one part that lie mostly on each other (region_overlap.h) are the same one, said twice.
///
/// A garment whose outline has no area (files with labels only) is somewhere in the photo, nobody knows where: it
/// takes every place of its part, so that what a file says is never doubled.

/// Whether `garment` takes the place of `proposal`: it is of the same part and lies mostly on it, or has no area.
bool takes_place(const Garment& garment, const Proposal& proposal);

/// Whether what a model said of a garment is still said of `garment`: it has the id and the part, and lies mostly where
/// the one did that the model was asked about.
bool still_said_of(const Garment& garment, const GarmentWords& words);

/// Whether only one of two garments, each of its own reading, can be there: they lie mostly on each other, whatever
/// their parts (a dress, and the top and the skirt that it was taken for), or are of one part and one has no area.
bool same_place(const Garment& a, const Garment& b);

/// The proposals whose place no garment of `annotation` takes.
std::vector<std::size_t> free_proposals(const Annotation& annotation, const std::vector<Proposal>& proposals);

}  // namespace jaedan
