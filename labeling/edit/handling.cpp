#include "labeling/edit/handling.h"

namespace jaedan {

void note_handling(const Annotation& before, const Actor& actor, Deed deed, Annotation& after) {
  for (Garment& garment : after.garments) {
    const Garment* was = find_garment(before, garment.id);
    const bool worked_on = !was || !says_the_same(*was, garment);
    if (!worked_on && !decides(deed)) continue;
    Handling& handling = garment.handling;
    if (!was) handling = {};  // a copy begins anew
    if (actor.looks) handling.looked_by = actor.name;
    if (worked_on) handling.approved_by.clear();
    if (worked_on && deed == Deed::kAccept && is_models_own(garment)) handling.accepted_by = actor.name;
    if (deed == Deed::kApprove) handling.approved_by = actor.name;
  }
}

}  // namespace jaedan
