#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/gui/project/project_thread.h"
#include "app/workflow/recommend/embed_ahead.h"

namespace jaedan::gui {

/// Makes the vectors of garments that were approved, so that they are there when somebody asks what is like them; and
/// those of a new model, one photo at a time. On a thread that gets the time that nothing else wants. Used on the
/// window's thread.
class EmbedAhead {
 public:
  /// Hears that a model has all the vectors that can be made.
  using Complete = std::function<void(const std::string& model_id)>;

  EmbedAhead(ProjectThread& thread, Complete complete);
  ~EmbedAhead();

  void turn(bool on);
  /// Photos were approved, or may have been.
  void look_again();
  /// The thread could not do what it had: the project cannot be opened.
  void gave_up();
  /// Once a frame. `may_begin`: nobody waits for anything.
  void follow(bool may_begin);
  /// Nothing is under way, and nothing is known to be to come.
  bool idle() const { return !is_busy_ && (!is_on_ || !may_lack_ || cannot_); }

 private:
  void ask();

  ProjectThread& thread_;
  Complete complete_;
  bool is_on_ = false;
  bool is_busy_ = false;
  bool may_lack_ = true;  ///< there may be garments without a vector
  bool cannot_ = false;   ///< there is no model, or the project failed; until it is turned on again
  std::shared_ptr<workflow::AheadEmbedder> embedder_ = std::make_shared<workflow::AheadEmbedder>();
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  ///< what is left of a job asks for it
};

}  // namespace jaedan::gui
