// What the model says of the photos that come next, before anybody looks at them, and of garments that people drew; and
// what recommendations will need.

#include <algorithm>
#include <utility>

#include "app/gui/project/workspace.h"
#include "app/workflow/predict/prefill_photos.h"
#include "app/workflow/recommend/model_choice.h"
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
  return !loading() && reader_.idle() && clicker_.idle() && mapper_.idle() && (worker_.idle() || photos_are_coming_);
}

void Workspace::work_ahead(bool gesture_under_way) {
  const bool may_begin = !gesture_under_way && nobody_waits();
  ahead_.follow(photos_to_prefill(), may_begin);
  if (may_begin && document_ && !garments_are_read_) read_garments_ahead();
  embed_ahead_.follow(may_begin && may_be_written_ && ahead_.idle() && finder_.idle() && mapper_.idle());
}

void Workspace::read_garments_ahead() {
  garments_are_read_ = true;
  // Whatever stops it or is wrong: the first question reads them, and tells.
  finder_.submit({}, [held = garments_](workflow::Project& project, const workflow::Watch& watch) {
    static_cast<void>(workflow::warm_up(project, *held, watch));
    return std::function<void()>();
  });
}

void Workspace::turn_to_model(const std::string& model_id) {
  finder_.submit({}, [this, model_id, held = garments_](workflow::Project& project, const workflow::Watch& watch) {
    const Status turned = workflow::turn_to_model(project, *held, model_id, watch);
    const bool was_stopped = !turned.ok() && turned.error().code == ErrorCode::kCancelled;
    return std::function<void()>([this, model_id, was_stopped] {
      if (was_stopped) turn_to_model(model_id);  // a question came between
    });
  });
}

void Workspace::take_prediction(PhotoId id, Prediction prediction) {
  photos_.update_prediction(id, labeling::worst_score_of(prediction));
  if (id == current() || loader_.find(id) || loader_.loading(id)) fresh_[id] = std::move(prediction);
  if (id == current()) question_at_answer_ = question_;
}

void Workspace::follow_question(std::optional<AskedQuestion> question) {
  if (question.has_value() != question_.has_value()) wants_words_ = question.has_value();
  question_ = std::move(question);
  if (!wants_words_ || !document_ || !is_saved(*document_)) return;
  wants_words_ = false;
  const bool may_ask = may_be_written_ && ahead_.is_on() && worker_.idle() && !desk_.sees_tasks_only();
  const std::pair now = {current(), document_->session.annotation().revision};
  // What the model has no words for is not asked again and again.
  if (!may_ask || now == asked_about_ || !lacks_words(*document_)) return;
  asked_about_ = now;
  ask_about_garments(current());
}

void Workspace::ask_about_garments(PhotoId id) {
  worker_.submit({}, [this, id, model = model_](workflow::Project& project, const workflow::Watch&) {
    auto answer = std::make_shared<Result<Prediction>>(workflow::label_garments(project, id, *model));
    return std::function<void()>([this, id, answer] {
      // Errors are told when a person asks for the same.
      if (answer->ok()) take_prediction(id, std::move(*answer).value());
    });
  });
}

void Workspace::hand_out_predictions(bool gesture_under_way) {
  for (const auto& document : open_documents()) {
    const auto fresh = fresh_.find(document->id());
    if (fresh == fresh_.end()) continue;
    // Nothing appears under a hand that draws.
    const bool is_being_answered = question_ && question_ == question_at_answer_;
    if (document == document_ && (gesture_under_way || !document->begun.empty() || is_being_answered)) continue;
    if (!document->prediction) {
      replace_prediction(std::move(fresh->second), *document);
    } else if (document->prediction->model_id == fresh->second.model_id && !fresh->second.of_garments.empty()) {
      document->prediction->of_garments = std::move(fresh->second.of_garments);
    }
    fresh_.erase(fresh);
  }
  for (auto it = fresh_.begin(); it != fresh_.end();) {
    const bool is_wanted = it->first == current() || loader_.find(it->first) || loader_.loading(it->first);
    it = is_wanted ? std::next(it) : fresh_.erase(it);
  }
}

}  // namespace jaedan::gui
