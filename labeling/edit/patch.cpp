#include "labeling/edit/patch.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace jaedan {
namespace {

/// A patch seen in one direction: from → to.
struct Step {
  const Patch& patch;
  bool forward;

  const std::optional<Garment>& from(const GarmentChange& c) const { return forward ? c.before : c.after; }
  const std::optional<Garment>& to(const GarmentChange& c) const { return forward ? c.after : c.before; }
  const std::vector<GarmentId>& order_from() const { return forward ? patch.order_before : patch.order_after; }
  const std::vector<GarmentId>& order_to() const { return forward ? patch.order_after : patch.order_before; }
  const auto& image_from() const { return forward ? patch.image_attributes_before : patch.image_attributes_after; }
  const auto& image_to() const { return forward ? patch.image_attributes_after : patch.image_attributes_before; }
  const auto& state_from() const { return forward ? patch.state_before : patch.state_after; }
  const auto& state_to() const { return forward ? patch.state_after : patch.state_before; }
};

std::vector<GarmentId> order_of(const Annotation& annotation) {
  std::vector<GarmentId> ids;
  for (const Garment& garment : annotation.garments) ids.push_back(garment.id);
  return ids;
}

bool changes_order(const Patch& patch) { return patch.order_before != patch.order_after; }

GarmentId id_of(const GarmentChange& change) {
  if (change.before) return change.before->id;
  return change.after ? change.after->id : GarmentId{};
}

Error conflict(Message what) {
  return {ErrorCode::kConflict,
          "history.step_does_not_fit",
          "{0} is no longer what this step was made on; the photo was changed elsewhere, "
          "so the step cannot be done or undone",
          {std::move(what)}};
}

Message name_of(GarmentId id) { return {"garment.numbered", "garment {0}", {id.value}}; }

/// Who looked at a garment is nothing that a step was made on: it may have been noted since.
bool is_the_same(const Garment& now, const Garment& expected) {
  return says_the_same(now, expected) && now.locked == expected.locked && now.hidden == expected.hidden;
}

/// The garments after the step, in order: those that stay as they are point into `annotation`, the others into
/// the patch. Nothing is changed yet, so that an error leaves no half of it.
Result<std::vector<const Garment*>> garments_after(const Step& step, const Annotation& annotation) {
  std::unordered_map<GarmentId, const Garment*> garments;
  for (const Garment& garment : annotation.garments) garments[garment.id] = &garment;
  for (const GarmentChange& change : step.patch.garments) {
    const GarmentId id = id_of(change);
    const auto found = garments.find(id);
    const bool is_there = found != garments.end();
    const std::optional<Garment>& from = step.from(change);
    if (from ? !is_there || !is_the_same(*found->second, *from) : is_there) return conflict(name_of(id));
    if (is_there) garments.erase(found);
    if (step.to(change)) garments[id] = &*step.to(change);
  }

  const std::vector<GarmentId> present = order_of(annotation);
  const bool reorders = changes_order(step.patch);
  if (reorders && present != step.order_from()) return conflict({"history.garment_order", "the order of the garments"});
  std::vector<const Garment*> result;
  for (const GarmentId id : reorders ? step.order_to() : present) {
    const auto found = garments.find(id);
    if (found == garments.end()) return conflict(name_of(id));
    result.push_back(found->second);
    garments.erase(found);
  }
  if (!garments.empty()) return conflict({"history.garment_list", "the list of garments"});
  return result;
}

/// Copies what comes from the patch; what stays is moved, however many points it has.
void take_over(const std::vector<const Garment*>& garments, std::vector<Garment>& present) {
  const auto is_present = [&](const Garment* garment) {
    return std::any_of(present.begin(), present.end(), [&](const Garment& one) { return &one == garment; });
  };
  std::vector<Garment> result;
  for (const Garment* garment : garments) {
    if (is_present(garment)) {
      result.push_back(std::move(present[static_cast<std::size_t>(garment - present.data())]));
    } else {
      result.push_back(*garment);
    }
  }
  present = std::move(result);
}

Status apply(const Step& step, Annotation& annotation) {
  if (step.image_from().has_value() != step.image_to().has_value() ||
      (step.image_from() && *step.image_from() != annotation.image_attributes)) {
    return conflict({"history.photo_labels", "what is said of the whole photo"});
  }
  if (step.state_from().has_value() != step.state_to().has_value() ||
      (step.state_from() && *step.state_from() != annotation.state)) {
    return conflict({"history.photo_state", "the state of the photo"});
  }
  JAEDAN_ASSIGN_OR_RETURN(const auto garments, garments_after(step, annotation));
  take_over(garments, annotation.garments);
  if (step.image_to()) annotation.image_attributes = *step.image_to();
  if (step.state_to()) annotation.state = *step.state_to();
  return {};
}

/// Joins two before/after pairs of one thing; both sides empty when nothing is left to say.
template <typename T>
void merge_sides(const std::optional<T>& first_before, const std::optional<T>& first_after,
                 const std::optional<T>& second_before, const std::optional<T>& second_after, std::optional<T>& before,
                 std::optional<T>& after) {
  before = first_before ? first_before : second_before;
  after = second_after ? second_after : first_after;
  if (before == after) {
    before.reset();
    after.reset();
  }
}

}  // namespace

bool Patch::empty() const {
  return garments.empty() && order_before == order_after && !image_attributes_before && !image_attributes_after &&
         !state_before && !state_after;
}

Patch difference(const Annotation& before, const Annotation& after) {
  Patch patch;
  for (const Garment& garment : before.garments) {
    const Garment* now = find_garment(after, garment.id);
    if (!now) {
      patch.garments.push_back({garment, std::nullopt});
    } else if (*now != garment) {
      patch.garments.push_back({garment, *now});
    }
  }
  for (const Garment& garment : after.garments) {
    if (!find_garment(before, garment.id)) patch.garments.push_back({std::nullopt, garment});
  }
  std::vector<GarmentId> order_before = order_of(before);
  std::vector<GarmentId> order_after = order_of(after);
  if (order_before != order_after) {
    patch.order_before = std::move(order_before);
    patch.order_after = std::move(order_after);
  }
  if (before.image_attributes != after.image_attributes) {
    patch.image_attributes_before = before.image_attributes;
    patch.image_attributes_after = after.image_attributes;
  }
  if (before.state != after.state) {
    patch.state_before = before.state;
    patch.state_after = after.state;
  }
  return patch;
}

Status apply_forward(const Patch& patch, Annotation& annotation) { return apply(Step{patch, true}, annotation); }

Status apply_backward(const Patch& patch, Annotation& annotation) { return apply(Step{patch, false}, annotation); }

Patch merged(const Patch& first, const Patch& second) {
  Patch patch;
  patch.garments = first.garments;
  for (const GarmentChange& change : second.garments) {
    const auto same = std::find_if(patch.garments.begin(), patch.garments.end(),
                                   [&](const GarmentChange& c) { return id_of(c) == id_of(change); });
    if (same == patch.garments.end()) {
      patch.garments.push_back(change);
    } else {
      same->after = change.after;
    }
  }
  patch.garments.erase(std::remove_if(patch.garments.begin(), patch.garments.end(),
                                      [](const GarmentChange& c) { return c.before == c.after; }),
                       patch.garments.end());

  const Patch& oldest = changes_order(first) ? first : second;
  const Patch& newest = changes_order(second) ? second : first;
  if (oldest.order_before != newest.order_after) {
    patch.order_before = oldest.order_before;
    patch.order_after = newest.order_after;
  }
  merge_sides(first.image_attributes_before, first.image_attributes_after, second.image_attributes_before,
              second.image_attributes_after, patch.image_attributes_before, patch.image_attributes_after);
  merge_sides(first.state_before, first.state_after, second.state_before, second.state_after, patch.state_before,
              patch.state_after);
  return patch;
}

}  // namespace jaedan
