#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/base/input_queue.h"
#include "app/gui/canvas/canvas_state.h"
#include "app/workflow/predict/recommend_items.h"

namespace jaedan::gui {

enum class RightTab { kGarments, kRecommend };
enum class Dialog { kNone, kFirstStart, kHelp, kSettings, kOpenProject, kImport, kAcceptEverywhere, kLabelTicked };

/// What a person has answered to a question since the project was opened.
struct PastAnswers {
  std::vector<std::string> last;  ///< the answer to the last garment: offered again where nobody has said anything yet
  std::vector<std::string> used;  ///< every value, in the order of its first use
};
/// By the garment's part (empty for the photo's questions) and the attribute.
using AnswerMemory = std::map<std::pair<std::optional<Part>, std::string>, PastAnswers>;

/// The attribute mode: which question is being answered, and what was typed to find its answer. An empty
/// `attribute` means that the mode is off.
struct AttributeMode {
  std::string attribute;
  std::string typed;
  int page = 0;                  ///< of nine values
  bool bring_into_view = false;  ///< the panel scrolls to it once
  std::string answered;          ///< the question whose answer led here, and its garment: ↑ goes back to it
  GarmentId answered_of;

  bool on() const { return !attribute.empty(); }
  void ask(std::string id) {
    attribute = std::move(id);
    typed.clear();
    page = 0;
    bring_into_view = true;
    answered.clear();
  }
};

/// What the recommend panel shows.
struct RecommendState {
  workflow::RecommendQuery asked;
  bool waiting = false;
  std::optional<Error> error;
  std::optional<workflow::Recommendations> found;
};

/// A folder as the open and import dialogs show it.
struct FolderView {
  std::string path;
  std::vector<std::string> folders;   ///< names, sorted
  std::vector<std::string> projects;  ///< names of folders NAME.jaedan
  int photos = 0;                     ///< files that look like photos
  std::optional<Error> error;
  bool waiting = false;
};

/// A key that is being chosen for something else (F1).
struct KeyChoice {
  std::string id;               ///< Shortcut::id
  std::optional<Chord> wanted;  ///< pressed, but it does something else already
};

/// What shall be said of the ticked photos.
struct SharedAnswer {
  std::optional<Part> part = Part::kTop;  ///< nothing: the photo itself
  std::string attribute;
  std::string value;
  std::string typed;  ///< to find the value
  bool only_unsaid = true;
};

/// How the window looks at things: never stored with a photo, never undone.
struct ViewState : PhotoView {
  AttributeMode attribute_mode;
  AnswerMemory answer_memory;
  RightTab right_tab = RightTab::kGarments;
  Dialog dialog = Dialog::kNone;
  bool open_look = false;  ///< its popup was asked for
  std::optional<KeyChoice> key_choice;
  std::set<PhotoId> ticked;  ///< photos that are to be labelled together
  PhotoId tick_anchor;       ///< Shift ticks from here
  SharedAnswer shared_answer;
  std::string user_typed;  ///< in the field for the person's name, until it is left
  bool user_is_typed = false;
  std::string filter_text;
  std::string combo_typed;       ///< in the value list that is open
  bool scroll_to_photo = false;  ///< the list follows the open photo
  bool import_labels = false;    ///< the import dialog reads K-Fashion labels too
  std::string dialog_path;
  FolderView folder;
  RecommendState recommend;

  int toolbar_squeeze = 0;        ///< how much the toolbar leaves out to fit, 0 = nothing
  float toolbar_squeezed_at = 0;  ///< the width, in letters, that this was found for

  /// As PhotoView's; labels and recommendations of the old photo go too.
  void photo_changed(bool same_photo);
};

}  // namespace jaedan::gui
