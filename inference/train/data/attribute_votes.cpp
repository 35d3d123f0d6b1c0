#include "inference/train/data/attribute_votes.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

std::size_t place_of(Part part) { return mask_value(part) - 1U; }

std::string_view vote_of(const Votes& votes, std::string_view column) {
  const auto found = votes.find(column);
  return found == votes.end() ? std::string_view() : std::string_view(found->second);
}

bool is_yes(const Votes& votes, std::string_view column) { return vote_of(votes, column) == "yes"; }

/// What the category of the uppermost garment says of a photo.
struct Uppermost {
  std::optional<Part> named;
  std::vector<Part> also_allowed;
};

std::optional<Uppermost> uppermost_garment(const Votes& votes) {
  using P = Part;
  static const std::map<std::string, Uppermost, std::less<>> map = {
      {"dress", {P::kDress, {P::kOuter}}},
      {"suit", {P::kOuter, {P::kTop, P::kBottom}}},
      {"outerwear", {P::kOuter, {P::kTop, P::kBottom, P::kDress}}},
      {"sweater", {std::nullopt, {P::kOuter, P::kTop, P::kBottom}}},
      {"shirt", {P::kTop, {P::kBottom}}},
      {"t-shirt", {P::kTop, {P::kBottom}}},
      {"tank-top", {P::kTop, {P::kBottom}}}};
  const auto found = map.find(vote_of(votes, "category"));
  if (found == map.end()) return std::nullopt;
  Uppermost garment = found->second;
  if (found->first == "sweater" && vote_of(votes, "placket") == "no") garment.named = Part::kTop;
  return garment;
}

/// A column that is voted yes, and the value that it is.
struct VotedValue {
  std::string_view column, value;
  bool of_outer = true;  ///< may be said of an outer garment
};

constexpr VotedValue kPatterns[] = {{"pattern_solid", "solid"},     {"pattern_stripe", "stripe"},
                                    {"pattern_plaid", "check"},     {"pattern_floral", "floral", false},
                                    {"pattern_spot", "dot", false}, {"pattern_graphics", "graphic", false}};
// Those without a value are no one word's.
constexpr VotedValue kColours[] = {{"black", "black"}, {"white", "white"}, {"blue", ""},       {"brown", ""},
                                   {"cyan", ""},       {"gray", ""},       {"green", ""},      {"purple", ""},
                                   {"red", ""},        {"yellow", ""},     {"many_colors", ""}};

// The one that is voted; null for none and for several.
template <std::size_t count>
const VotedValue* only_vote(const VotedValue (&values)[count], const Votes& votes) {
  const auto is_voted = [&](const VotedValue& value) { return is_yes(votes, value.column); };
  const VotedValue* first = std::find_if(std::begin(values), std::end(values), is_voted);
  if (first == std::end(values) || std::any_of(first + 1, std::end(values), is_voted)) return nullptr;
  return first;
}

void add_sleeves(const Votes& votes, KnownLabels& known) {
  const std::string_view vote = vote_of(votes, "sleevelength");
  const bool is_word = vote == "short" || vote == "long";
  add_label(known, attribute::kSleeveLength, vote == "none" ? "sleeveless" : is_word ? vote : std::string_view());
}

// A collar that lies open ends in a v as well, whatever is worn below. Of a coat, "round" is what is seen below it.
// "Other" is one of the words that are unlike both; most are of dresses.
void add_neckline(std::string_view vote, Part part, KnownLabels& known) {
  if (vote == "v-shape") add_label(known, attribute::kNeckline, "v");
  if (part == Part::kOuter) return;
  if (vote == "round") add_label(known, attribute::kNeckline, "round");
  if (vote != "other") return;
  for (const char* value : {"off_shoulder", "square", "boat", "turtle"}) {
    add_label(known, attribute::kNeckline, value);
  }
}

void add_neck(const Votes& votes, Part part, KnownLabels& known) {
  if (is_yes(votes, "scarf")) return;
  const std::string_view category = vote_of(votes, "category");
  if (is_yes(votes, "collar")) {
    if (category == "shirt") add_label(known, attribute::kCollar, "shirt");
    if (category == "suit") add_label(known, attribute::kCollar, "notched");
  }
  if (vote_of(votes, "collar") == "no") add_label(known, attribute::kCollar, "none");
  add_neckline(vote_of(votes, "neckline"), part, known);
}

void add_looks(const Votes& votes, Part part, KnownLabels& known) {
  const VotedValue* pattern = only_vote(kPatterns, votes);
  if (pattern == nullptr) return;
  if (part != Part::kOuter || pattern->of_outer) add_label(known, attribute::kPrint, pattern->value);
  const VotedValue* colour = only_vote(kColours, votes);
  if (colour != nullptr && pattern->value == "solid") add_label(known, attribute::kColour, colour->value);
}

}  // namespace

void take_votes(const Votes& votes, TaggedPhoto& photo) {
  const std::string_view gender = vote_of(votes, "gender");
  if (gender == "female") add_label(photo.of_photo, attribute::kGender, "women");
  if (gender == "male") add_label(photo.of_photo, attribute::kGender, "men");
  const std::optional<Uppermost> garment = uppermost_garment(votes);
  if (!garment) {
    photo.allowed.fill(true);
    return;
  }
  for (const Part part : garment->also_allowed) photo.allowed[place_of(part)] = true;
  if (!garment->named) return;
  const Part part = *garment->named;
  photo.allowed[place_of(part)] = photo.named[place_of(part)] = true;
  KnownLabels& known = photo.known[place_of(part)];
  add_sleeves(votes, known);
  add_neck(votes, part, known);
  add_looks(votes, part, known);
}

}  // namespace jaedan::inference
