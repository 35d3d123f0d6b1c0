#include "app/gui/panels/recommend/recommend_panel.h"

#include <imgui.h>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/dock_answer.h"
#include "app/gui/panels/recommend/dock_controls.h"
#include "app/gui/panels/recommend/pick_chips.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

constexpr float kDimmed = 0.6F;

/// Which garment the answers are for.
void heading_of(const Ui& ui, const Taxonomy& taxonomy, const Garment& garment) {
  std::string name = ui.text.part(garment.part);
  for (const std::string_view attribute : {attribute::kColour, attribute::kCategory}) {
    const AttributeValue* value = find_value(garment.attributes, attribute);
    if (value)
      name +=
          (attribute == attribute::kColour ? " · " : " ") + taxonomy.name_of(attribute, value->value, ui.text.korean());
  }
  const std::string words = fill_gaps(ui.text(Text::kRecommendForFormat), {name});
  clipped_text(ui, words.c_str(), ImGui::GetContentRegionAvail().x, ui.theme.text);
  remember_item(ui, "recommend.of");
}

/// Wishes are about one garment.
void follow_garment(const Garment& garment, PhotoId photo, RecommendWishes& wishes) {
  if (wishes.photo == photo && wishes.garment == garment.id) return;
  wishes = {};
  wishes.photo = photo;
  wishes.garment = garment.id;
}

/// What went wrong, and what can be done: a wish is taken back, or else photos are shown to the model.
void remedy(const Ui& ui, const Error& error, RecommendWishes& wishes) {
  ImGui::Dummy({0, ui.px(6)});
  wrapped_text(ui, message_text(error.message, ui.text), ui.theme.warn);
  remember_item(ui, "recommend.error");
  if (!wishes.changes.empty()) {
    if (labelled_button(ui, "recommend.remedy", Icon::kUndo, ui.text(Text::kChangeUndo), nullptr)) {
      wishes.changes.pop_back();
    }
  } else if (!wishes.picks.empty()) {
    if (labelled_button(ui, "recommend.remedy", Icon::kUndo, ui.text(Text::kPicksNone), ui.text(Text::kPicksNoneTip))) {
      wishes.picks.clear();
    }
  } else if (labelled_button(ui, "recommend.prefill", Icon::kSparkle, ui.text(Text::kPrefillProject), nullptr)) {
    ui.ask.push("prefill_project"_action);
  }
}

/// Lies over what was drawn since `top`, so that it is seen to be of another question.
void dim_from(const Ui& ui, float top) {
  const ImVec2 from = ImGui::GetWindowPos(), bottom = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddRectFilled({from.x, top}, {from.x + ImGui::GetWindowWidth(), bottom.y},
                                            with_alpha(ui.theme.panel, kDimmed));
}

void answer_or_why_none(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, const Garment& garment,
                        const workflow::RecommendQuery& query, Thumbnails& thumbnails, RecommendState& state) {
  if (state.error) remedy(ui, *state.error, state.wishes);
  if (!state.found) {
    if (!state.error) wrapped_text(ui, ui.text(Text::kLoading), ui.theme.muted);
    return;
  }
  const bool is_of_garment = state.answered.photo == query.photo && state.answered.garment == query.garment;
  const AnswerView view{scene, garment, is_of_garment, state.answered.metric == "cluster"};
  const float top = ImGui::GetCursorScreenPos().y;
  dock_answer(ui, taxonomy, *state.found, view, thumbnails, state.wishes);
  if (state.answered != query) dim_from(ui, top);
}

}  // namespace

void RecommendState::ask_again() {
  has_asked = false;
  error.reset();
}

void RecommendState::photo_changed(bool same_photo) {
  ask_again();
  if (!same_photo) wishes = {};
}

void recommend_panel(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, Thumbnails& thumbnails,
                     RecommendState& state) {
  const Garment* garment = asked_garment(scene);
  if (!garment) {
    ImGui::Dummy({0, ui.px(6)});
    wrapped_text(ui, ui.text(Text::kRecommendNothing), ui.theme.muted);
    return;
  }
  follow_garment(*garment, scene.shown.id(), state.wishes);
  heading_of(ui, taxonomy, *garment);
  choice_controls(ui, taxonomy, scene, *garment, state.wishes, state.choice);
  change_controls(ui, taxonomy, scene, *garment, state.wishes);
  pick_chips(ui, state.wishes.picks, thumbnails);
  workflow::RecommendQuery query = question_of(scene, *garment, state.choice, state.wishes);
  answer_or_why_none(ui, taxonomy, scene, *garment, query, thumbnails, state);
  // What was pressed in the answer is asked at once, too.
  query = question_of(scene, *garment, state.choice, state.wishes);
  if (!state.has_asked || query != state.asked) ui.ask.push(AskRecommend{query});
}

}  // namespace jaedan::gui
