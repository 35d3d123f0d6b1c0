#include "app/gui/panels/review/comments_panel.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <cstddef>

#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

/// "1  ian · returned to the drawing"
std::string heading_of(const Ui& ui, const labeling::Comment& comment, std::size_t number) {
  std::string heading = std::to_string(number) + "  " + comment.who;
  if (!comment.stage) return heading;
  const std::string stage = message_text(message_of(*comment.stage), ui.text);
  return heading + " · " + fill_gaps(ui.text(Text::kReturnedToFormat), {stage});
}

void comment_row(const Ui& ui, PhotoId photo, const labeling::Comment& comment, std::size_t number) {
  const bool open = comment.resolved_by.empty();
  const std::string name = "comment." + std::to_string(comment.id.value);
  small_text(ui, heading_of(ui, comment, number).c_str(), open ? ui.theme.warn : ui.theme.muted);
  remember_item(ui, name);
  ImGui::PushTextWrapPos(0);
  ImGui::PushStyleColor(ImGuiCol_Text, open ? ui.theme.text : ui.theme.muted);
  ImGui::TextUnformatted(words_of(ui.text, comment).c_str());
  ImGui::PopStyleColor();
  ImGui::PopTextWrapPos();
  if (!open) {
    small_text(ui, fill_gaps(ui.text(Text::kSettledByFormat), {comment.resolved_by}).c_str(), ui.theme.muted);
  } else {
    if (text_button(ui, name + ".resolve", ui.text(Text::kResolve))) ui.ask.push(SettleComment{photo, comment.id});
    tooltip(ui, ui.text(Text::kResolveTip));
  }
  ImGui::Dummy({0, ui.px(4)});
}

}  // namespace

std::string words_of(const Strings& text, const labeling::Comment& comment) {
  std::string words = comment.reason ? message_text(message_of(*comment.reason), text) : "";
  if (!words.empty() && !comment.text.empty()) words += ": ";
  return words + comment.text;
}

void comments_list(const Ui& ui, const Document& document) {
  if (document.comments.empty()) return;
  section(ui, ui.text(Text::kComments));
  for (std::size_t i = 0; i < document.comments.size(); ++i) {
    comment_row(ui, document.id(), document.comments[i], i + 1);
  }
}

void comment_field(const Ui& ui, PhotoId photo, std::string& words, std::optional<Point>& pin) {
  const char* say = ui.text(Text::kSay);
  const float button = ImGui::CalcTextSize(say).x + ui.px(20);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - button - ui.px(6));
  bool said = ImGui::InputTextWithHint("##comment.words", ui.text(Text::kSayHint), &words,
                                       ImGuiInputTextFlags_EnterReturnsTrue);
  remember_item(ui, "comment.words");
  ImGui::SameLine(0, ui.px(6));
  said |= text_button(ui, "comment.say", say, ButtonKind::kPlain, button, !words.empty());
  if (!said || words.empty()) return;
  labeling::Comment comment;
  comment.photo = photo;
  comment.text = words;
  comment.place = pin;
  ui.ask.push(SayOfPhoto{comment});
  words.clear();
  pin.reset();
}

}  // namespace jaedan::gui
