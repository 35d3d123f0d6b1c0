// What the model says of the photos that come next, before anybody looks at them.

#include <algorithm>
#include <utility>

#include "app/gui/project/workspace.h"
#include "labeling/store/storable.h"

namespace jaedan::gui {
namespace {

constexpr std::int64_t kPrefilledAhead = 20;  // photos, with the one on screen

}  // namespace

std::vector<PhotoId> Workspace::photos_to_prefill() {
  std::vector<PhotoId> next;
  const std::optional<std::int64_t> here = photos_.index_of(current());
  if (!here || !may_be_written_) return next;
  for (std::int64_t i = *here; i < std::min(*here + kPrefilledAhead, photos_.size()); ++i) {
    const bool is_new = photos_.state_at(i) == WorkflowState::kNew;
    // Begun by hand, though not saved yet.
    const bool is_begun = i == *here && !document_->session.annotation().garments.empty();
    if (is_new && !is_begun) next.push_back(photos_.id_at(i));
  }
  return next;
}

bool Workspace::nobody_waits() const {
  // An import gives way itself, and its first photos are wanted long before its last.
  return !loading() && reader_.idle() && clicker_.idle() && (worker_.idle() || photos_are_coming_);
}

void Workspace::take_prediction(PhotoId id, Prediction prediction) {
  photos_.update_prediction(id, labeling::worst_score_of(prediction));
  if (id == current() || loader_.find(id) || loader_.loading(id)) fresh_[id] = std::move(prediction);
}

void Workspace::hand_out_predictions(bool gesture_under_way) {
  for (const auto& document : open_documents()) {
    const auto fresh = fresh_.find(document->id());
    if (fresh == fresh_.end()) continue;
    // Nothing appears under a hand that draws.
    if (document == document_ && (gesture_under_way || !document->begun.empty())) continue;
    if (!document->prediction) replace_prediction(std::move(fresh->second), *document);
    fresh_.erase(fresh);
  }
  for (auto it = fresh_.begin(); it != fresh_.end();) {
    const bool is_wanted = it->first == current() || loader_.find(it->first) || loader_.loading(it->first);
    it = is_wanted ? std::next(it) : fresh_.erase(it);
  }
}

}  // namespace jaedan::gui
