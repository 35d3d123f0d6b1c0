#pragma once

#include "labeling/domain/annotation.h"
#include "labeling/review/actor.h"
#include "labeling/review/deed.h"

namespace jaedan {

/// Writes down what `actor` did with the garments of `after` by doing `deed` to `before` (domain/handling.h). What was
/// worked on loses its approval, as it is no longer what was approved.
void note_handling(const Annotation& before, const Actor& actor, Deed deed, Annotation& after);

}  // namespace jaedan
