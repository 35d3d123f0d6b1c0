#include "labeling/edit/commands/paste_garments.h"

#include <utility>

#include "labeling/domain/clip_region.h"
#include "labeling/edit/garment_access.h"

namespace jaedan {

PasteGarments::PasteGarments(Pasted pasted, std::string user) : pasted_(std::move(pasted)), user_(std::move(user)) {}

Status PasteGarments::apply(Annotation& annotation) const {
  const Rect frame{0, 0, static_cast<double>(pasted_.photo_width), static_cast<double>(pasted_.photo_height)};
  bool any = false;
  for (Garment garment : pasted_.garments) {
    for (Ring& ring : garment.region.rings) {
      for (Point& point : ring) point = Point{point.x * pasted_.scale.x, point.y * pasted_.scale.y} + pasted_.offset;
    }
    garment.region = clip_to(garment.region, frame);
    if (!check_outline(garment.region)) continue;
    garment.id = next_garment_id(annotation);
    garment.locked = false;
    garment.hidden = false;
    mark_drawn_by(garment, user_);
    for (AttributeValue& value : garment.attributes) {
      // How another photo's file spelt the word is that file's affair.
      value.spelling.clear();
      if (value.provenance.source != Source::kModel) value.provenance = Provenance::human(user_);
    }
    annotation.garments.push_back(std::move(garment));
    any = true;
  }
  if (any) return {};
  return Error{ErrorCode::kInvalidArgument, "paste.nothing_inside",
               "nothing to paste: no copied garment lies inside this photo"};
}

}  // namespace jaedan
