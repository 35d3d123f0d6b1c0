#include "app/workflow/outfits/outfit_words.h"

#include <cmath>
#include <cstdio>
#include <optional>
#include <string>

#include "labeling/domain/attribute.h"
#include "labeling/domain/part.h"
#include "recommender/outfits/colour_harmony.h"

namespace jaedan::workflow {
namespace {

using recommender::outfits::Piece;
using recommender::outfits::PieceList;

/// Smaller gains are chance.
constexpr double kSaysSomething = 0.05;
constexpr double kClash = 0.5;

std::string signed_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%+.2f", value);
  return text;
}

/// "black skirt" in one language; empty where neither is known.
std::string words_for(const Piece& piece, const Taxonomy& taxonomy, bool korean) {
  std::string name;
  for (const std::string_view attribute : {attribute::kColour, attribute::kCategory}) {
    const std::string_view value = recommender::outfits::value_in(piece, attribute);
    if (!value.empty()) name += (name.empty() ? "" : " ") + taxonomy.name_of(attribute, value, korean);
  }
  return name;
}

Message colour_of(const Piece& piece, const Taxonomy& taxonomy) {
  return name_of_value(std::string(attribute::kColour),
                       std::string(recommender::outfits::value_in(piece, attribute::kColour)), taxonomy);
}

/// Of pairs of pieces the one whose colours are worth telling of.
class TellingPair {
 public:
  void look_at(const Piece& one, const Piece& other) {
    const auto harmony = recommender::outfits::colour_harmony(PieceList{&one, &other});
    if (!harmony) return;
    const ColourPair pair{&one, &other, *harmony};
    if (!best_ || pair.harmony > best_->harmony) best_ = pair;
    if (!worst_ || pair.harmony < worst_->harmony) worst_ = pair;
  }

  std::vector<Message> words(const Taxonomy& taxonomy) const {
    if (!best_) return {};
    const bool clash = worst_->harmony < kClash;
    const ColourPair& told = clash ? *worst_ : *best_;
    const Message one = colour_of(*told.one, taxonomy), other = colour_of(*told.other, taxonomy);
    if (told.one_colour()) return {{"outfits.one_colour", "both are {0}", {one}}};
    if (clash) return {{"outfits.colours_clash", "{0} beside {1} clashes", {one, other}}};
    return {{"outfits.colours_go", "{0} goes with {1}", {one, other}}};
  }

 private:
  struct ColourPair {
    const Piece* one = nullptr;
    const Piece* other = nullptr;
    double harmony = 0;

    bool one_colour() const {
      return recommender::outfits::value_in(*one, attribute::kColour) ==
             recommender::outfits::value_in(*other, attribute::kColour);
    }
  };
  std::optional<ColourPair> best_, worst_;
};

}  // namespace

Message name_of(const Piece& piece, const Taxonomy& taxonomy) {
  const std::string english = words_for(piece, taxonomy, false);
  const std::optional<Part> part = part_from_id(piece.type);
  const bool has_kind = !recommender::outfits::value_in(piece, attribute::kCategory).empty();
  if (has_kind || (!part && !english.empty())) return name_in_both(english, words_for(piece, taxonomy, true));
  if (!part) return piece.type;
  if (english.empty()) return message_of(*part);
  return name_in_both(english + " " + std::string(id_of(*part)),
                      words_for(piece, taxonomy, true) + " " + std::string(korean_name_of(*part)));
}

Message name_of_value(const std::string& attribute, const std::string& value, const Taxonomy& taxonomy) {
  return name_in_both(taxonomy.name_of(attribute, value, false), taxonomy.name_of(attribute, value, true));
}

std::vector<Message> speaking_for(const PieceList& others, const std::vector<recommender::outfits::Reason>& reasons,
                                  const Taxonomy& taxonomy) {
  if (reasons.empty()) return {};
  const auto& most = reasons.front();
  const auto& least = reasons.back();
  std::vector<Message> said;
  if (most.gain > kSaysSomething) {
    said.push_back({"outfits.speaks_for",
                    "often worn with the {0} ({1})",
                    {name_of(*others[most.other], taxonomy), signed_number(most.gain)}});
  }
  if (least.gain < -kSaysSomething) {
    said.push_back({"outfits.speaks_against",
                    "seldom worn with the {0} ({1})",
                    {name_of(*others[least.other], taxonomy), signed_number(least.gain)}});
  }
  return said;
}

std::vector<Message> of_colours(const Piece& piece, const PieceList& others, const Taxonomy& taxonomy) {
  TellingPair telling;
  for (const Piece* other : others) telling.look_at(piece, *other);
  return telling.words(taxonomy);
}

std::vector<Message> of_colours(const PieceList& pieces, const Taxonomy& taxonomy) {
  TellingPair telling;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (std::size_t j = i + 1; j < pieces.size(); ++j) telling.look_at(*pieces[i], *pieces[j]);
  }
  return telling.words(taxonomy);
}

std::vector<Message> of_taste(double taste) {
  if (std::abs(taste) < 0.005) return {};
  return {{"outfits.to_taste", "to the taste {0}", {signed_number(taste)}}};
}

}  // namespace jaedan::workflow
