#include "labeling/edit/proposals/accept_proposals.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "labeling/edit/garment_access.h"
#include "labeling/edit/proposals/photo_labels.h"
#include "labeling/edit/proposals/place.h"

namespace jaedan {
namespace {

/// `region` without the slivers of under three points that a model may leave.
Region usable(Region region) {
  auto& rings = region.rings;
  rings.erase(std::remove_if(rings.begin(), rings.end(), [](const Ring& ring) { return ring.size() < 3; }),
              rings.end());
  return region;
}

/// Empty when the proposal may be taken.
Message reason_to_skip(const Annotation& annotation, const Proposal& proposal) {
  const Message part = message_of(proposal.part);
  if (annotation.state == WorkflowState::kApproved) {
    return in_context(part, {"proposal.photo_approved", "the photo is approved; return it first"});
  }
  if (const Status outline = check_outline(usable(proposal.region)); !outline) {
    return in_context(part, outline.error().message);
  }
  for (const Garment& garment : annotation.garments) {
    if (has_human_work(garment) && takes_place(garment, proposal)) {
      return in_context(part, {"proposal.place_taken", "a person or a file already has {0}", {describe(garment)}});
    }
  }
  return {};
}

bool has_garment_of(const Annotation& annotation, const std::string& model_id) {
  return std::any_of(annotation.garments.begin(), annotation.garments.end(), [&](const Garment& garment) {
    return is_models_own(garment) && garment.region_provenance.author == model_id;
  });
}

bool contains_id(const std::vector<GarmentId>& ids, GarmentId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

Acceptance plan_acceptance(const Annotation& annotation, const std::vector<Proposal>& proposals) {
  Acceptance plan;
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    Message reason = reason_to_skip(annotation, proposals[i]);
    if (!reason.empty()) {
      plan.skipped.push_back({i, std::move(reason)});
      continue;
    }
    plan.accepted.push_back(i);
    for (const Garment& garment : annotation.garments) {
      const bool gives_way = !contains_id(plan.replaced, garment.id) && takes_place(garment, proposals[i]);
      if (gives_way) plan.replaced.push_back(garment.id);
    }
  }
  return plan;
}

AcceptProposals::AcceptProposals(std::vector<Proposal> proposals, std::string model_id,
                                 AttributeValues image_attributes)
    : proposals_(std::move(proposals)),
      model_id_(std::move(model_id)),
      image_attributes_(std::move(image_attributes)) {}

Garment AcceptProposals::garment_of(const Proposal& proposal, GarmentId id) const {
  Garment garment;
  garment.id = id;
  garment.part = proposal.part;
  garment.region = usable(proposal.region);
  garment.region_provenance = Provenance::model(model_id_, proposal.score);
  garment.attributes = proposal.attributes;
  for (AttributeValue& value : garment.attributes) {
    if (value.provenance.source != Source::kModel) value.provenance = Provenance::model(model_id_, proposal.score);
  }
  return garment;
}

Status AcceptProposals::apply(Annotation& annotation) const {
  const Acceptance plan = plan_acceptance(annotation, proposals_);
  if (!plan.accepted.empty() && !has_garment_of(annotation, model_id_)) {
    take_photo_labels(image_attributes_, model_id_, annotation.image_attributes);
  }
  GarmentId id = next_garment_id(annotation);
  std::vector<Garment> garments;
  for (const std::size_t index : plan.accepted) {
    garments.push_back(garment_of(proposals_[index], id));
    ++id.value;
  }
  for (Garment& garment : annotation.garments) {
    if (!contains_id(plan.replaced, garment.id)) garments.push_back(std::move(garment));
  }
  annotation.garments = std::move(garments);
  return {};
}

}  // namespace jaedan
