#include "app/gui/panels/review/review_panel.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/review/comments_panel.h"

namespace jaedan::gui {
namespace {

using workflow::Became;
using workflow::GarmentDifference;
using workflow::LabelDifference;
using workflow::PhotoDifference;

Text text_of_version(workflow::ComparedWith what) {
  switch (what) {
    case workflow::ComparedWith::kReturned: return Text::kWasReturnedVersion;
    case workflow::ComparedWith::kPrefilled: return Text::kWasPrefilledVersion;
    case workflow::ComparedWith::kDrawn: break;
  }
  return Text::kWasDrawnVersion;
}

const char* id_of_version(workflow::ComparedWith what) {
  switch (what) {
    case workflow::ComparedWith::kReturned: return "returned";
    case workflow::ComparedWith::kPrefilled: return "prefilled";
    case workflow::ComparedWith::kDrawn: break;
  }
  return "drawn";
}

/// Buttons share the row; on a narrow one each has its own.
float shared_width(const Ui& ui, std::size_t count) {
  const auto buttons = static_cast<float>(count);
  return (ImGui::GetContentRegionAvail().x - ui.px(6) * (buttons - 1)) / buttons;
}

void versions_row(const Ui& ui, const PhotoReview& review, ReviewState& state) {
  if (review.versions.empty()) return;
  const workflow::ReviewVersion* const shown = shown_version(&review, state);
  small_text(ui, ui.text(Text::kComparedWith), ui.theme.muted);
  const float width = shared_width(ui, review.versions.size());
  for (std::size_t i = 0; i < review.versions.size(); ++i) {
    if (i > 0) ImGui::SameLine(0, ui.px(6));
    const workflow::ReviewVersion& version = review.versions[i];
    const std::string name = std::string("review.since.") + id_of_version(version.what);
    const ButtonKind kind = &version == shown ? ButtonKind::kOn : ButtonKind::kPlain;
    if (text_button(ui, name, clipped(ui.text(text_of_version(version.what)), width - ui.px(8)).c_str(), kind, width)) {
      state.version = i;
    }
    tooltip(ui, version.who.c_str());
  }
}

void looks_row(const Ui& ui, ReviewState& state) {
  const float width = shared_width(ui, 2);
  const auto choice = [&](const char* name, ReviewLook look, Text text, Text tip) {
    const ButtonKind kind = state.look == look ? ButtonKind::kOn : ButtonKind::kPlain;
    if (text_button(ui, name, ui.text(text), kind, width)) state.look = look;
    tooltip(ui, tooltip_with_key(ui, tip, "next_garment"_action).c_str());
  };
  choice("review.difference", ReviewLook::kDifference, Text::kMaskDifference, Text::kMaskDifferenceTip);
  ImGui::SameLine(0, ui.px(6));
  choice("review.swipe", ReviewLook::kSwipe, Text::kSwipe, Text::kSwipeTip);
}

std::string values_said(const Ui& ui, const TaxonomyAttribute* attribute, const std::vector<std::string>& values) {
  if (values.empty()) return ui.text(Text::kUnsaid);
  std::string said;
  for (const std::string& id : values) {
    const TaxonomyValue* const known = attribute ? attribute->value(id) : nullptr;
    said += (said.empty() ? "" : ", ");
    said += known ? ui.text.value(*known) : id == kNotSure ? ui.text(Text::kNotSure) : id;
  }
  return said;
}

void label_row(const Ui& ui, const Taxonomy& taxonomy, const LabelDifference& label) {
  const TaxonomyAttribute* const attribute = taxonomy.attribute(label.attribute);
  const std::string name = attribute ? ui.text.attribute(*attribute) : label.attribute;
  small_text(ui, name.c_str(), ui.theme.muted);
  ImGui::SameLine(0, ui.px(8));
  std::string words = values_said(ui, attribute, label.after);
  words = label.confirmed ? words + "  " + ui.text(Text::kConfirmedWord)
                          : values_said(ui, attribute, label.before) + " → " + words;
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
}

void labels_rows(const Ui& ui, const Taxonomy& taxonomy, const std::vector<LabelDifference>& labels) {
  ImGui::Indent(ui.px(14));
  for (const LabelDifference& label : labels) label_row(ui, taxonomy, label);
  ImGui::Unindent(ui.px(14));
}

std::string outline_words(const Ui& ui, const GarmentDifference& garment) {
  if (garment.became == Became::kAdded) return ui.text(Text::kBecameAdded);
  if (garment.became == Became::kRemoved) return ui.text(Text::kBecameRemoved);
  if (!garment.other_outline()) return ui.text(Text::kSameOutline);
  char words[64];
  // What is not quite the same never says that it is.
  std::snprintf(words, sizeof words, ui.text(Text::kOverlapFormat), std::min(garment.iou * 100, 99.4));
  return words;
}

void garment_row(const Ui& ui, const Taxonomy& taxonomy, const GarmentDifference& garment, std::size_t index) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFontSize();
  ImGui::GetWindowDrawList()->AddCircleFilled({at.x + ui.px(5), at.y + height / 2}, ui.px(4),
                                              ui.theme.part(garment.part));
  ImGui::SetCursorScreenPos({at.x + ui.px(14), at.y});
  std::string name = ui.text.part(garment.part);
  if (garment.part_before != garment.part) name = std::string(ui.text.part(garment.part_before)) + " → " + name;
  bold_text(ui, name.c_str());
  ImGui::SameLine(0, ui.px(8));
  const bool gone = garment.became == Became::kRemoved;
  const bool came = garment.became == Became::kAdded;
  const Colour colour = gone ? ui.theme.bad : came ? ui.theme.good : ui.theme.muted;
  small_text(ui, outline_words(ui, garment).c_str(), colour);
  remember_item(ui, "review.garment." + std::to_string(index));
  labels_rows(ui, taxonomy, garment.labels);
  ImGui::Dummy({0, ui.px(2)});
}

void changes(const Ui& ui, const Taxonomy& taxonomy, const PhotoDifference& difference) {
  const std::string summary =
      difference.nothing_changed()
          ? ui.text(Text::kNothingChanged)
          : fill_gaps(ui.text(Text::kChangedFormat),
                      {std::to_string(difference.outlines_changed()), std::to_string(difference.labels_changed())});
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(summary.c_str());
  ImGui::PopTextWrapPos();
  remember_item(ui, "review.summary");
  ImGui::Dummy({0, ui.px(2)});
  for (std::size_t i = 0; i < difference.garments.size(); ++i) garment_row(ui, taxonomy, difference.garments[i], i);
  if (difference.labels.empty()) return;
  bold_text(ui, ui.text(Text::kOfThePhoto));
  labels_rows(ui, taxonomy, difference.labels);
}

void decision(const Ui& ui) {
  const float width = shared_width(ui, 2);
  const auto button = [&](const char* name, Text text, ActionId action, ActionId key, ButtonKind kind) {
    const std::string label = std::string(ui.text(text)) + "  " + ui.keys.text_of(key);
    if (text_button(ui, name, label.c_str(), kind, width, ui.actions.usable(action))) ui.ask.push(action);
  };
  button("review.return", Text::kReturnWithReason, "return_photo"_action, "reject"_action, ButtonKind::kPlain);
  ImGui::SameLine(0, ui.px(6));
  button("review.accept", Text::kAccept, "approve"_action, "finish"_action, ButtonKind::kPrimary);
}

}  // namespace

void review_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document,
                  const std::shared_ptr<const PhotoReview>& review, ReviewState& state) {
  decision(ui);
  ImGui::Dummy({0, ui.px(4)});
  if (!review) {
    small_text(ui, ui.text(Text::kLoading), ui.theme.muted);
  } else {
    versions_row(ui, *review, state);
    if (const PhotoDifference* const difference = shown_difference(review.get(), state)) {
      looks_row(ui, state);
      ImGui::Dummy({0, ui.px(4)});
      changes(ui, taxonomy, *difference);
    } else {
      ImGui::PushTextWrapPos(0);
      ImGui::TextDisabled("%s", ui.text(Text::kNothingToCompare));
      ImGui::PopTextWrapPos();
    }
  }
  ImGui::Dummy({0, ui.px(6)});
  comments_list(ui, document);
  comment_field(ui, document.id(), state.words, state.pin);
}

}  // namespace jaedan::gui
