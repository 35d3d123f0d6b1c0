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
    if (!taken && document.rejected.count(i) == 0) open.push_back(i);
  }
  return open;
}

}  // namespace jaedan::gui
