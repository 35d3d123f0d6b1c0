#include "recommender/outfits/outfit_search.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "recommender/outfits/colour_harmony.h"

namespace jaedan::recommender::outfits {
namespace {

using Places = std::vector<std::size_t>;

constexpr double kHarmonyUnknown = 0.5;

/// An outfit under way.
struct Beam {
  Places pieces;
  double chain = 0;  ///< sum of each piece's score beside those before it
  double score = 0;
};

template <typename Scored>
void keep_best(std::vector<Scored>& list, std::size_t most) {
  std::sort(list.begin(), list.end(), [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.pieces < b.pieces;
  });
  if (list.size() > most) list.resize(most);
}

class Search {
 public:
  Search(const CompatibilityModel& model, const std::vector<Piece>& wardrobe, const SearchOptions& options)
      : model_(model), wardrobe_(wardrobe), options_(options) {
    std::set<std::pair<std::int64_t, std::int64_t>> met;
    for (std::size_t i = 0; i < wardrobe.size(); ++i) {
      const Piece& piece = wardrobe[i];
      const bool is_garment = piece.photo.value != 0 && piece.garment.value != 0;
      if (is_garment && !met.insert({piece.photo.value, piece.garment.value}).second) {
        ++found_.doubled;
      } else {
        by_slot_[slot_of(piece)].push_back(i);
      }
    }
  }

  Result<WardrobeOutfits> run() {
    JAEDAN_RETURN_IF_ERROR(take_worn());
    std::vector<std::vector<std::string>> bodies = options_.bodies;
    if (bodies.empty()) bodies.emplace_back();
    for (const std::vector<std::string>& body : bodies) {
      if (!can_wear(body)) continue;
      JAEDAN_RETURN_IF_ERROR(search(body));
    }
    JAEDAN_RETURN_IF_ERROR(rank());
    if (!found_.outfits.empty()) return std::move(found_);
    std::vector<Message> missing(found_.empty_slots.begin(), found_.empty_slots.end());
    if (missing.empty()) {
      return Error{ErrorCode::kNotFound, "outfits.too_few_pieces", "the wardrobe has no two pieces to wear together"};
    }
    return Error{ErrorCode::kNotFound,
                 "outfits.wardrobe_lacks",
                 "no outfit can be put together: nothing in the wardrobe is worn as {0}",
                 {joined(missing)}};
  }

 private:
  Status take_worn() {
    std::set<std::string> slots;
    for (const std::size_t place : options_.worn) {
      if (place >= wardrobe_.size()) {
        return Error{ErrorCode::kInvalidArgument, "outfits.no_such_piece", "the wardrobe has no piece {0}", {place}};
      }
      const std::string& slot = slot_of(wardrobe_[place]);
      if (!slots.insert(slot).second) {
        return Error{ErrorCode::kInvalidArgument, "outfits.slot_twice", "two pieces are to be worn as {0}", {slot}};
      }
      by_slot_[slot] = {place};
    }
    return {};
  }

  bool is_worn(const std::string& slot) const {
    return std::any_of(options_.worn.begin(), options_.worn.end(),
                       [&](std::size_t place) { return slot_of(wardrobe_[place]) == slot; });
  }

  /// Notes what is missing.
  bool can_wear(const std::vector<std::string>& body) {
    bool can = true;
    for (const std::string& slot : body) {
      if (by_slot_.count(slot) > 0) continue;
      can = false;
      auto& empty = found_.empty_slots;
      if (std::find(empty.begin(), empty.end(), slot) == empty.end()) empty.push_back(slot);
    }
    return can;
  }

  bool in_a_body(const std::string& slot) const {
    return std::any_of(options_.bodies.begin(), options_.bodies.end(), [&](const std::vector<std::string>& body) {
      return std::find(body.begin(), body.end(), slot) != body.end();
    });
  }

  /// The other slots that are looked at; none when something that must be worn has no place in them.
  std::optional<std::vector<std::string>> other_slots(const std::vector<std::string>& body) const {
    std::vector<std::string> slots;
    for (const auto& [slot, places] : by_slot_) {
      const auto& asked = options_.optional;
      const bool allowed = asked ? std::find(asked->begin(), asked->end(), slot) != asked->end() : !in_a_body(slot);
      const bool of_body = std::find(body.begin(), body.end(), slot) != body.end();
      if (of_body) continue;
      if (!allowed && is_worn(slot)) {
        if (in_a_body(slot)) return std::nullopt;  // a top beside a dress
      } else if (!allowed) {
        continue;
      }
      slots.push_back(slot);
    }
    return slots;
  }

  Status search(const std::vector<std::string>& body) {
    const auto others = other_slots(body);
    if (!others) return {};
    std::vector<Beam> beams = {{}};
    for (const std::string& slot : body) JAEDAN_RETURN_IF_ERROR(fill(beams, slot, true));
    for (const std::string& slot : *others) JAEDAN_RETURN_IF_ERROR(fill(beams, slot, is_worn(slot)));
    for (Beam& beam : beams) {
      std::sort(beam.pieces.begin(), beam.pieces.end());
      if (beam.pieces.size() >= 2 && met_.insert(beam.pieces).second) whole_.push_back(std::move(beam.pieces));
    }
    return {};
  }

  Status fill(std::vector<Beam>& beams, const std::string& slot, bool must) {
    const Places& places = by_slot_.at(slot);
    PieceList candidates;
    for (const std::size_t place : places) candidates.push_back(&wardrobe_[place]);
    std::vector<Beam> longer;
    for (const Beam& beam : beams) {
      if (!must) longer.push_back(beam);
      if (beam.pieces.size() >= options_.most_pieces && !must) continue;
      JAEDAN_ASSIGN_OR_RETURN(const std::vector<double> scores, model_.scores(candidates, pieces_at(beam.pieces)));
      for (std::size_t i = 0; i < places.size(); ++i) {
        Beam next = beam;
        next.pieces.push_back(places[i]);
        next.chain += scores[i];
        // The first piece stands beside nothing yet.
        const double steps = static_cast<double>(std::max<std::size_t>(1, next.pieces.size() - 1));
        next.score = of_weights(next.pieces, next.chain / steps).score;
        longer.push_back(std::move(next));
      }
    }
    // Of what stands beside nothing yet, all are as good.
    const bool first = beams.size() == 1 && beams.front().pieces.empty();
    if (!first) keep_best(longer, options_.beam);
    beams = std::move(longer);
    return {};
  }

  PieceList pieces_at(const Places& places) const {
    PieceList pieces;
    for (const std::size_t place : places) pieces.push_back(&wardrobe_[place]);
    return pieces;
  }

  FoundOutfit of_weights(const Places& places, double compatibility) const {
    FoundOutfit outfit{places, 0, compatibility, std::nullopt, 0};
    const PieceList pieces = pieces_at(places);
    outfit.harmony = colour_harmony(pieces);
    if (options_.taste) outfit.taste = options_.taste->of(pieces);
    outfit.score = weighed(options_, compatibility, outfit.harmony, outfit.taste);
    return outfit;
  }

  Status rank() {
    for (const Places& places : whole_) {
      JAEDAN_ASSIGN_OR_RETURN(const double compatibility, model_.score(pieces_at(places)));
      found_.outfits.push_back(of_weights(places, compatibility));
    }
    keep_best(found_.outfits, options_.results);
    return {};
  }

  const CompatibilityModel& model_;
  const std::vector<Piece>& wardrobe_;
  const SearchOptions& options_;
  std::map<std::string, Places> by_slot_;
  std::set<Places> met_;
  std::vector<Places> whole_;
  WardrobeOutfits found_;
};

}  // namespace

double weighed(const SearchOptions& options, double compatibility, const std::optional<double>& harmony, double taste) {
  return compatibility + options.harmony_weight * harmony.value_or(kHarmonyUnknown) + options.taste_weight * taste;
}

Result<WardrobeOutfits> best_outfits(const CompatibilityModel& model, const std::vector<Piece>& wardrobe,
                                     const SearchOptions& options) {
  return Search(model, wardrobe, options).run();
}

}  // namespace jaedan::recommender::outfits
