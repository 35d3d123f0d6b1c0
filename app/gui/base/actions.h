#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/gui/base/settings.h"
#include "app/workflow/photo/label_photos.h"
#include "app/workflow/predict/recommend_items.h"
#include "labeling/edit/command.h"
#include "labeling/store/photo_catalogue.h"

namespace jaedan::gui {

/// What can be asked for without saying more. Keys, buttons and menus all lead here.
enum class Ask {
  kSelectTool,
  kPolygonTool,
  kScissorsTool,  ///< a polygon whose lines follow the photo's edges
  kRectangleTool,
  kAddToGarment,    ///< the next shape is added to the selected garment
  kCutFromGarment,  ///< the next shape is taken out of it
  kToggleSnap,      ///< borders hold points
  kClickTool,       ///< a model cuts out what is clicked on
  kBoxTool,         ///< the same from a box
  kBrushTool,       ///< paints a region larger
  kEraserTool,
  kKnifeTool,    ///< cuts the selected garment along a line
  kContourTool,  ///< draws a stretch of its outline anew
  kRepeatTool,   ///< the tool that began the last shape
  kJoin,         ///< the selected garments become one
  kCutOut,       ///< the others, or what lies above, are taken out of the one that was selected first
  kDuplicate,
  kToBack,
  kSmallerBrush,
  kLargerBrush,
  kStartOuter,
  kStartTop,
  kStartBottom,
  kStartDress,
  kFinish,    ///< Enter: close the shape, else accept proposals, else confirm what the model said
  kCancel,    ///< Esc: drop the gesture, else leave the mode, else deselect
  kTakeBack,  ///< Backspace: the last vertex
  kDelete,    ///< Del: the vertex under the pointer, else the selected proposal or garment
  kUndo,
  kRedo,
  kSave,
  kCopy,
  kPaste,
  kCopyPrevious,  ///< the garments of the photo before this one in the list
  kHide,
  kLock,
  kToFront,
  kFit,
  kFullSize,
  kLook,         ///< brightness, contrast, what is shown
  kToggleFill,   ///< regions filled or as outlines
  kToggleNames,  ///< names beside the regions
  kNextPhoto,
  kPreviousPhoto,
  kNextUnfinished,
  kPreviousUnfinished,
  kApprove,
  kReturn,       ///< X: the selected proposal is rejected; else as kReturnPhoto
  kReturnPhoto,  ///< back to be corrected
  kNextGarment,
  kPreviousGarment,
  kNextAttribute,
  kPreviousAttribute,
  kNextReading,  ///< another way to see the photo, with what was accepted of the one shown (readings.h)
  kPreviousReading,
  kPrefillPhoto,
  kPrefillProject,
  kAcceptEverywhere,     ///< asks first
  kAcceptEverywhereNow,  ///< turns stored predictions into garments for all new photos
  kTickPhoto,            ///< the open photo, to be labelled with others
  kTickAll,              ///< every photo of the list, or none
  kLabelTicked,          ///< asks what shall be said of them
  kHelp,
  kSettings,
  kOpenDialog,
  kImportDialog,
  kRecommend,
  kReloadPhoto,
};

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
  std::string format;  ///< as workflow::import_any
};
struct CancelJob {
  std::int64_t id = 0;
};
struct AskRecommend {
  workflow::RecommendQuery query;
};
struct ListFolder {
  std::string path;
};
struct ChangeSettings {
  Settings settings;
};
struct LabelTicked {
  workflow::SharedLabel label;
};
struct RejectProposal {
  PhotoId photo;
  std::size_t reading = 0;
  std::size_t index = 0;  ///< in the reading
};
/// Says something to the person.
struct Tell {
  std::string text;
  bool is_error = false;
};

using Action = std::variant<Ask, RunCommand, AbandonGesture, OpenPhoto, ApplyFilter, OpenProject, ImportFolder,
                            CancelJob, AskRecommend, ListFolder, ChangeSettings, RejectProposal, LabelTicked, Tell>;

/// What the panels asked for while the frame was drawn; the app does it afterwards.
class Actions {
 public:
  void push(Action action) { asked_.push_back(std::move(action)); }
  template <typename C>
  void run(C command, std::int64_t gesture = 0) {
    asked_.push_back(RunCommand{std::make_shared<C>(std::move(command)), gesture});
  }
  std::vector<Action> take() { return std::exchange(asked_, {}); }

 private:
  std::vector<Action> asked_;
};

}  // namespace jaedan::gui
