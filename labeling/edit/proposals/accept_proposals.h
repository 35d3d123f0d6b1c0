#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "labeling/domain/proposal.h"
#include "labeling/edit/command.h"

namespace jaedan {

/// A proposal that is not taken, and why.
struct SkippedProposal {
  std::size_t index = 0;  ///< in the list of proposals
  Message reason;         ///< names the part
};

/// What accepting would do.
struct Acceptance {
  std::vector<std::size_t> accepted;  ///< indices of the proposals that become garments
  std::vector<GarmentId> replaced;    ///< garments that give way to them
  std::vector<SkippedProposal> skipped;
};

/// Decides, place by place (place.h), without changing anything. A proposal is skipped when a person or a file
/// already has a garment at its place (has_human_work), when its region is no outline, and when the photo is
/// approved. Garments that a model made and nobody confirmed give way to what is accepted at their place; those of
/// the same part elsewhere are other people's and stay. The proposals are those of one reading: they are not
/// compared with each other.
Acceptance plan_acceptance(const Annotation& annotation, const std::vector<Proposal>& proposals);

/// Turns proposals into garments with provenance *model*, as plan_acceptance says; call that first to tell
/// a person what was skipped. Never changes or removes human work. The new garments lie below the others,
/// so that they cover nothing a person drew. Only what the model is sure of is filled in: guesses stay with the
/// prediction. With the first garment of the model come the labels of the photo (photo_labels.h), once: what a person
/// takes away later does not come back with the next garment. Always succeeds, perhaps by changing nothing.
class AcceptProposals : public Command {
 public:
  /// `image_attributes`: those of the prediction.
  AcceptProposals(std::vector<Proposal> proposals, std::string model_id, AttributeValues image_attributes = {});

  std::string name() const override { return "accept_proposals"; }
  Changes changes() const override { return {Change::kLabels, Change::kAdds, Change::kRemoves}; }
  Deed deed() const override { return Deed::kAccept; }
  Status apply(Annotation& annotation) const override;

 private:
  Garment garment_of(const Proposal& proposal, GarmentId id) const;

  std::vector<Proposal> proposals_;
  std::string model_id_;
  AttributeValues image_attributes_;
};

}  // namespace jaedan
