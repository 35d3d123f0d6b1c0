#include "app/gui/panels/dialogs/label_ticked_dialog.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <vector>

#include "app/gui/draw/widgets.h"
#include "labeling/base/korean_search.h"

namespace jaedan::gui {
namespace {

constexpr float kNames = 90;

void choose_part(const Ui& ui, SharedAnswer& answer) {
  const auto option = [&](const std::string& id, const char* label, std::optional<Part> part) {
    const bool on = answer.part == part;
    if (text_button(ui, "shared.part." + id, label, on ? ButtonKind::kOn : ButtonKind::kPlain) && !on) {
      answer = {part, {}, {}, {}, answer.only_unsaid};
    }
    ImGui::SameLine(0, ui.px(4));
  };
  for (const Part part : kAllParts) option(std::string(id_of(part)), ui.text.part(part), part);
  option("photo", ui.text(Text::kPhotoLabels), std::nullopt);
  ImGui::NewLine();
}

void choose_attribute(const Ui& ui, const std::vector<const TaxonomyAttribute*>& attributes, SharedAnswer& answer) {
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [&](const auto* a) { return a->id == answer.attribute; });
  if (found == attributes.end() && !attributes.empty()) answer.attribute = attributes.front()->id;
  float line = 0;
  for (const TaxonomyAttribute* attribute : attributes) {
    const char* label = ui.text.attribute(*attribute).c_str();
    const float width = ImGui::CalcTextSize(label).x + ui.px(26);
    if (line > 0 && line + width < ImGui::GetWindowWidth() - ui.px(kNames + 40)) {
      ImGui::SameLine(0, ui.px(4));
    } else if (line > 0) {
      line = 0;
      ImGui::SetCursorPosX(ui.px(kNames));
    }
    line += width + ui.px(4);
    const bool on = answer.attribute == attribute->id;
    if (text_button(ui, "shared.attribute." + attribute->id, label, on ? ButtonKind::kOn : ButtonKind::kPlain) && !on) {
      answer.attribute = attribute->id;
      answer.value.clear();
      answer.typed.clear();
    }
  }
}

struct Choice {
  std::string id;
  std::string shown;
  bool begins;  ///< with what was typed
};

bool begins_with(const std::string& name, const std::string& typed) {
  const auto same = [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); };
  return name.size() >= typed.size() && std::equal(typed.begin(), typed.end(), name.begin(), same);
}

/// In the window's language; what was typed finds them in both, those that begin with it first.
std::vector<Choice> values_to_choose(const Ui& ui, const TaxonomyAttribute& attribute, const SharedAnswer& answer) {
  std::vector<Choice> choices;
  const auto add = [&](const TaxonomyValue& value) {
    if (matches_typed(value.korean, answer.typed) || matches_typed(value.english, answer.typed)) {
      const bool begins = begins_with(value.korean, answer.typed) || begins_with(value.english, answer.typed);
      choices.push_back({value.id, ui.text.value(value), begins});
    }
  };
  if (answer.part) {
    for (const TaxonomyValue* value : attribute.values_for(*answer.part)) add(*value);
  } else {
    for (const TaxonomyValue& value : attribute.values) add(value);
  }
  if (matches_typed(ui.text(Text::kNotSure), answer.typed)) {
    choices.push_back({std::string(kNotSure), ui.text(Text::kNotSure), false});
  }
  std::stable_partition(choices.begin(), choices.end(), [](const Choice& choice) { return choice.begins; });
  return choices;
}

void choose_value(const Ui& ui, const TaxonomyAttribute& attribute, SharedAnswer& answer) {
  ImGui::SetNextItemWidth(ui.px(260));
  const bool typed = ImGui::InputTextWithHint("##typed", ui.text(Text::kTypeToFind), &answer.typed);
  remember_item(ui, "shared.typed");
  const std::vector<Choice> choices = values_to_choose(ui, attribute, answer);
  if (typed && !answer.typed.empty()) answer.value = choices.empty() ? std::string() : choices.front().id;
  ImGui::SetCursorPosX(ui.px(kNames));
  // Whole rows: half a one looks like the last.
  const ImGuiStyle& style = ImGui::GetStyle();
  const float rows = 7 * ImGui::GetTextLineHeightWithSpacing() - style.ItemSpacing.y + 2 * style.WindowPadding.y;
  ImGui::BeginChild("values", {0, rows}, true, ImGuiWindowFlags_AlwaysUseWindowPadding);
  constexpr int kAnswerColumns = 3;
  const float column = ImGui::GetContentRegionAvail().x / kAnswerColumns;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i % kAnswerColumns != 0) ImGui::SameLine(column * static_cast<float>(i % kAnswerColumns) + ui.px(8));
    const Choice& choice = choices[i];
    ImGui::PushID(choice.id.c_str());
    if (ImGui::Selectable(choice.shown.c_str(), answer.value == choice.id, ImGuiSelectableFlags_DontClosePopups,
                          {column - ui.px(12), 0})) {
      answer.value = choice.id;
    }
    ImGui::PopID();
    remember_item(ui, "shared.value." + choice.id);
  }
  if (choices.empty()) ImGui::TextDisabled("%s", ui.text(Text::kNothingFound));
  ImGui::EndChild();
}

}  // namespace

SharedAnswer starting_answer(const labeling::PhotoFilter& filter, const Taxonomy& taxonomy) {
  SharedAnswer answer;
  const TaxonomyAttribute* attribute = taxonomy.attribute(filter.attribute);
  if (filter.part) answer.part = filter.part;
  if (!attribute) return answer;
  answer.attribute = attribute->id;
  if (attribute->image_level) {
    answer.part.reset();
  } else if (!filter.part && !attribute->applies_to(*answer.part)) {
    for (const Part part : kAllParts) {
      if (attribute->applies_to(part)) answer.part = part;
    }
  }
  return answer;
}

void label_ticked_dialog(const Ui& ui, const Taxonomy& taxonomy, const PhotoTicks& ticks, Dialog& dialog,
                         SharedAnswer& answer) {
  if (!begin_dialog(ui, Dialog::kLabelTicked, ui.text(Text::kLabelTicked), 700, 460, dialog)) return;
  field_name(ui, Text::kOfWhat, kNames);
  choose_part(ui, answer);
  field_name(ui, Text::kSayWhat, kNames);
  choose_attribute(ui, answer.part ? taxonomy.attributes_for(*answer.part) : taxonomy.image_attributes(), answer);
  field_name(ui, Text::kSayValue, kNames);
  if (const TaxonomyAttribute* attribute = taxonomy.attribute(answer.attribute)) choose_value(ui, *attribute, answer);
  ImGui::SetCursorPosX(ui.px(kNames));
  ImGui::Checkbox(ui.text(Text::kOnlyUnsaid), &answer.only_unsaid);
  remember_item(ui, "shared.only_unsaid");
  ImGui::Dummy({0, ui.px(4)});
  char count[64];
  std::snprintf(count, sizeof count, ui.text(Text::kTickedFormat), static_cast<long long>(ticks.photos.size()));
  ImGui::SetCursorPosX(ui.px(kNames));
  if (text_button(ui, "shared.apply", ui.text(Text::kApplyLabel), ButtonKind::kPrimary, 0, !answer.value.empty())) {
    ui.ask.push(LabelTicked{
        {{ticks.photos.begin(), ticks.photos.end()}, answer.part, answer.attribute, answer.value, answer.only_unsaid},
        false});
    close_dialog(dialog);
  }
  ImGui::SameLine(0, ui.px(12));
  small_text(ui, count, ui.theme.muted);
  end_dialog();
}

}  // namespace jaedan::gui
