#include <imgui.h>

#include <algorithm>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/manage/pages.h"
#include "app/gui/words/message_text.h"
#include "labeling/review/actor.h"
#include "labeling/review/deed.h"
#include "labeling/review/project_deed.h"

namespace jaedan::gui {
namespace {

constexpr float kField = 180;

std::vector<std::string> all_deeds() {
  std::vector<std::string> deeds;
  for (const Deed deed : kAllDeeds) deeds.emplace_back(id_of(deed));
  for (const ProjectDeed deed : kAllProjectDeeds) deeds.emplace_back(id_of(deed));
  return deeds;
}

/// As the log names them, in every language: so they are searched for on the command line, too.
bool deed_combo(const Ui& ui, std::string& chosen) {
  wrap_before(ui, ui.px(kField));
  ImGui::SetNextItemWidth(std::min(ui.px(kField), ImGui::GetContentRegionAvail().x));
  const bool open = ImGui::BeginCombo("##audit.deed", chosen.empty() ? ui.text(Text::kAllDeeds) : chosen.c_str());
  remember_item(ui, "audit.deed");
  if (!open) return false;
  bool changed = false;
  const auto entry = [&](const std::string& label, const std::string& deed) {
    if (ImGui::Selectable(label.c_str(), chosen == deed)) {
      chosen = deed;
      changed = true;
    }
    remember_item(ui, "audit.deed." + (deed.empty() ? "all" : deed));
  };
  entry(ui.text(Text::kAllDeeds), "");
  for (const std::string& deed : all_deeds()) entry(deed, deed);
  ImGui::EndCombo();
  return changed;
}

void search_row(const Ui& ui, AuditForm& form) {
  bool changed = short_field(ui, "audit.from", Text::kFromDay, form.from, kField);
  wrap_before(ui, ui.px(kField));
  changed |= short_field(ui, "audit.to", Text::kToDay, form.to, kField);
  wrap_before(ui, ui.px(kField));
  changed |= short_field(ui, "audit.who", Text::kSignInName, form.who, kField);
  changed |= deed_combo(ui, form.deed);
  wrap_before(ui, ui.px(kField));
  changed |= short_field(ui, "audit.photo", Text::kPhotoName, form.photo, kField);
  if (changed) ui.ask.push(form.search());
}

void seal_row(const Ui& ui, AuditForm& form) {
  short_field(ui, "audit.seal_file", Text::kSealFile, form.seal, 320);
  wrap_before(ui, ui.px(80));
  if (text_button(ui, "audit.seal", ui.text(Text::kSealLog), ButtonKind::kPlain, 0, !form.seal.empty())) {
    ui.ask.push(SealLog{form.seal});
  }
  tooltip(ui, ui.text(Text::kSealTip));
  wrap_before(ui, ui.px(120));
  if (text_button(ui, "audit.verify", ui.text(Text::kVerifyLog))) ui.ask.push(CheckLog{form.seal});
  tooltip(ui, ui.text(Text::kVerifyLogTip));
}

Text text_of(labeling::SubjectKind kind) {
  switch (kind) {
    case labeling::SubjectKind::kPhoto: return Text::kSubjectPhoto;
    case labeling::SubjectKind::kUser: return Text::kSubjectUser;
    case labeling::SubjectKind::kTask: return Text::kSubjectTask;
    case labeling::SubjectKind::kModel: return Text::kSubjectModel;
    case labeling::SubjectKind::kSnapshot: return Text::kSubjectSnapshot;
    case labeling::SubjectKind::kSetting: break;
  }
  return Text::kSubjectSetting;
}

std::string actor_of(const Ui& ui, const labeling::ChangeNote& note) {
  if (note.role.empty()) return note.who;
  const std::optional<Role> role = role_from_id(note.role);
  return note.who + " (" + (role ? message_text(message_of(*role), ui.text) : note.role) + ")";
}

std::string subject_of(const Ui& ui, const labeling::LogRecord& record, const std::string& photo) {
  if (!photo.empty()) return photo;
  const std::string kind = ui.text(text_of(record.subject.kind));
  return record.subject.name.empty() ? kind : kind + " " + record.subject.name;
}

void record_row(const Ui& ui, int index, const labeling::LogRecord& record, const std::string& photo) {
  const auto cell = [&](const std::string& words, Colour colour) {
    ImGui::TableNextColumn();
    clipped_text(ui, words.c_str(), ImGui::GetContentRegionAvail().x, colour);
  };
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  const std::string item = "audit.record." + std::to_string(index);
  const std::string number = std::to_string(record.number) + "##" + item;
  const float width = ImGui::GetContentRegionAvail().x;
  const bool pressed = ImGui::Selectable(number.c_str(), false, ImGuiSelectableFlags_SpanAllColumns);
  // Its rectangle is the whole row, of which only the first column counts as seen here.
  const ImVec2 from = ImGui::GetItemRectMin(), to = ImGui::GetItemRectMax();
  remember_place(ui, item, {from.x, from.y, width, to.y - from.y}, ImGui::IsItemHovered());
  if (record.subject.photo && pressed) {
    ShowPhotos shown;
    shown.filter.only = {record.subject.photo};
    ui.ask.push(std::move(shown));
  }
  std::string at = record.at.substr(0, 19);
  if (at.size() > 10) at[10] = ' ';
  cell(at, ui.theme.muted);
  cell(actor_of(ui, record.note), ui.theme.text);
  cell(record.note.action, ui.theme.text);
  cell(subject_of(ui, record, photo), ui.theme.text);
}

void records(const Ui& ui, const FoundRecords& found) {
  if (found.records.empty()) return small_text(ui, ui.text(Text::kNothingFound), ui.theme.muted);
  const float button = found.complete ? 0 : ImGui::GetFrameHeightWithSpacing();
  const ImVec2 size(0, std::max(ImGui::GetContentRegionAvail().y - button, ui.px(160)));
  if (ImGui::BeginTable("records", 5, ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_ScrollY, size)) {
    for (const float width : {0.6F, 1.4F, 2.2F, 1.2F, 2.5F}) ImGui::TableSetupColumn("", 0, width);
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableNextRow();
    for (const Text name :
         {Text::kRecordNumber, Text::kRecordTime, Text::kRecordWho, Text::kRecordDeed, Text::kRecordSubject}) {
      ImGui::TableNextColumn();
      small_text(ui, ui.text(name), ui.theme.muted);
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(found.records.size()));
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
        const auto index = static_cast<std::size_t>(i);
        record_row(ui, i, found.records[index], found.photos[index]);
      }
    }
    ImGui::EndTable();
  }
  if (found.complete) return;
  if (text_button(ui, "audit.more", ui.text(Text::kMoreRecords))) ui.ask.push(SearchLog{{}, {}, true});
}

}  // namespace

SearchLog AuditForm::search() const {
  labeling::LogQuery query;
  query.who = who;
  query.action = deed;
  query.from = from;
  query.until = to;
  return {query, photo, false};
}

void audit_page(const Ui& ui, const ManageView& view, ManageState& state) {
  search_row(ui, state.audit);
  seal_row(ui, state.audit);
  section(ui, ui.text(Text::kChangeLog));
  if (view.records.error) return refusal(ui, *view.records.error);
  if (!view.records.found) return small_text(ui, ui.text(Text::kLoading), ui.theme.muted);
  records(ui, *view.records.found);
}

}  // namespace jaedan::gui
