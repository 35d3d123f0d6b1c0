#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/manage/pages.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/people/acting_user.h"
#include "labeling/base/secret.h"

namespace jaedan::gui {
namespace {

constexpr std::array<Role, 4> kRoles = {Role::kAnnotator, Role::kExpert, Role::kInspector, Role::kManager};
constexpr float kNameColumn = 160;
constexpr float kQuotaAt = 240;
constexpr int kMostTasks = 100000;

void ask_for(const Ui& ui, TeamChange change) { ui.ask.push(ChangeTeam{std::move(change)}); }

/// What was typed; none where nothing was. The field is empty then.
std::optional<Secret> taken_from(std::string& field) {
  return field.empty() ? std::nullopt : std::optional(Secret(std::move(field)));
}

Roles turned(Roles roles, Role role) {
  const unsigned bit = Roles{role}.bits();
  return Roles::from_bits(roles.bits() ^ bit);
}

/// A button a role; gives the roles with the one that was pressed turned.
std::optional<Roles> role_buttons(const Ui& ui, const std::string& item, Roles roles) {
  std::optional<Roles> changed;
  for (const Role role : kRoles) {
    const std::string name = message_text(message_of(role), ui.text);
    const ButtonKind kind = roles.has(role) ? ButtonKind::kOn : ButtonKind::kPlain;
    if (text_button(ui, item + "." + std::string(id_of(role)), name.c_str(), kind)) changed = turned(roles, role);
    ImGui::SameLine(0, ui.px(4));
  }
  return changed;
}

void add_person(const Ui& ui, TeamForm& form) {
  section(ui, ui.text(Text::kAddPerson));
  short_field(ui, "team.name", Text::kSignInName, form.name, 200);
  wrap_before(ui, ui.px(200));
  short_field(ui, "team.password", Text::kPasswordMayBeEmpty, form.password, 200, ImGuiInputTextFlags_Password);
  if (const auto roles = role_buttons(ui, "team.role", form.roles)) form.roles = *roles;
  ImGui::SameLine(0, ui.px(12));
  if (!text_button(ui, "team.add", ui.text(Text::kAdd), ButtonKind::kPrimary, 0, !form.name.empty())) return;
  ask_for(ui, AddPerson{form.name, form.roles, taken_from(form.password)});
  form.name.clear();
}

/// Password and quota of the person whose row is open.
void person_details(const Ui& ui, const TeamMember& member, TeamForm& form) {
  section(ui, member.user.name.c_str());
  short_field(ui, "team.new_password", Text::kNewPassword, form.new_password, 200, ImGuiInputTextFlags_Password);
  wrap_before(ui, ui.px(140));
  const Text set = form.new_password.empty() ? Text::kTakePasswordAway : Text::kSetPassword;
  if (text_button(ui, "team.set_password", ui.text(set))) {
    ask_for(ui, GivePassword{member.user.name, taken_from(form.new_password)});
  }
  if (workflow::locked_until(member.user)) small_text(ui, ui.text(Text::kLockedOut), ui.theme.warn);
  field_name(ui, Text::kMostInHand, kQuotaAt);
  number_field(ui, "team.most_open", form.most_open, 0, kMostTasks);
  field_name(ui, Text::kMostADay, kQuotaAt);
  number_field(ui, "team.most_a_day", form.most_a_day, 0, kMostTasks);
  field_name(ui, Text::kPersonDeadline, kQuotaAt);
  short_field(ui, "team.deadline", Text::kDeadline, form.deadline, 140);
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "team.set_quota", ui.text(Text::kSetQuota))) {
    ask_for(ui, GiveQuota{member.user.name, {form.most_open, form.most_a_day, form.deadline}});
  }
}

/// Of the button in either state, so that those behind it stand under each other.
float keep_out_width(const Ui& ui) {
  const float words =
      std::max(ImGui::CalcTextSize(ui.text(Text::kLetIn)).x, ImGui::CalcTextSize(ui.text(Text::kKeepOut)).x);
  return words + ui.px(20);
}

void person_row(const Ui& ui, const TeamMember& member, TeamForm& form) {
  const User& user = member.user;
  const std::string item = "team.person." + user.name;
  const float left = ImGui::GetCursorPosX();
  ImGui::AlignTextToFramePadding();
  clipped_text(ui, user.name.c_str(), ui.px(kNameColumn - 10), user.disabled ? ui.theme.muted : ui.theme.text);
  ImGui::SameLine(left + ui.px(kNameColumn));
  if (const auto roles = role_buttons(ui, item, user.roles)) ask_for(ui, GiveRoles{user.name, *roles});
  const Text keep_out = user.disabled ? Text::kLetIn : Text::kKeepOut;
  ImGui::SameLine(0, ui.px(10));
  if (text_button(ui, item + ".disable", ui.text(keep_out), user.disabled ? ButtonKind::kOn : ButtonKind::kPlain,
                  keep_out_width(ui))) {
    ask_for(ui, KeepOut{user.name, !user.disabled});
  }
  ImGui::SameLine(0, ui.px(4));
  const bool is_open = form.chosen == user.name;
  if (!text_button(ui, item + ".open", ui.text(Text::kPersonMore), is_open ? ButtonKind::kOn : ButtonKind::kQuiet)) {
    return;
  }
  form.chosen = is_open ? "" : user.name;
  wipe(form.new_password);
  form.most_open = member.quota.most_open;
  form.most_a_day = member.quota.most_a_day;
  form.deadline = member.quota.deadline;
}

}  // namespace

void team_page(const Ui& ui, const ManageView& view, ManageState& state) {
  TeamForm& form = state.team;
  if (view.refused) refusal(ui, *view.refused);
  if (view.team.error) return refusal(ui, *view.team.error);
  if (!view.team.found) return small_text(ui, ui.text(Text::kLoading), ui.theme.muted);
  const std::vector<TeamMember>& members = view.team.found->members;
  add_person(ui, form);
  if (members.empty()) {
    ImGui::PushTextWrapPos(0);
    small_text(ui, ui.text(Text::kNoTeamYet), ui.theme.muted);
    ImGui::PopTextWrapPos();
    return;
  }
  const auto chosen = std::find_if(members.begin(), members.end(),
                                   [&](const TeamMember& member) { return member.user.name == form.chosen; });
  if (chosen != members.end()) person_details(ui, *chosen, form);
  section(ui, ui.text(Text::kPeople));
  short_field(ui, "team.search", Text::kSearchName, form.looked_for, 200);
  std::vector<const TeamMember*> shown;
  const std::string key = user_key(form.looked_for);
  for (const TeamMember& member : members) {
    if (key.empty() || user_key(member.user.name).find(key) != std::string::npos) shown.push_back(&member);
  }
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(shown.size()), ImGui::GetFrameHeightWithSpacing());
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      ImGui::PushID(i);
      person_row(ui, *shown[static_cast<std::size_t>(i)], form);
      ImGui::PopID();
    }
  }
}

}  // namespace jaedan::gui
