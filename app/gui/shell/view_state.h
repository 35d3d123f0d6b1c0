#pragma once

#include <optional>
#include <string>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/panels/attributes_panel.h"
#include "app/gui/panels/dialogs/dialog.h"
#include "app/gui/panels/dialogs/export_dialog.h"
#include "app/gui/panels/dialogs/figures_dialog.h"
#include "app/gui/panels/dialogs/folder_dialog.h"
#include "app/gui/panels/dialogs/key_choice.h"
#include "app/gui/panels/dialogs/label_approved_dialog.h"
#include "app/gui/panels/dialogs/label_ticked_dialog.h"
#include "app/gui/panels/dialogs/relocate_dialog.h"
#include "app/gui/panels/dialogs/report_dialog.h"
#include "app/gui/panels/dialogs/sign_in_dialog.h"
#include "app/gui/panels/dialogs/snapshot_dialog.h"
#include "app/gui/panels/dialogs/user_field.h"
#include "app/gui/panels/manage/manage_state.h"
#include "app/gui/panels/photo_ticks.h"
#include "app/gui/panels/photos_panel.h"
#include "app/gui/panels/recommend/board_panel.h"
#include "app/gui/panels/recommend/map_state.h"
#include "app/gui/panels/recommend/outfits_panel.h"
#include "app/gui/panels/recommend/recommend_page.h"
#include "app/gui/panels/recommend/recommend_panel.h"
#include "app/gui/panels/recommend/search_panel.h"
#include "app/gui/panels/review/return_dialog.h"
#include "app/gui/panels/review/review_state.h"
#include "app/gui/panels/review/skip_dialog.h"
#include "app/gui/panels/toolbar_panel.h"

namespace jaedan::gui {

/// How the window looks at things, a member a panel: never stored with a photo, never undone.
struct ViewState : PhotoView {
  ToolbarState toolbar;
  PhotosPanelState photos;
  PhotoTicks ticks;
  std::string shown_view = "annotate";  ///< View::id (views/view.h)
  LabelsState labels;
  RecommendState recommend;
  OutfitsState outfits;
  SearchState search;
  BoardState board;
  RecommendPage recommend_page = RecommendPage::kPhoto;
  MapState map;
  MapFeed map_feed;

  Dialog dialog = Dialog::kNone;
  std::optional<KeyChoice> key_choice;
  FolderChoice folder;
  SharedAnswer shared_answer;
  LabelQuestion label_question;
  ExportChoice exported;
  SnapshotChoice snapshot;
  FiguresState figures;
  RelocateChoice relocate;
  JobReport report;
  UserField user;
  SignInForm sign_in;
  SkipForm skip;
  ReturnForm returned;
  ReviewState review;
  ManageState manage;

  /// As PhotoView's; labels and recommendations of the old photo go too.
  void photo_changed(bool same_photo);
};

}  // namespace jaedan::gui
