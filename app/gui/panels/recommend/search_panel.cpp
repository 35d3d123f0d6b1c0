#include "app/gui/panels/recommend/search_panel.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>
#include <vector>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/item_card.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

using workflow::SearchAnswers;
using workflow::SearchQuery;

constexpr std::size_t kMostListed = 5000;
constexpr int kTimesMore = 4;

void ask(const Ui& ui, std::string words, PhotoId like = {}) {
  SearchQuery query;
  query.words = std::move(words);
  query.like = like;
  ui.ask.push(AskSearch{std::move(query)});
}

/// The words, and how else a search begins.
void field(const Ui& ui, PhotoId shown, SearchState& state) {
  const float go = text_button_width(ui, ui.text(Text::kSearchGo));
  const float like = text_button_width(ui, ui.text(Text::kSearchLikeShown));
  ImGui::SetNextItemWidth(std::max(ui.px(160), ImGui::GetContentRegionAvail().x - go - like - ui.px(12)));
  const bool entered = ImGui::InputTextWithHint("##search.words", ui.text(Text::kSearchWordsHint), &state.typed,
                                                ImGuiInputTextFlags_EnterReturnsTrue);
  remember_item(ui, "search.words");
  if (!ImGui::IsItemActive()) tooltip(ui, ui.text(Text::kSearchWordsTip));  // it would lie over what is found
  wrap_before(ui, go);
  const bool pressed = text_button(ui, "search.go", ui.text(Text::kSearchGo), ButtonKind::kPrimary);
  if ((entered || pressed) && !state.typed.empty()) ask(ui, state.typed);
  wrap_before(ui, like);
  if (text_button(ui, "search.like_shown", ui.text(Text::kSearchLikeShown), ButtonKind::kPlain, 0, bool(shown))) {
    ask(ui, {}, shown);
  }
  tooltip(ui, ui.text(Text::kSearchLikeShownTip));
}

std::string chip_words(const Ui& ui, const Taxonomy& taxonomy, const workflow::UnderstoodLabel& understood) {
  const TaxonomyAttribute* attribute = taxonomy.attribute(understood.label.attribute);
  std::string words = understood.label.value.empty() && attribute
                          ? ui.text.attribute(*attribute)
                          : taxonomy.name_of(understood.label.attribute, understood.label.value, ui.text.korean());
  if (understood.excluded) words = fill_gaps(ui.text(Text::kSearchWithoutFormat), {words});
  return words + "  ×";
}

/// What the words were understood to mean; a press takes one out.
void chips(const Ui& ui, const Taxonomy& taxonomy, const SearchAnswers& found, SearchState& state) {
  for (std::size_t i = 0; i < found.understood.size(); ++i) {
    const std::string words = chip_words(ui, taxonomy, found.understood[i]);
    if (i > 0) wrap_before(ui, text_button_width(ui, words.c_str()));
    if (text_button(ui, "search.chip." + std::to_string(i), words.c_str(), ButtonKind::kOn)) {
      state.typed = workflow::without(found, found.understood[i]);
      ask(ui, state.typed);
    }
    tooltip(ui, ui.text(Text::kSearchChipTip));
  }
}

std::vector<ItemCard> cards_of(const Ui& ui, const std::vector<workflow::SearchedGarment>& garments) {
  std::vector<ItemCard> cards;
  for (const workflow::SearchedGarment& one : garments) {
    char caption[64];
    std::snprintf(caption, sizeof caption, "%.0f %% · ", 100 * one.item.score);
    cards.push_back({&one.item, caption + std::string(ui.text.part(one.item.part)), message_text(one.reason, ui.text)});
    cards.back().can_be_pinned = bool(one.item.garment);
    if (!one.item.garment) cards.back().caption = one.item.photo.name;
  }
  return cards;
}

void like_rows(const Ui& ui, const std::vector<workflow::Recommendations>& like, Thumbnails& thumbnails) {
  for (std::size_t i = 0; i < like.size(); ++i) {
    const std::string title = fill_gaps(ui.text(Text::kSearchLikeFormat), {ui.text.part(like[i].query.part)});
    section(ui, title.c_str());
    for (const Message& missing : like[i].partial) wrapped_text(ui, message_text(missing, ui.text), ui.theme.muted);
    std::vector<ItemCard> cards;
    for (const workflow::RecommendedItem& item : like[i].similar) {
      char caption[64];
      std::snprintf(caption, sizeof caption, ui.text(Text::kLikenessFormat),
                    item.why ? item.why->likeness : item.score);
      cards.push_back({&item, caption, {}});
    }
    item_cards(ui, "search.like." + std::to_string(i), cards, thumbnails);
  }
}

/// How many there are, and what can be done with all of them.
void found_line(const Ui& ui, const SearchAnswers& found, const SearchState& state) {
  const std::set<PhotoId> photos(found.photos.begin(), found.photos.end());
  ImGui::AlignTextToFramePadding();
  const std::string words =
      fill_gaps(ui.text(Text::kSearchFoundFormat), {thousands(static_cast<std::int64_t>(photos.size()))});
  small_text(ui, words.c_str(), ui.theme.muted);
  remember_item(ui, "search.count");
  if (photos.empty()) return;
  next_in_row(ui);
  if (text_button(ui, "search.show", ui.text(Text::kMapShowCaught))) {
    ShowPhotos shown;
    shown.filter.only.assign(photos.begin(), photos.end());
    shown.filter.only.resize(std::min(shown.filter.only.size(), kMostListed));
    ui.ask.push(std::move(shown));
  }
  if (!found.may_be_more) return;
  next_in_row(ui);
  if (text_button(ui, "search.more", ui.text(Text::kSearchMore))) {
    SearchQuery more = state.asked;
    more.k *= kTimesMore;
    ui.ask.push(AskSearch{std::move(more)});
  }
}

void answer(const Ui& ui, const Taxonomy& taxonomy, Thumbnails& thumbnails, SearchState& state) {
  const SearchAnswers& found = *state.found;
  chips(ui, taxonomy, found, state);
  for (const Message& note : found.notes) {
    wrapped_text(ui, message_text(note, ui.text), ui.theme.muted);
    remember_item(ui, "search.note");
  }
  found_line(ui, found, state);
  item_cards(ui, "search.found", cards_of(ui, found.garments), thumbnails);
  like_rows(ui, found.like, thumbnails);
}

}  // namespace

void search_panel(const Ui& ui, const Taxonomy& taxonomy, PhotoId shown, Thumbnails& thumbnails, SearchState& state) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(10)));
  ImGui::BeginChild("search", {0, 0}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar();
  field(ui, shown, state);
  ImGui::Dummy({0, ui.px(4)});
  if (state.error) {
    wrapped_text(ui, message_text(state.error->message, ui.text), ui.theme.warn);
    remember_item(ui, "search.error");
  }
  if (state.waiting) {
    wrapped_text(ui, ui.text(Text::kLoading), ui.theme.muted);
    remember_item(ui, "search.waiting");
  } else if (!state.found && !state.error) {
    wrapped_text(ui, ui.text(Text::kSearchExamples), ui.theme.muted);
    remember_item(ui, "search.examples");
  }
  if (state.found) answer(ui, taxonomy, thumbnails, state);
  ImGui::EndChild();
}

}  // namespace jaedan::gui
