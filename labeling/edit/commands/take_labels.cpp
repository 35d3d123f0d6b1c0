#include "labeling/edit/commands/take_labels.h"

#include <algorithm>
#include <set>
#include <utility>

#include "labeling/edit/garment_access.h"
#include "labeling/edit/proposals/place.h"

namespace jaedan {
namespace {

bool is_same_outline(const Garment& a, const Garment& b) { return a.part == b.part && a.region == b.region; }
bool is_same_garment(const Garment& a, const Garment& b) { return a.part == b.part && same_place(a, b); }

/// Which of the garments `there` each of `said` is; null for a new one. Each is one of them at most, what fits best
/// goes first.
std::vector<const Garment*> partners_of(const std::vector<Garment>& said, const std::vector<Garment>& there) {
  std::vector<const Garment*> partners(said.size(), nullptr);
  std::set<GarmentId> taken;
  for (const auto fits : {is_same_outline, is_same_garment, same_place}) {
    for (std::size_t i = 0; i < said.size(); ++i) {
      for (const Garment& garment : there) {
        if (partners[i] || taken.count(garment.id) > 0 || !fits(said[i], garment)) continue;
        partners[i] = &garment;
        taken.insert(garment.id);
      }
    }
  }
  return partners;
}

/// In the order of `before`; those that are new come behind.
void sort_as_before(const std::vector<Garment>& before, std::vector<Garment>& garments) {
  const auto place = [&](const Garment& garment) {
    return std::find_if(before.begin(), before.end(), [&](const Garment& one) { return one.id == garment.id; }) -
           before.begin();
  };
  std::stable_sort(garments.begin(), garments.end(),
                   [&](const Garment& a, const Garment& b) { return place(a) < place(b); });
}

}  // namespace

TakeLabels::TakeLabels(Annotation said, Outlines outlines, std::string user)
    : said_(std::move(said)), outlines_(outlines), user_(std::move(user)) {}

Changes TakeLabels::changes() const {
  if (outlines_ == Outlines::kKeep) return Change::kLabels;
  return {Change::kOutlines, Change::kLabels, Change::kAdds, Change::kRemoves, Change::kOrder};
}

AttributeValues TakeLabels::labels(const AttributeValues& said, const AttributeValues& there) const {
  AttributeValues values;
  for (const AttributeValue& value : said) {
    const auto is_same = [&](const AttributeValue& one) {
      return one.attribute == value.attribute && one.value == value.value;
    };
    const auto same = std::find_if(there.begin(), there.end(), is_same);
    if (same == there.end()) {
      values.push_back({value.attribute, value.value, value.spelling, Provenance::human(user_)});
    } else {
      values.push_back(*same);
      confirm(values.back().provenance, user_);
    }
  }
  return values;
}

void TakeLabels::take(const Garment& said, Garment& garment) const {
  const bool draws = outlines_ == Outlines::kReplace;
  if (draws && !said.region.empty() && said.region != garment.region) {
    garment.region = said.region;
    mark_drawn_by(garment, user_);
  } else if (draws || said.part != garment.part) {
    confirm(garment.region_provenance, user_);
  }
  garment.part = said.part;
  garment.attributes = labels(said.attributes, garment.attributes);
}

Status TakeLabels::apply(Annotation& annotation) const {
  const std::vector<Garment> before = annotation.garments;
  const std::vector<const Garment*> partners = partners_of(said_.garments, before);
  GarmentId id = next_garment_id(annotation);
  std::vector<Garment> garments;
  for (std::size_t i = 0; i < partners.size(); ++i) {
    const Garment& said = said_.garments[i];
    Garment garment = said;
    if (partners[i]) {
      garment = *partners[i];
      take(said, garment);
    } else {
      garment.id = id;
      garment.region_provenance = Provenance::human(user_);
      garment.attributes = labels(said.attributes, {});
      garment.locked = garment.hidden = false;
      ++id.value;
    }
    if (partners[i] && garment.region != partners[i]->region)
      JAEDAN_RETURN_IF_ERROR(garment_to_change(annotation, garment.id));
    garments.push_back(std::move(garment));
  }
  for (const Garment& garment : before) {
    const bool stays = std::find(partners.begin(), partners.end(), &garment) != partners.end();
    if (!stays) JAEDAN_RETURN_IF_ERROR(garment_to_change(annotation, garment.id));
  }
  if (outlines_ == Outlines::kKeep) sort_as_before(before, garments);
  annotation.garments = std::move(garments);
  annotation.image_attributes = labels(said_.image_attributes, annotation.image_attributes);
  return {};
}

}  // namespace jaedan
