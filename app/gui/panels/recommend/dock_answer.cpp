#include "app/gui/panels/recommend/dock_answer.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/dock_controls.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

using workflow::RecommendedItem;

/// "colour (black)" in the window's language.
std::string label_words(const Ui& ui, const Taxonomy& taxonomy, const std::string& attribute,
                        const std::string& value) {
  const TaxonomyAttribute* known = taxonomy.attribute(attribute);
  return (known ? ui.text.attribute(*known) : attribute) + " (" + taxonomy.name_of(attribute, value, ui.text.korean()) +
         ")";
}

/// `format` with one number.
std::string likeness_words(const Ui& ui, Text format, double likeness) {
  char words[128];
  std::snprintf(words, sizeof words, ui.text(format), likeness);
  return words;
}

/// Why it was found, in the window's language.
std::string reason_words(const Ui& ui, const Taxonomy& taxonomy, const RecommendedItem& item) {
  if (!item.why) return ui.text(Text::kWornWithIt);
  std::string reason = likeness_words(ui, Text::kLikenessFormat, item.why->likeness);
  if (item.why->like_liked) {
    reason += "\n" + likeness_words(ui, Text::kReasonLikedFormat, *item.why->like_liked);
  }
  const auto add = [&](Text title, const std::vector<recommender::ComparedLabel>& labels) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      reason += (i == 0 ? std::string("\n") + ui.text(title) + ": " : ", ") +
                label_words(ui, taxonomy, labels[i].attribute, labels[i].of_item);
    }
  };
  add(Text::kReasonSame, item.why->agreeing);
  add(Text::kReasonOther, item.why->differing);
  return reason;
}

/// The parts of an answer with what they all need.
class DockAnswer {
 public:
  DockAnswer(const Ui& ui, const Taxonomy& taxonomy, const workflow::Recommendations& found, const AnswerView& view,
             Thumbnails& thumbnails, RecommendWishes& wishes)
      : ui_(ui), taxonomy_(taxonomy), found_(found), view_(view), thumbnails_(thumbnails), wishes_(wishes) {}

  void draw() {
    what_is_missing();
    if (view_.by_clusters) cluster();
    garments();
    outfits();
    table_outfits();
  }

 private:
  std::string caption_of(const RecommendedItem& item) const {
    if (view_.by_clusters && item.cluster) {
      return fill_gaps(ui_.text(Text::kClusterFormat), {std::to_string(*item.cluster)});
    }
    return likeness_words(ui_, Text::kLikenessFormat, item.why ? item.why->likeness : item.score);
  }

  ItemCard card_of(const RecommendedItem& item, std::string caption) const {
    ItemCard card;
    card.item = &item;
    card.caption = std::move(caption);
    card.why = reason_words(ui_, taxonomy_, item);
    card.mark = wishes_.mark_of(item);
    card.can_be_judged = view_.is_of_garment && item.part == view_.garment.part;
    return card;
  }

  void show(const std::string& name, const std::vector<ItemCard>& cards) {
    const auto pressed = item_cards(ui_, name, cards, thumbnails_);
    if (pressed) wishes_.judge(*cards[pressed->card].item, pressed->press);
  }

  /// The best `most` under a heading.
  void row(const std::string& title, const std::string& name, const std::vector<RecommendedItem>& items,
           std::size_t most) {
    section(ui_, title.c_str());
    std::vector<ItemCard> cards;
    for (std::size_t i = 0; i < std::min(items.size(), most); ++i) {
      cards.push_back(card_of(items[i], caption_of(items[i])));
    }
    show(name, cards);
    if (items.empty()) wrapped_text(ui_, ui_.text(Text::kNothingFound), ui_.theme.muted);
  }

  /// Under the heading of its change; what was there before is known of the garment that is asked about only.
  std::string title_of_step(std::size_t step) const {
    std::vector<recommender::LabelValue> changes;
    for (const workflow::RecommendedStep& one : found_.steps) changes.push_back(one.change);
    if (view_.is_of_garment) return words_of_change(ui_, taxonomy_, view_.scene, view_.garment, changes, step);
    return label_words(ui_, taxonomy_, changes[step].attribute, changes[step].value);
  }

  void garments() {
    const std::vector<workflow::RecommendedStep>& steps = found_.steps;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
      row(title_of_step(i), "step." + std::to_string(i), steps[i].similar, cards_in_row(ui_));
    }
    if (!steps.empty()) return row(title_of_step(steps.size() - 1), "similar", found_.similar, found_.similar.size());
    if (!found_.similar.empty()) row(ui_.text(Text::kSimilar), "similar", found_.similar, found_.similar.size());
  }

  void outfits() {
    if (found_.outfits.empty() && found_.similar.empty()) return;
    section(ui_, ui_.text(Text::kOutfits));
    for (std::size_t i = 0; i < found_.outfits.size(); ++i) {
      const workflow::RecommendedOutfit& outfit = found_.outfits[i];
      std::vector<ItemCard> cards = {card_of(outfit.match, ui_.text.part(outfit.match.part))};
      for (const RecommendedItem& item : outfit.goes_with) {
        cards.push_back(card_of(item, std::string("+ ") + ui_.text.part(item.part)));
      }
      show("outfit." + std::to_string(i), cards);
    }
    if (found_.outfits.empty()) wrapped_text(ui_, ui_.text(Text::kNothingFound), ui_.theme.muted);
  }

  /// "white shirt"; the table's own word where nobody knows it.
  std::string words_of(const workflow::TableItem& item) const {
    std::string words, category;
    for (const recommender::LabelValue& label : item.labels) {
      const std::string name = taxonomy_.name_of(label.attribute, label.value, ui_.text.korean());
      if (label.attribute == attribute::kCategory) {
        category = name;
      } else {
        words += name + " ";
      }
    }
    if (category.empty() && item.part && !words.empty()) category = ui_.text.part(*item.part);
    return category.empty() ? item.item.word : words + category;
  }

  void table_outfits() {
    if (found_.table_outfits.empty()) return;
    section(ui_, ui_.text(Text::kTableOutfits));
    for (std::size_t i = 0; i < found_.table_outfits.size(); ++i) {
      const workflow::RecommendedTableOutfit& outfit = found_.table_outfits[i];
      std::string set;
      for (const workflow::TableItem& item : outfit.items) set += (set.empty() ? "" : " + ") + words_of(item);
      const std::string from = fill_gaps(ui_.text(Text::kTableOutfitFormat), {outfit.table, outfit.outfit});
      const float room = ImGui::GetContentRegionAvail().x;
      const float of_table = std::min(ImGui::CalcTextSize(outfit.table.c_str()).x, room * 0.35F);
      const ImVec2 at = ImGui::GetCursorScreenPos();
      ImGui::TextUnformatted(clipped(set, room - of_table - ui_.px(8)).c_str());
      ImGui::SameLine();
      ImGui::SetCursorScreenPos({at.x + room - of_table, at.y});
      ImGui::PushStyleColor(ImGuiCol_Text, ui_.theme.muted);
      ImGui::TextUnformatted(clipped(outfit.table, of_table).c_str());
      ImGui::PopStyleColor();
      const ImVec2 to = ImGui::GetItemRectMax();
      const bool hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(at, {at.x + room, to.y});
      remember_place(ui_, "table." + std::to_string(i), {at.x, at.y, room, to.y - at.y}, hovered);
      if (hovered) show_tooltip(ui_, (set + "\n" + from + "\n" + message_text(outfit.reason, ui_.text)).c_str());
    }
  }

  void cluster() {
    if (!found_.query.cluster || !found_.cluster) return;
    const std::string words = fill_gaps(ui_.text(Text::kClusterIsFormat), {std::to_string(*found_.query.cluster),
                                                                           message_text(*found_.cluster, ui_.text)});
    wrapped_text(ui_, words, ui_.theme.text);
    remember_item(ui_, "recommend.cluster");
  }

  /// What the answer lacks, or why there is none.
  void what_is_missing() {
    for (std::size_t i = 0; i < found_.partial.size(); ++i) {
      wrapped_text(ui_, message_text(found_.partial[i], ui_.text), ui_.theme.muted);
      remember_item(ui_, "recommend.partial." + std::to_string(i));
    }
    if (!found_.partial.empty() || !found_.similar.empty() || !found_.outfits.empty()) return;
    wrapped_text(ui_, ui_.text(Text::kRecommendFew), ui_.theme.muted);
    remember_item(ui_, "recommend.few");
  }

  const Ui& ui_;
  const Taxonomy& taxonomy_;
  const workflow::Recommendations& found_;
  const AnswerView& view_;
  Thumbnails& thumbnails_;
  RecommendWishes& wishes_;
};

}  // namespace

void dock_answer(const Ui& ui, const Taxonomy& taxonomy, const workflow::Recommendations& found, const AnswerView& view,
                 Thumbnails& thumbnails, RecommendWishes& wishes) {
  DockAnswer(ui, taxonomy, found, view, thumbnails, wishes).draw();
}

}  // namespace jaedan::gui
