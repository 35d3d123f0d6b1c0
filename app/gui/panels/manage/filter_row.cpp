#include <imgui.h>

#include <algorithm>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/manage/chart_parts.h"
#include "app/gui/panels/manage/pages.h"
#include "app/workflow/figures/figure_days.h"

namespace jaedan::gui {
namespace {

constexpr float kCombo = 150;
constexpr float kDay = 180;

/// One of many words; true when another one was chosen.
template <typename Entries>
bool choice_combo(const Ui& ui, const char* item, const std::string& shown, const Entries& entries) {
  wrap_before(ui, ui.px(kCombo));
  ImGui::SetNextItemWidth(std::min(ui.px(kCombo), ImGui::GetContentRegionAvail().x));
  const bool open = ImGui::BeginCombo((std::string("##") + item).c_str(), shown.c_str());
  remember_item(ui, item);
  if (!open) return false;
  const bool changed = entries();
  ImGui::EndCombo();
  return changed;
}

/// An entry of a combo.
bool combo_entry(const Ui& ui, const std::string& item, const std::string& label, bool is_chosen) {
  const bool pressed = ImGui::Selectable((label + "##" + item).c_str(), is_chosen);
  remember_item(ui, item);
  return pressed;
}

bool person_combo(const Ui& ui, const ManageView& view, FigureForm& form) {
  const std::string all = ui.text(Text::kEverybody);
  return choice_combo(ui, "manage.filter.user", form.user.empty() ? all : form.user, [&] {
    bool changed = combo_entry(ui, "manage.filter.user.all", all, form.user.empty());
    if (changed) form.user.clear();
    if (!view.team.found) return changed;
    const std::vector<TeamMember>& members = view.team.found->members;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(members.size()));
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
        const std::string& name = members[static_cast<std::size_t>(i)].user.name;
        if (!combo_entry(ui, "manage.filter.user." + name, name, form.user == name)) continue;
        form.user = name;
        changed = true;
      }
    }
    return changed;
  });
}

bool stage_combo(const Ui& ui, FigureForm& form) {
  const std::string all = ui.text(Text::kAllStages);
  return choice_combo(ui, "manage.filter.stage", form.stage ? said(*form.stage, ui.text) : all, [&] {
    bool changed = combo_entry(ui, "manage.filter.stage.all", all, !form.stage);
    if (changed) form.stage.reset();
    for (const Stage stage : kAllStages) {
      const std::string item = "manage.filter.stage." + std::string(id_of(stage));
      if (!combo_entry(ui, item, said(stage, ui.text), form.stage == stage)) continue;
      form.stage = stage;
      changed = true;
    }
    return changed;
  });
}

bool style_combo(const Ui& ui, const Taxonomy& taxonomy, FigureForm& form) {
  const std::string style(attribute::kStyle), all = ui.text(Text::kAllStyles);
  const std::string shown =
      form.style.empty() ? all : said(workflow::value_words(style, form.style, taxonomy), ui.text);
  return choice_combo(ui, "manage.filter.style", shown, [&] {
    bool changed = combo_entry(ui, "manage.filter.style.all", all, form.style.empty());
    if (changed) form.style.clear();
    const TaxonomyAttribute* const known = taxonomy.attribute(style);
    if (!known) return changed;
    for (const TaxonomyValue& value : known->values) {
      if (!combo_entry(ui, "manage.filter.style." + value.id, ui.text.value(value), form.style == value.id)) continue;
      form.style = value.id;
      changed = true;
    }
    return changed;
  });
}

/// A button a part, all in one row if it is wide enough: pressed again, all of them.
bool part_buttons(const Ui& ui, FigureForm& form) {
  const auto width_of = [&](Part part) { return ui.px(42) + ImGui::CalcTextSize(ui.text.part(part)).x; };
  float together = 0;
  for (const Part part : kAllParts) together += width_of(part) + ui.px(8);
  bool changed = false;
  for (const Part part : kAllParts) {
    wrap_before(ui, part == kAllParts.front() ? together : width_of(part));
    const bool is_on = form.part == part;
    const std::string item = "manage.filter.part." + std::string(id_of(part));
    if (!dot_button(ui, item, ui.theme.part(part), ui.text.part(part), "", nullptr,
                    is_on ? ButtonKind::kOn : ButtonKind::kPlain, true)) {
      continue;
    }
    form.part = is_on ? std::nullopt : std::optional(part);
    changed = true;
  }
  return changed;
}

/// The last `days` days, today with them; of all days: 0.
bool days_button(const Ui& ui, const ManageView& view, const char* item, Text text, int days, FigureForm& form) {
  wrap_before(ui, ui.px(80));
  if (!text_button(ui, item, ui.text(text), ButtonKind::kPlain, 0, days == 0 || view.work.found != nullptr))
    return false;
  form.from.clear();
  form.to.clear();
  if (days == 0) return true;
  const auto today = workflow::day_number(view.work.found->today);
  if (!today) return false;
  form.from = workflow::day_of(*today - days + 1);
  form.to = workflow::day_of(*today);
  return true;
}

}  // namespace

void filter_row(const Ui& ui, const ManageView& view, ManageState& state) {
  FigureForm& form = state.figures;
  bool changed = short_field(ui, "manage.filter.from", Text::kFromDay, form.from, kDay);
  wrap_before(ui, ui.px(kDay));
  changed |= short_field(ui, "manage.filter.to", Text::kToDay, form.to, kDay);
  changed |= days_button(ui, view, "manage.filter.week", Text::kLast7Days, 7, form);
  changed |= days_button(ui, view, "manage.filter.month", Text::kLast30Days, 30, form);
  changed |= days_button(ui, view, "manage.filter.ever", Text::kAllDays, 0, form);
  changed |= person_combo(ui, view, form);
  changed |= stage_combo(ui, form);
  changed |= style_combo(ui, view.taxonomy, form);
  changed |= part_buttons(ui, form);
  if (changed) {
    ui.ask.push(AskWork{form.wish()});
    state.asked_quality = false;
  }
  if (view.work.error) {
    refusal(ui, *view.work.error);
  } else {
    const bool counts = view.work.found && view.work.found->counted < view.work.found->records;
    small_text(ui,
               view.work.waiting ? ui.text(Text::kFiguresCounting)
               : counts          ? ui.text(Text::kStillCounted)
                                 : " ",
               ui.theme.muted);
  }
}

}  // namespace jaedan::gui
