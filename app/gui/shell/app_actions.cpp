#include <imgui.h>

#include <utility>

#include "app/gui/canvas/canvas.h"
#include "app/gui/canvas/edit_target.h"
#include "app/gui/canvas/shape_draft.h"
#include "app/gui/project/readings.h"
#include "app/gui/shell/app.h"
#include "app/gui/words/error_text.h"
#include "app/workflow/photo/review.h"
#include "labeling/edit/commands/reorder.h"
#include "labeling/edit/commands/set_flags.h"

namespace jaedan::gui {
namespace {

bool leaves_photo(Ask ask) {
  return ask == Ask::kNextPhoto || ask == Ask::kPreviousPhoto || ask == Ask::kNextUnfinished ||
         ask == Ask::kPreviousUnfinished;
}

/// What waits for a shape under way: finishing the photo, or changing many garments at once.
bool waits_for_shape(Ask ask) {
  switch (ask) {
    case Ask::kNextReading:
    case Ask::kPreviousReading:
    case Ask::kApprove:
    case Ask::kReturn:
    case Ask::kReturnPhoto:
    case Ask::kReloadPhoto: return true;
    default: return false;
  }
}

/// The hand leaves the labels for the photo. After a shape that is drawn anew they may go on.
bool ends_label_mode(Ask ask) {
  switch (ask) {
    case Ask::kAddToGarment:
    case Ask::kCutFromGarment:
    case Ask::kClickTool:
    case Ask::kBoxTool:
    case Ask::kBrushTool:
    case Ask::kEraserTool:
    case Ask::kKnifeTool:
    case Ask::kContourTool:
    case Ask::kStartOuter:
    case Ask::kStartTop:
    case Ask::kStartBottom:
    case Ask::kStartDress: return true;
    default: return false;
  }
}

}  // namespace

bool App::must_stay() const {
  return drawing() && !can_put_aside(view_.canvas, ImGui::IsMouseDown(ImGuiMouseButton_Left));
}

void App::perform(const Ui& ui, const Action& action) {
  std::visit(
      [&](const auto& what) {
        using T = std::decay_t<decltype(what)>;
        if constexpr (std::is_same_v<T, Ask>) {
          perform(ui, what);
        } else if constexpr (std::is_same_v<T, RunCommand>) {
          run_command(what);
        } else if constexpr (std::is_same_v<T, AbandonGesture>) {
          if (Document* shown = document()) {
            if (const Status status = shown->session.abandon_gesture(what.gesture); !status) tell(status.error());
          }
        } else if constexpr (std::is_same_v<T, OpenPhoto>) {
          if (must_stay()) return tell(text_(Text::kFinishShapeFirst));
          if (workspace_) workspace_->open(what.id);
        } else if constexpr (std::is_same_v<T, ApplyFilter>) {
          if (workspace_) workspace_->photos().set_filter(what.filter);
        } else if constexpr (std::is_same_v<T, OpenProject>) {
          if (must_stay()) return tell(text_(Text::kFinishShapeFirst));
          open_or_create(what);
        } else if constexpr (std::is_same_v<T, ImportFolder>) {
          import_folder(what);
        } else if constexpr (std::is_same_v<T, CancelJob>) {
          if (workspace_) workspace_->worker().jobs().cancel(what.id);
        } else if constexpr (std::is_same_v<T, AskRecommend>) {
          recommend(what.query);
        } else if constexpr (std::is_same_v<T, ListFolder>) {
          list_folder(what.path);
        } else if constexpr (std::is_same_v<T, ChangeSettings>) {
          change_settings(what.settings);
        } else if constexpr (std::is_same_v<T, RejectProposal>) {
          if (Document* shown = document(); shown && shown->id() == what.photo) {
            shown->rejected.add({what.reading, what.index}, shown->session.change_count());
          }
        } else if constexpr (std::is_same_v<T, LabelTicked>) {
          label_ticked(what.label);
        } else if constexpr (std::is_same_v<T, Tell>) {
          tell(what.text, what.is_error);
        }
      },
      action);
}

void App::perform(const Ui& ui, Ask ask) {
  Document* shown = document();
  if (leaves_photo(ask) && must_stay()) return tell(text_(Text::kFinishShapeFirst));
  if (waits_for_shape(ask) && drawing()) return tell(text_(Text::kFinishShapeFirst));
  if (shown && canvas_takes(ask, ui, *shown, view_)) {
    if (ends_label_mode(ask) && view_.canvas.tool != Tool::kSelect) view_.labels.mode = {};
    return;
  }
  switch (ask) {
    case Ask::kUndo:
    case Ask::kRedo: {
      if (!shown) return;
      const bool undo = ask == Ask::kUndo;
      if (undo) {
        if (const auto refused = shown->rejected.undo(shown->session.change_count())) {
          shown->reading = refused->reading;
          view_.proposal.reset();
          return;
        }
      }
      if (undo && !shown->session.can_undo()) return tell(text_(Text::kNothingToUndo));
      if (!undo && !shown->session.can_redo()) return tell(text_(Text::kNothingToRedo));
      const UndoHistory& history = shown->session.history();
      const bool swap = (undo ? history.undo_entry() : history.redo_entry()).changes.has(Change::kReading);
      const Actor actor = Actor::alone(user_);
      const Status status = undo ? shown->session.undo(actor) : shown->session.redo(actor);
      if (!status) return tell(status.error());
      view_.selection.keep_existing(shown->session.annotation());
      reopen_proposals_of_restored(*shown);
      if (swap) {
        show_accepted_reading(*shown);
        view_.proposal.reset();
      }
      return hush();
    }
    case Ask::kSave:
      if (shown) shown->retry_at_s = 0;
      return;
    case Ask::kCopy: return copy_garments();
    case Ask::kPaste: return paste_garments();
    case Ask::kCopyPrevious: return copy_from_previous();
    case Ask::kHide: return set_flag(true);
    case Ask::kLock: return set_flag(false);
    case Ask::kToFront:
      if (!view_.selection.empty()) actions_.run(Reorder(view_.selection.current(), ZMove::kToFront));
      return;
    case Ask::kToBack:
      if (!view_.selection.empty()) actions_.run(Reorder(view_.selection.current(), ZMove::kToBack));
      return;
    case Ask::kDuplicate: return copy_garments(), paste_garments();
    case Ask::kJoin:
    case Ask::kCutOut: {
      if (!shown) return;
      const Annotation& annotation = shown->session.annotation();
      const std::vector<GarmentId>& chosen = view_.selection.garments();
      return run_or_tell(ui, ask == Ask::kJoin ? labeling::join_garments_into_first(annotation, chosen, user_)
                                               : labeling::cut_others_out(annotation, chosen, user_));
    }
    case Ask::kNextPhoto: return step_photo(+1, false);
    case Ask::kPreviousPhoto: return step_photo(-1, false);
    case Ask::kNextUnfinished: return step_photo(+1, true);
    case Ask::kPreviousUnfinished: return step_photo(-1, true);
    case Ask::kApprove: return approve();
    case Ask::kReturn:
    case Ask::kReturnPhoto: return return_photo();
    case Ask::kNextGarment: return select_garment(+1);
    case Ask::kPreviousGarment: return select_garment(-1);
    case Ask::kNextReading: return change_reading(+1);
    case Ask::kPreviousReading: return change_reading(-1);
    case Ask::kPrefillPhoto: return prefill_photo();
    case Ask::kPrefillProject: return prefill_project();
    case Ask::kAcceptEverywhere: view_.dialog = Dialog::kAcceptEverywhere; return;
    case Ask::kAcceptEverywhereNow: return accept_everywhere();
    case Ask::kLook: view_.toolbar.open_look = true; return;
    case Ask::kToggleFill: settings_.show_fill = !settings_.show_fill; return;
    case Ask::kToggleSnap:
      settings_.snap = !settings_.snap;
      return tell(text_(settings_.snap ? Text::kSnapIsOn : Text::kSnapIsOff));
    case Ask::kToggleNames: settings_.show_labels = !settings_.show_labels; return;
    case Ask::kTickPhoto:
      if (shown) view_.ticks.toggle(shown->id());
      return;
    case Ask::kTickAll:
      if (workspace_) view_.ticks.toggle_all(workspace_->photos());
      return;
    case Ask::kLabelTicked:
      if (view_.ticks.photos.empty()) return tell(text_(Text::kTickFirst));
      view_.dialog = Dialog::kLabelTicked;
      return;
    case Ask::kHelp: view_.dialog = Dialog::kHelp; return;
    case Ask::kSettings: view_.dialog = Dialog::kSettings; return;
    case Ask::kOpenDialog:
    case Ask::kImportDialog:
      if (ask == Ask::kImportDialog && !workspace_) return;
      view_.dialog = ask == Ask::kOpenDialog ? Dialog::kOpenProject : Dialog::kImport;
      list_folder(view_.folder.listing.path);
      return;
    case Ask::kCancel: view_.ticks.photos.clear(); return;
    case Ask::kRecommend:
      view_.right_tab = view_.right_tab == RightTab::kRecommend ? RightTab::kGarments : RightTab::kRecommend;
      return;
    case Ask::kReloadPhoto:
      if (workspace_) workspace_->reload(true);
      return;
    default: return;  // means something on the canvas only, and nothing there just now
  }
}

void App::run_command(const RunCommand& run) {
  Document* shown = document();
  if (!shown) return;
  EditSession& session = shown->session;
  const Command& command = *run.command;
  const bool removes = command.changes().has(Change::kRemoves) && command.deed() == Deed::kDraw;
  const std::vector<Garment> before = removes ? session.annotation().garments : std::vector<Garment>();
  const Status status = session.run_in_gesture(command, run.gesture, Actor::alone(user_));
  if (!status) {
    view_.canvas.drag.release();
    return tell(status.error());
  }
  hush();
  if (removes) reject_proposals_of_removed(before, *shown);
  const bool adds = command.changes() == Changes(Change::kAdds) && !session.annotation().garments.empty();
  if (adds) view_.selection.select_only(session.annotation().garments.back().id);
  if (run.select) view_.selection.select_only(run.select);
  view_.selection.keep_existing(session.annotation());
}

void App::approve() {
  Document* shown = document();
  if (!shown) return;
  if (shown->session.annotation().garments.empty()) return tell(text_(Text::kNothingToApprove));
  // Asked for once more after the reasons were shown: the inspector insists.
  const std::pair<PhotoId, std::int64_t> here{shown->id(), shown->session.change_count()};
  const bool insists = approval_refused_ == here;
  const Actor actor = Actor::alone(user_);
  const auto approved = workflow::change_photo(shown->session, actor, workflow::approval(*taxonomy_, actor, insists));
  if (!approved.ok()) {
    approval_refused_ = here;
    return tell(error_text(approved.error(), text_) + ". " + text_(Text::kApproveAgain), true);
  }
  const Annotation& annotation = shown->session.annotation();
  workspace_->photos().update(shown->id(), annotation.state, static_cast<int>(annotation.garments.size()));
  if (!workspace_->step(+1, true)) step_photo(+1, false);
}

void App::return_photo() {
  Document* shown = document();
  if (!shown) return;
  const auto returned = workflow::change_photo(shown->session, Actor::alone(user_), workflow::give_back());
  if (!returned.ok()) return tell(returned.error());
}

void App::change_reading(int by) {
  Document* shown = document();
  if (!shown || !has_other_readings(*shown)) return;
  const std::size_t reading = reading_beside(*shown, by);
  run_command({std::make_shared<SwapReading>(swap_to(*shown, reading))});
  shown->reading = reading;
  view_.proposal.reset();
}

void App::step_photo(int direction, bool unfinished_only) {
  if (!workspace_ || workspace_->step(direction, unfinished_only)) return;
  tell(text_(unfinished_only ? Text::kNoMoreUnfinished : Text::kNoMorePhotos));
}

void App::select_garment(int direction) {
  Document* shown = document();
  if (!shown || shown->session.annotation().garments.empty()) return;
  const std::vector<Garment>& garments = shown->session.annotation().garments;
  const int count = static_cast<int>(garments.size());
  int index = direction > 0 ? 0 : 1;
  for (int i = 0; i < count; ++i) {
    // The list on the right has the topmost first.
    if (garments[static_cast<std::size_t>(i)].id == view_.selection.current()) index = i;
  }
  if (!view_.selection.empty())
    index = (index - direction + count) % count;
  else
    index = direction > 0 ? count - 1 : 0;
  view_.selection.select_only(garments[static_cast<std::size_t>(index)].id);
  view_.proposal.reset();
}

void App::set_flag(bool hide) {
  Document* shown = document();
  const Garment* garment = shown ? find_garment(shown->session.annotation(), view_.selection.current()) : nullptr;
  if (!garment) return;
  GarmentFlags flags;
  if (hide)
    flags.hidden = !garment->hidden;
  else
    flags.locked = !garment->locked;
  actions_.run(SetFlags(view_.selection.garments(), flags));
}

void App::change_settings(const Settings& changed) {
  const bool looks = changed.language != settings_.language || changed.theme != settings_.theme ||
                     changed.font_scale != settings_.font_scale;
  const bool other_keys = changed.keys != settings_.keys || changed.key_changes != settings_.key_changes;
  settings_ = changed;
  user_ = settings_.user.empty() ? system_user_ : settings_.user;
  if (workspace_) workspace_->set_user(user_);
  if (other_keys) keys_ = KeyMap(settings_.keys, changes_of(settings_));
  if (workspace_) workspace_->set_cache_mb(settings_.cache_mb);
  looks_changed_ = looks_changed_ || looks;
}

}  // namespace jaedan::gui
