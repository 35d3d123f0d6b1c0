#include "app/gui/panels/recommend/outfits_panel.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/item_card.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

using workflow::OutfitQuery;
using workflow::OutfitQuestion;

constexpr int kGarmentsOfPart = 12;
constexpr int kOutfitsOrKinds = 8;

/// The selected garment; nothing when there is none.
std::vector<workflow::GarmentChoice> selected_of(const OutfitsScene& scene) {
  if (!scene.shown) return {};
  const Garment* garment = find_garment(scene.shown->session.annotation(), scene.selection.current());
  if (!garment) return {};
  return {{scene.shown->id(), garment->id, garment->part}};
}

/// Whether the photo wears something on all of the body, so that it lacks nothing.
bool is_dressed(const Annotation& annotation) {
  const auto wears = [&](Part part) {
    return std::any_of(annotation.garments.begin(), annotation.garments.end(),
                       [part](const Garment& garment) { return garment.part == part; });
  };
  return wears(Part::kOuter) && (wears(Part::kDress) || (wears(Part::kTop) && wears(Part::kBottom)));
}

/// None is selected: all that an incomplete photo wears, else the garment on top.
workflow::GarmentChoice shown_of(const Document& shown) {
  const Annotation& annotation = shown.session.annotation();
  if (!is_dressed(annotation)) return {shown.id()};
  return {shown.id(), annotation.garments.back().id, annotation.garments.back().part};
}

/// What stands there, with the garment that is selected now and the photos that are listed now.
OutfitQuery question_of(OutfitQuery query, const OutfitsScene& scene, bool with_selected) {
  query.k = query.question == OutfitQuestion::kGoesWith ? kGarmentsOfPart : kOutfitsOrKinds;
  if (query.wardrobe) query.wardrobe = scene.filter;
  query.with.clear();
  if (query.question == OutfitQuestion::kGoesWith || with_selected) query.with = selected_of(scene);
  const bool has_garments = scene.shown && !scene.shown->session.annotation().garments.empty();
  if (query.question == OutfitQuestion::kGoesWith && query.with.empty() && has_garments) {
    query.with = {shown_of(*scene.shown)};
  }
  return query;
}

bool outfits_toggle(const Ui& ui, const char* item, Text text, Text tip, bool on) {
  const bool pressed = text_button(ui, item, ui.text(text), on ? ButtonKind::kOn : ButtonKind::kPlain);
  tooltip(ui, ui.text(tip));
  return pressed;
}

void outfits_sentence(const Ui& ui, const char* item, const std::string& words, Colour colour) {
  wrapped_text(ui, words, colour);
  remember_item(ui, item);
}

/// The question that is chosen by the buttons.
OutfitQuery choices(const Ui& ui, const OutfitsScene& scene, const OutfitsState& state) {
  constexpr struct {
    OutfitQuestion question;
    const char* item;
    Text text, tip;
  } kQuestions[] = {{OutfitQuestion::kGoesWith, "outfits.goes_with", Text::kOutfitsGoesWith, Text::kOutfitsGoesWithTip},
                    {OutfitQuestion::kBest, "outfits.best", Text::kOutfitsBest, Text::kOutfitsBestTip},
                    {OutfitQuestion::kMissing, "outfits.missing", Text::kOutfitsMissing, Text::kOutfitsMissingTip}};
  OutfitQuery query = state.asked;
  bool with_selected = query.question == OutfitQuestion::kBest && !query.with.empty();
  for (const auto& [question, item, text, tip] : kQuestions) {
    if (question != kQuestions[0].question) wrap_before(ui, text_button_width(ui, ui.text(text)));
    if (!outfits_toggle(ui, item, text, tip, question == query.question)) continue;
    query.question = question;
    with_selected = false;
  }
  wrap_before(ui, text_button_width(ui, ui.text(Text::kOutfitsListed)));
  if (outfits_toggle(ui, "outfits.listed", Text::kOutfitsListed, Text::kOutfitsListedTip, query.wardrobe.has_value())) {
    query.wardrobe = query.wardrobe ? std::nullopt : std::optional<labeling::PhotoFilter>(scene.filter);
  }
  if (query.question == OutfitQuestion::kBest && !selected_of(scene).empty()) {
    wrap_before(ui, text_button_width(ui, ui.text(Text::kOutfitsWithSelected)));
    if (outfits_toggle(ui, "outfits.with_selected", Text::kOutfitsWithSelected, Text::kOutfitsWithSelectedTip,
                       with_selected)) {
      with_selected = !with_selected;
    }
  }
  return question_of(std::move(query), scene, with_selected);
}

std::string lines_of(const Ui& ui, const std::vector<Message>& reasons) {
  std::string lines;
  for (const Message& reason : reasons) lines += (lines.empty() ? "" : "\n") + message_text(reason, ui.text);
  return lines;
}

std::string score_words(double score) {
  char text[32];
  std::snprintf(text, sizeof text, "%+.2f", score);
  return text;
}

std::vector<ItemCard> cards_of(const Ui& ui, const std::vector<workflow::SuggestedGarment>& garments) {
  std::vector<ItemCard> cards;
  for (const auto& one : garments) {
    cards.push_back({&one.item, score_words(one.item.score), lines_of(ui, one.reasons)});
  }
  return cards;
}

/// What the answer is for.
void with_row(const Ui& ui, const std::vector<workflow::RecommendedItem>& with, Thumbnails& thumbnails) {
  if (with.empty()) return;
  section(ui, ui.text(Text::kOutfitsWith));
  std::vector<ItemCard> cards;
  for (const auto& one : with) cards.push_back({&one, ui.text.part(one.part), {}});
  item_cards(ui, "outfits.with", cards, thumbnails);
}

void beside_rows(const Ui& ui, const std::vector<workflow::SuggestedPart>& parts, Thumbnails& thumbnails) {
  for (const auto& one : parts) {
    if (one.garments.empty()) continue;  // a sentence above says so
    section(ui, ui.text.part(one.part));
    item_cards(ui, "beside." + std::string(id_of(one.part)), cards_of(ui, one.garments), thumbnails);
  }
}

void outfit_rows(const Ui& ui, const std::vector<workflow::SuggestedOutfit>& outfits, Thumbnails& thumbnails) {
  for (std::size_t i = 0; i < outfits.size(); ++i) {
    const workflow::SuggestedOutfit& outfit = outfits[i];
    const std::string name = "outfits.outfit." + std::to_string(i);
    ImGui::Dummy({0, ui.px(8)});
    if (text_button(ui, name + ".pin", ui.text(Text::kOutfitsPin), ButtonKind::kQuiet)) {
      ui.ask.push(PinToBoard{outfit.pieces});
    }
    next_in_row(ui);
    std::string words = score_words(outfit.score);
    for (const Message& reason : outfit.reasons) words += " · " + message_text(reason, ui.text);
    ImGui::AlignTextToFramePadding();
    clipped_text(ui, words.c_str(), ImGui::GetContentRegionAvail().x, ui.theme.text);
    tooltip(ui, lines_of(ui, outfit.reasons).c_str());
    std::vector<ItemCard> cards;
    for (const auto& piece : outfit.pieces) {
      cards.push_back({&piece, ui.text.part(piece.part), lines_of(ui, outfit.reasons)});
    }
    item_cards(ui, name, cards, thumbnails);
  }
}

void missing_rows(const Ui& ui, const Taxonomy& taxonomy, const std::vector<workflow::SuggestedKind>& kinds,
                  Thumbnails& thumbnails) {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const workflow::SuggestedKind& kind = kinds[i];
    const std::string name = "outfits.kind." + std::to_string(i);
    const std::string title = std::string(ui.text.part(kind.part)) + " · " +
                              taxonomy.name_of(kind.kind.attribute, kind.kind.value, ui.text.korean());
    section(ui, title.c_str());
    remember_item(ui, name);
    outfits_sentence(ui, (name + ".why").c_str(), lines_of(ui, kind.reasons), ui.theme.muted);
    item_cards(ui, name, cards_of(ui, kind.garments), thumbnails);
  }
}

void answer(const Ui& ui, const Taxonomy& taxonomy, const workflow::OutfitSuggestions& found, Thumbnails& thumbnails) {
  for (const Message& lacks : found.partial) {
    outfits_sentence(ui, "outfits.partial", message_text(lacks, ui.text), ui.theme.muted);
  }
  if (found.learnt_from > 0) {
    const std::string words =
        fill_gaps(ui.text(Text::kOutfitsLearntFormat), {thousands(static_cast<std::int64_t>(found.learnt_from))});
    small_text(ui, words.c_str(), ui.theme.muted);
  }
  with_row(ui, found.with, thumbnails);
  beside_rows(ui, found.beside, thumbnails);
  outfit_rows(ui, found.outfits, thumbnails);
  missing_rows(ui, taxonomy, found.missing, thumbnails);
}

}  // namespace

void outfits_panel(const Ui& ui, const Taxonomy& taxonomy, const OutfitsScene& scene, Thumbnails& thumbnails,
                   const OutfitsState& state) {
  const ImVec2 padding(ui.px(12), ui.px(10));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  ImGui::BeginChild("outfits", {0, 0}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar();
  const OutfitQuery query = choices(ui, scene, state);
  const bool can_ask = query.question != OutfitQuestion::kGoesWith || !query.with.empty();
  if (can_ask && (!state.has_asked || query != state.asked)) ui.ask.push(AskOutfits{query});
  if (!can_ask && query.question != state.asked.question) ui.ask.push(AskOutfits{query});
  ImGui::Dummy({0, ui.px(4)});
  if (!can_ask) {
    outfits_sentence(ui, "outfits.no_garment", ui.text(Text::kOutfitsNoGarment), ui.theme.muted);
  } else if (state.error) {
    outfits_sentence(ui, "outfits.error", message_text(state.error->message, ui.text), ui.theme.warn);
  } else if (state.found) {
    answer(ui, taxonomy, *state.found, thumbnails);
  } else {
    outfits_sentence(ui, "outfits.waiting", ui.text(Text::kLoading), ui.theme.muted);
  }
  ImGui::EndChild();
}

}  // namespace jaedan::gui
