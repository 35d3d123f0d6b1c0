#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/review/stage.h"
#include "labeling/store/change_record.h"

namespace jaedan::labeling {

/// What one person says of one photo at one stage, apart from what the project says of it: one of a panel, or of a
/// control. Whoever works on it cannot tell it from the photo itself.
struct Answer {
  AnswerId id;
  PhotoId photo;
  Stage stage = Stage::kDrawn;
  UserId user;
  PanelId panel;             ///< none: of a control
  Annotation annotation;     ///< with `answer` = id and revisions of its own
  std::string submitted_at;  ///< UTC; empty while it is not done

  bool submitted() const { return !submitted_at.empty(); }
};

/// What became of a panel. The numbers are stored.
enum class PanelState {
  kOpen = 0,       ///< people work on it, or all have answered
  kMerged = 1,     ///< their answers are the photo's annotation
  kCancelled = 2,  ///< the photo went back as it was
};

/// ASCII id: open, merged, cancelled.
std::string_view id_of(PanelState state);

/// A photo's stage that several people do unseen by each other. While it is open the photo is in no queue, and nobody
/// changes the photo's own annotation.
struct Panel {
  PanelId id;
  PhotoId photo;
  Stage stage = Stage::kDrawn;
  int people = 0;     ///< how many are asked
  int submitted = 0;  ///< how many have answered
  int free = 0;       ///< how many may still take it
  PanelState state = PanelState::kOpen;
  std::int64_t merged_revision = 0;  ///< of the photo's annotation that the merge made; 0 when it is not merged

  bool complete() const { return submitted >= people; }
};

/// Of how many people a panel is.
inline constexpr int kLeastPanel = 2;
inline constexpr int kMostPanel = 100;

/// A photo whose truth is known, given out at a stage like any other.
struct Control {
  PhotoId photo;
  Stage stage = Stage::kDrawn;
  Annotation start;  ///< what a person finds there when they begin
  Annotation truth;  ///< what an inspector approved
};

/// What people say of photos that is not the photos' own annotation: the answers of panels (consensus) and of controls
/// (honeypots). Which photo a person gets is decided by TaskStore::claim, which makes the answer; Task::answer names
/// it, and ending that task as submitted submits it. No method here changes a photo's own annotation, and none of
/// AnnotationStore takes an annotation with `answer`. What else every method owes its caller: store.h.
class AnswerStore {
 public:
  virtual ~AnswerStore() = default;

  /// Asks `people` (kLeastPanel…kMostPanel) to do the photo's stage. kRefused when the photo does not wait for the
  /// stage, is in somebody's hands, or has an open panel.
  virtual Result<Panel> open_panel(PhotoId photo, Stage stage, int people, const std::string& now) = 0;
  /// Ends it: the photo is in its queue again, tasks in hand are released, what was said stays. kConflict when it ended
  /// already. `merged_revision`: for kMerged.
  virtual Status end_panel(PanelId panel, PanelState how, std::int64_t merged_revision, const std::string& now) = 0;
  /// Opens a merged one again. kConflict unless it is merged; as open_panel when the photo does not wait any more.
  virtual Status reopen_panel(PanelId panel, const std::string& now) = 0;
  /// The photo's last panel.
  virtual Result<std::optional<Panel>> panel_of(PhotoId photo) = 0;
  /// In ascending id, after `after`, at most `limit`.
  virtual Result<std::vector<Panel>> panels(PanelId after, int limit) = 0;
  /// Those of a panel, in ascending id.
  virtual Result<std::vector<Answer>> answers_of(PanelId panel) = 0;

  /// kNotFound.
  virtual Result<Answer> answer(AnswerId id) = 0;
  virtual Result<std::string> answer_history(AnswerId id) = 0;
  /// Stores what a person says; as AnnotationStore::save, with the revisions of the answer. The log has it as a record
  /// about the task `task` (a panel's photo is the work of `note.worker` then). kRefused for one that was submitted.
  virtual Result<std::int64_t> save_answer(const Annotation& annotation, TaskId task, const ChangeNote& note,
                                           const std::string& history) = 0;
  /// The photo has another size: everything that people answered about it, and its controls, are multiplied
  /// (scaled in labeling/domain/annotation.h). The revisions of answers go on by one, so that whoever has one open
  /// loads it again; their histories, which speak of the old size, are forgotten.
  virtual Status scale_answers(PhotoId photo, double x, double y) = 0;

  /// Both stages' annotations are of the photo. Again for the same photo and stage: replaces it.
  virtual Status set_control(const Control& control) = 0;
  /// At every stage. What people answered stays. False when it was none.
  virtual Result<bool> remove_control(PhotoId photo) = 0;
  /// All stages of at most `limit` photos, in ascending photo, then stage, after `after`.
  virtual Result<std::vector<Control>> controls(PhotoId after, int limit) = 0;
  /// None when it is no control any more.
  virtual Result<std::optional<Control>> control(PhotoId photo, Stage stage) = 0;
  /// Answers of controls that were submitted, in ascending id, after `after`, at most `limit`.
  virtual Result<std::vector<Answer>> control_answers(AnswerId after, int limit) = 0;
};

}  // namespace jaedan::labeling
