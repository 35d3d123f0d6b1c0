#include "app/gui/document.h"

#include <algorithm>

namespace jaedan::gui {

const std::vector<Proposal>& proposals_of(const Document& document) {
  static const std::vector<Proposal> kNone;
  const auto& prediction = document.prediction;
  return prediction && !prediction->readings.empty() ? prediction->readings.front().garments : kNone;
}

std::vector<std::size_t> open_proposals(const Document& document) {
  std::vector<std::size_t> open;
  const Annotation& annotation = document.session.annotation();
  if (annotation.state == WorkflowState::kApproved) return open;
  const std::vector<Proposal>& proposals = proposals_of(document);
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    const bool taken = std::any_of(annotation.garments.begin(), annotation.garments.end(),
                                   [&](const Garment& garment) { return garment.part == proposals[i].part; });
    if (!taken && !document.rejected.contains(i)) open.push_back(i);
  }
  return open;
}

void reject_proposals_of_removed(const std::vector<Garment>& before, Document& document) {
  const std::vector<Proposal>& proposals = proposals_of(document);
  for (const Garment& garment : before) {
    const bool removed = !find_garment(document.session.annotation(), garment.id);
    if (!removed || garment.region_provenance.source != Source::kModel) continue;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      if (proposals[i].part == garment.part) document.rejected.add_with_garment(i);
    }
  }
}

void reopen_proposals_of_restored(Document& document) {
  const std::vector<Proposal>& proposals = proposals_of(document);
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    for (const Garment& garment : document.session.annotation().garments) {
      if (garment.part == proposals[i].part) document.rejected.garment_came_back(i);
    }
  }
}

}  // namespace jaedan::gui
