#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/gui/base/action_info.h"
#include "app/gui/base/manage_requests.h"
#include "app/gui/base/settings.h"
#include "app/workflow/board/board.h"
#include "app/workflow/outfits/suggest_outfits.h"
#include "app/workflow/photo/label_photos.h"
#include "app/workflow/photo/review.h"
#include "app/workflow/recommend/recommend_items.h"
#include "app/workflow/recommend/search_photos.h"
#include "labeling/base/secret.h"
#include "labeling/edit/command.h"
#include "labeling/review/stage.h"
#include "labeling/store/store.h"

namespace jaedan::gui {

struct RunCommand {
  std::shared_ptr<const Command> command;
  std::int64_t gesture = 0;  ///< as EditSession::run_in_gesture; 0 = an entry of its own
  GarmentId select = {};     ///< afterwards; empty = the selection stays
};
struct AbandonGesture {
  std::int64_t gesture = 0;
};
struct OpenPhoto {
  PhotoId id;
};
struct ApplyFilter {
  labeling::PhotoFilter filter;
};
struct OpenProject {
  std::string path;  ///< as workflow::open_target
};
struct ImportFolder {
  std::string path;
  std::string format;  ///< as workflow::import_any; empty: what the files are
};
struct ExportPhotos {
  std::string folder;
  std::string format;            ///< of labeling::export_formats
  labeling::PhotoFilter filter;  ///< of these photos …
  bool approved_only = true;     ///< … as workflow::exported_of
};
struct MakeSnapshot {
  labeling::PhotoFilter filter;
  bool without_own = false;  ///< leaves out photos with a garment as a model drew it
};
struct AskFigures {
  labeling::PhotoFilter filter;
};
struct RelocatePhotos {
  std::string from;  ///< as workflow::relocate_photos
  std::string to;
};
struct CancelJob {
  std::int64_t id = 0;
};
struct AskRecommend {
  workflow::RecommendQuery query;
};
struct AskOutfits {
  workflow::OutfitQuery query;
};
struct AskSearch {
  workflow::SearchQuery query;
};
struct PinToBoard {
  std::vector<workflow::RecommendedItem> items;
};
struct OpenBoard {};
struct ChangeBoard {
  workflow::Board board;
};
struct UndoBoard {};
/// As a picture; what lies where goes beside it.
struct SaveBoard {
  std::string path;
};
/// The map of all garments: the first one, or whether the one that is there is still true.
struct AskMap {
  bool anew = false;  ///< another one, with what has changed
};
/// Garments are put into clusters anew, which the project keeps.
struct MakeClusters {};
struct ListFolder {
  std::string path;
};
struct ChangeSettings {
  Settings settings;
};
struct LabelTicked {
  workflow::SharedLabel label;
  bool asked = false;  ///< the person knows what becomes of approved photos
};
struct RejectProposal {
  PhotoId photo;
  std::size_t reading = 0;
  std::size_t index = 0;  ///< in the reading
};
/// The person of the sign-in dialog.
struct SignInAs {
  std::string name;
  Secret password;  ///< empty: none was typed
};
/// The next tasks are of this stage; none: of any.
struct KeepToStage {
  std::optional<Stage> stage;
};
/// The task on the photo on screen goes back for good.
struct SkipTask {
  std::string reason;
};
/// The photo on screen goes back.
struct ReturnPhoto {
  workflow::ReturnChoice choice;
};
struct SayOfPhoto {
  labeling::Comment comment;  ///< of the photo that it names; who and when is filled in
};
struct SettleComment {
  PhotoId photo;
  CommentId comment;
};
/// Says something to the person.
struct Tell {
  std::string text;
  bool is_error = false;
};

/// What a panel or a tool asks for: an action, or something that says more.
using Request = std::variant<ActionId, RunCommand, AbandonGesture, OpenPhoto, ApplyFilter, OpenProject, ImportFolder,
                             CancelJob, AskRecommend, ListFolder, ChangeSettings, RejectProposal, LabelTicked, SignInAs,
                             KeepToStage, SkipTask, ReturnPhoto, SayOfPhoto, SettleComment, Tell, ExportPhotos,
                             MakeSnapshot, AskFigures, RelocatePhotos, AskWork, AskQuality, AskTeam, ShowPhotos,
                             ShowBehind, ShowWaiting, SearchLog, SealLog, CheckLog, ChangeTeam, AskOutfits, PinToBoard,
                             AskMap, MakeClusters, AskSearch, OpenBoard, ChangeBoard, UndoBoard, SaveBoard>;

/// What was asked for while the frame was drawn; the app does it afterwards.
class Requests {
 public:
  void push(Request request) { asked_.push_back(std::move(request)); }
  template <typename C>
  void run(C command, std::int64_t gesture = 0) {
    asked_.push_back(RunCommand{std::make_shared<C>(std::move(command)), gesture});
  }
  std::vector<Request> take() { return std::exchange(asked_, {}); }

 private:
  std::vector<Request> asked_;
};

}  // namespace jaedan::gui
