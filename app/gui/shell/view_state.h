#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/canvas/canvas_transform.h"
#include "app/gui/canvas/click_draft.h"
#include "app/gui/draw/photo_look.h"
#include "app/gui/shell/input_queue.h"
#include "app/workflow/predict/recommend_items.h"
#include "labeling/shape/brush_stroke.h"
#include "labeling/tools/drag_tool.h"
#include "labeling/tools/draw_tool.h"
#include "labeling/tools/selection.h"

namespace jaedan::gui {

enum class Tool { kSelect, kPolygon, kScissors, kRectangle, kClicks, kBox, kBrush, kEraser, kKnife, kContour };
/// Whether a shape is drawn point by point (P, Shift+P, R).
inline bool draws_shape(Tool tool) {
  return tool == Tool::kPolygon || tool == Tool::kScissors || tool == Tool::kRectangle;
}
/// Whether a model cuts the object out (Q, W).
inline bool is_magic(Tool tool) { return tool == Tool::kClicks || tool == Tool::kBox; }
/// Whether the region itself is painted on (B, E).
inline bool is_brush(Tool tool) { return tool == Tool::kBrush || tool == Tool::kEraser; }
/// Whether a line is drawn that changes the selected garment (K, C).
inline bool is_line(Tool tool) { return tool == Tool::kKnife || tool == Tool::kContour; }
/// What becomes of a shape that is drawn.
enum class ShapeUse {
  kNewGarment,
  kAdd,     ///< it is added to the selected garment
  kCutOut,  ///< it is taken out of it: a bite, or a hole
};
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

/// A stroke of the brush while the button is down.
struct PaintedStroke {
  EditTarget target;
  int button = 0;  ///< of the mouse: the right one erases
  labeling::BrushStroke stroke;
};

/// What the canvas remembers between frames.
struct CanvasState {
  CanvasTransform transform;
  Rect area;           ///< of the canvas, screen space
  bool fitted = true;  ///< the whole photo is shown, whatever the size of the window
  Tool tool = Tool::kSelect;
  Tool last_tool = Tool::kPolygon;  ///< that began a shape; N takes it up again
  Part draw_part = Part::kTop;
  DrawTool draw;
  ShapeUse shape_use = ShapeUse::kNewGarment;
  EditTarget shape_target;          ///< what it is added to or cut out of, as chosen with its first point
  std::optional<Point> pressed_at;  ///< screen: where the button went down on the shape's point
  bool press_began_shape = false;
  std::optional<Point> held;           ///< a border holds the point that would be set, image space
  ClickDraft clicks;                   ///< of the tools kClicks and kBox
  std::vector<Point> line;             ///< of the tools kKnife and kContour, image space; empty: none under way
  std::optional<PaintedStroke> paint;  ///< of the tools kBrush and kEraser
  DragTool drag;
  std::optional<Hit> hover;
  std::optional<Hit> pressed_edge;  ///< a click that does not become a drag puts a vertex here
  std::optional<Point> pointer;     ///< image space, while over the canvas
  bool panning = false;
  bool navigating = false;    ///< the view is dragged in the navigator
  std::int64_t gestures = 0;  ///< number of the last gesture

  /// A shape was begun and is not finished.
  bool shape_under_way() const { return draw.drawing() || clicks.under_way() || paint.has_value() || !line.empty(); }
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
struct ViewState {
  CanvasState canvas;
  Selection selection;
  std::optional<std::size_t> proposal;  ///< the selected one, index into proposals_of
  AttributeMode attribute_mode;
  AnswerMemory answer_memory;
  RightTab right_tab = RightTab::kGarments;
  Dialog dialog = Dialog::kNone;
  PhotoLook look;          ///< of all photos, until it is changed back
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

  bool draw_again = false;        ///< this frame found out how the next one looks right
  int toolbar_squeeze = 0;        ///< how much the toolbar leaves out to fit, 0 = nothing
  float toolbar_squeezed_at = 0;  ///< the width, in letters, that this was found for

  /// Another photo is on screen: what belonged to the old one goes. The same one read again is looked at as before, and
  /// a shape under way goes on.
  void photo_changed(bool same_photo);
};

}  // namespace jaedan::gui
