#pragma once

#include <cstddef>
#include <string>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"

namespace jaedan {

/// What commands share: finding a garment, or saying in a sentence why they cannot go on.

/// "top (garment 3)", to stand inside a message.
Message describe(const Garment& garment);

/// The garment, whatever its flags: labels of a locked garment may be edited. kNotFound.
Result<Garment*> garment_to_label(Annotation& annotation, GarmentId id);
/// The garment, to be moved, redrawn or removed. kNotFound; kInvalidArgument when it is locked.
Result<Garment*> garment_to_change(Annotation& annotation, GarmentId id);
/// kNotFound when the garment has no such ring, or the ring no such point.
Result<Ring*> ring_of(Garment& garment, std::size_t ring);
Status check_vertex(const Garment& garment, std::size_t ring, std::size_t index);

/// Whether a region can be somebody's outline: at least one ring, three points or more in each, all
/// coordinates finite. kInvalidArgument with the reason.
Status check_outline(const Region& region);

/// A person changed the outline: it is theirs now, and the rectangle read from a file no longer holds.
void mark_drawn_by(Garment& garment, const std::string& user);

/// Whether a person or an imported file has a word in this garment (its outline, any of its labels, a model's word that
/// was confirmed, an approval, or a lock), so that no model may replace it.
bool has_human_work(const Garment& garment);

}  // namespace jaedan
