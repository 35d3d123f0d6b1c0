#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/workflow/outfits/outfit_asking.h"
#include "recommender/outfits/missing_parts.h"

namespace jaedan::workflow {
namespace {

using recommender::outfits::MissingPart;
using recommender::outfits::Piece;
using recommender::outfits::PieceList;

constexpr std::size_t kShownOfKind = 5;
constexpr std::size_t kAllKinds = 10000;

/// The attribute by which kinds are told apart, of a part: "top/category=shirt".
bool is_kind(const std::string& token) {
  const std::string_view said = recommender::outfits::without_type(token);
  return said.size() < token.size() && said.substr(0, said.find('=')) == attribute::kCategory;
}

std::set<std::string> kinds_in(const PieceList& pieces) {
  std::set<std::string> kinds;
  for (const Piece* piece : pieces) {
    for (const std::string& token : piece->tokens) {
      if (is_kind(token)) kinds.insert(token);
    }
  }
  return kinds;
}

/// Where nothing was learnt: the kinds of approved garments that the wardrobe lacks, the commonest first, and before
/// them those of parts of which it has none.
std::vector<SuggestedKind> commonest_kinds(const OutfitAsking& asking) {
  const std::set<std::string> owned = kinds_in(asking.wardrobe);
  std::map<std::string, std::set<PhotoId>> photos;
  for (const Piece* piece : asking.outside) {
    for (const std::string& token : piece->tokens) {
      if (is_kind(token) && owned.count(token) == 0) photos[token].insert(piece->photo);
    }
  }
  using Counted = std::tuple<bool, std::size_t, std::string>;
  std::vector<Counted> counted;
  for (const auto& [token, wearing] : photos) {
    const auto part = part_from_id(token.substr(0, token.find('/')));
    if (part) counted.emplace_back(wears(asking.wardrobe, *part), wearing.size(), token);
  }
  std::sort(counted.begin(), counted.end(), [](const Counted& a, const Counted& b) {
    return std::tie(std::get<0>(a), std::get<1>(b), std::get<2>(a)) <
           std::tie(std::get<0>(b), std::get<1>(a), std::get<2>(b));
  });
  std::vector<SuggestedKind> kinds;
  for (const auto& [has_part, count, token] : counted) {
    SuggestedKind kind;
    kind.part = *part_from_id(token.substr(0, token.find('/')));
    kind.kind = {std::string(attribute::kCategory), token.substr(token.find('=') + 1)};
    kind.reasons.push_back({"outfits.worn_on", "worn on {0|approved photo}", {count}});
    kinds.push_back(std::move(kind));
  }
  return kinds;
}

Result<std::vector<SuggestedKind>> learnt_kinds(const OutfitAsking& asking, const std::vector<Piece>& wardrobe) {
  recommender::outfits::MissingOptions options;
  options.search = asking.options;
  options.results = kAllKinds;  // some of which the wardrobe may have beyond what is searched
  JAEDAN_ASSIGN_OR_RETURN(const auto missing, recommender::outfits::missing_parts(asking.model, wardrobe, options));
  // The model's wardrobe may be a part of the whole one.
  const std::set<std::string> owned = kinds_in(asking.wardrobe);
  std::vector<SuggestedKind> kinds;
  for (const MissingPart& one : missing.parts) {
    const auto part = part_from_id(one.type);
    if (!part || one.token.empty() || owned.count(one.token) > 0) continue;
    SuggestedKind kind;
    kind.part = *part;
    kind.kind = {std::string(attribute::kCategory), one.token.substr(one.token.find('=') + 1)};
    kind.gain = one.gain;
    kind.completes = static_cast<std::int64_t>(one.completes);
    kind.reasons.push_back(
        {"outfits.completes", "makes {0} of {1|outfit} of the wardrobe better", {one.completes, missing.outfits}});
    kinds.push_back(std::move(kind));
  }
  return kinds;
}

/// What the garments that could fill a gap are shown beside: the wardrobe's best outfit, else its first garment.
Result<PieceList> best_outfit_of(const OutfitAsking& asking, const std::vector<Piece>& wardrobe) {
  recommender::outfits::SearchOptions search = asking.options;
  search.results = 1;
  const auto best = recommender::outfits::best_outfits(asking.model, wardrobe, search);
  if (!best.ok() && best.error().code != ErrorCode::kNotFound) return best.error();
  PieceList pieces;
  if (!best.ok()) {
    pieces.push_back(&wardrobe.front());
    return pieces;
  }
  for (const std::size_t place : best->outfits.front().pieces) pieces.push_back(&wardrobe[place]);
  return pieces;
}

Result<std::vector<SuggestedGarment>> filling(const OutfitAsking& asking, const SuggestedKind& kind,
                                              const PieceList& outfit) {
  const std::string token = std::string(id_of(kind.part)) + "/" + kind.kind.attribute + "=" + kind.kind.value;
  PieceList candidates, others;
  for (const Piece* piece : asking.outside) {
    if (std::find(piece->tokens.begin(), piece->tokens.end(), token) != piece->tokens.end())
      candidates.push_back(piece);
  }
  for (const Piece* piece : outfit) {
    const std::vector<Part> beside = parts_beside({piece});
    if (std::find(beside.begin(), beside.end(), kind.part) != beside.end()) others.push_back(piece);
  }
  return asking.best_of(candidates, others, kShownOfKind);
}

}  // namespace

Status answer_missing(const OutfitAsking& asking, OutfitSuggestions& found) {
  if (asking.wardrobe.empty()) {
    found.partial.push_back({"outfits.empty_wardrobe", "there is nothing in the wardrobe yet"});
    return {};
  }
  const std::vector<Piece> wardrobe = searched_wardrobe(asking, found.partial);
  JAEDAN_RETURN_IF_ERROR(still_asked(asking.watch));
  std::vector<SuggestedKind> kinds;
  if (found.learnt_from > 0) {
    JAEDAN_ASSIGN_OR_RETURN(kinds, learnt_kinds(asking, wardrobe));
  } else {
    kinds = commonest_kinds(asking);
  }
  kinds.resize(std::min(kinds.size(), static_cast<std::size_t>(std::max(asking.query.k, 1))));
  JAEDAN_ASSIGN_OR_RETURN(const PieceList outfit, best_outfit_of(asking, wardrobe));
  for (SuggestedKind& kind : kinds) {
    JAEDAN_RETURN_IF_ERROR(still_asked(asking.watch));
    if (!wears(asking.wardrobe, kind.part)) {
      kind.reasons.push_back({"outfits.no_such_part", "the wardrobe has no {0}", {message_of(kind.part)}});
    }
    JAEDAN_ASSIGN_OR_RETURN(kind.garments, filling(asking, kind, outfit));
  }
  if (asking.outside.empty()) {
    found.partial.push_back(
        {"outfits.all_in_wardrobe", "every approved garment is in the wardrobe: there is none to fill a gap with"});
  }
  if (kinds.empty()) found.partial.push_back({"outfits.nothing_missing", "the wardrobe lacks no kind that is known"});
  found.missing = std::move(kinds);
  return {};
}

}  // namespace jaedan::workflow
