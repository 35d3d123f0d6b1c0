#include "recommender/outfits/missing_parts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace jaedan::recommender::outfits {
namespace {

/// A kind, and what stands for it.
struct Kind {
  MissingPart part;
  std::string slot;
  std::vector<Piece> examples;
};

Piece piece_of(const Vocabulary& vocabulary, const Reference& reference) {
  Piece piece;
  piece.type = vocabulary.all()[reference.words.front()].text;
  for (std::size_t i = 1; i < reference.words.size(); ++i) {
    piece.tokens.push_back(vocabulary.all()[reference.words[i]].text);
  }
  if (!reference.vector.empty()) piece.vector = &reference.vector;
  return piece;
}

std::vector<Kind> kinds_of_types(const Vocabulary& vocabulary) {
  std::vector<Kind> kinds;
  for (std::size_t i = 0; i < vocabulary.types(); ++i) {
    const KnownWord& word = vocabulary.all()[i];
    Piece example;
    example.type = word.text;
    kinds.push_back({{word.text, "", 0, 0}, word.slot, {std::move(example)}});
  }
  return kinds;
}

std::vector<Kind> kinds_of_garments(const CompatibilityModel& model, const std::string& attribute) {
  std::vector<Kind> kinds;
  const std::vector<KnownWord>& words = model.vocabulary().all();
  for (std::size_t type = 0; type < model.references().size(); ++type) {
    std::map<std::string, Kind> by_token;
    for (const Reference& reference : model.references()[type]) {
      Piece example = piece_of(model.vocabulary(), reference);
      for (const std::string& token : example.tokens) {
        const std::string_view said = without_type(token);
        if (said.substr(0, said.find('=')) != attribute) continue;
        Kind& kind = by_token[token];
        kind.part.type = words[type].text;
        kind.part.token = token;
        kind.slot = words[type].slot;
        kind.examples.push_back(example);
      }
    }
    for (auto& [token, kind] : by_token) kinds.push_back(std::move(kind));
  }
  return kinds;
}

std::set<std::string> owned_words(const std::vector<Piece>& wardrobe, bool of_garments) {
  std::set<std::string> owned;
  for (const Piece& piece : wardrobe) {
    if (of_garments) {
      owned.insert(piece.tokens.begin(), piece.tokens.end());
    } else {
      owned.insert(piece.type);
    }
  }
  return owned;
}

/// How much better the kind suits the outfit than what is worn there.
Result<double> gain_of(const CompatibilityModel& model, const Kind& kind, const PieceList& outfit) {
  PieceList others;
  double own = 0;
  for (const Piece* piece : outfit) {
    if (slot_of(*piece) != kind.slot) others.push_back(piece);
  }
  for (const Piece* piece : outfit) {
    if (slot_of(*piece) != kind.slot) continue;
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<double> worn, model.scores({piece}, others));
    own = std::max(own, worn.front());
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<double> scores, model.scores(pointers_to(kind.examples), others));
  double sum = 0;
  for (const double score : scores) sum += score;
  return std::max(0.0, sum / static_cast<double>(scores.size()) - own);
}

}  // namespace

Result<MissingParts> missing_parts(const CompatibilityModel& model, const std::vector<Piece>& wardrobe,
                                   const MissingOptions& options) {
  if (wardrobe.empty()) {
    return Error{ErrorCode::kNotFound, "outfits.empty_wardrobe", "there is nothing in the wardrobe yet"};
  }
  MissingParts missing;
  std::vector<PieceList> outfits;
  SearchOptions search = options.search;
  search.results = options.outfits;
  search.beam = std::max(search.beam, options.outfits);
  const Result<WardrobeOutfits> found = best_outfits(model, wardrobe, search);
  if (!found.ok() && found.error().code != ErrorCode::kNotFound) return found.error();
  missing.of_single_pieces = !found.ok();
  for (std::size_t i = 0; found.ok() && i < found->outfits.size(); ++i) {
    outfits.emplace_back();
    for (const std::size_t place : found->outfits[i].pieces) outfits.back().push_back(&wardrobe[place]);
  }
  for (std::size_t i = 0; missing.of_single_pieces && i < std::min(wardrobe.size(), options.outfits); ++i) {
    outfits.push_back({&wardrobe[i]});
  }
  missing.outfits = outfits.size();
  const std::set<std::string> owned = owned_words(wardrobe, model.of_garments());
  const std::vector<Kind> kinds =
      model.of_garments() ? kinds_of_garments(model, options.attribute) : kinds_of_types(model.vocabulary());
  for (const Kind& kind : kinds) {
    if (owned.count(model.of_garments() ? kind.part.token : kind.part.type) > 0) continue;
    MissingPart part = kind.part;
    for (const PieceList& outfit : outfits) {
      JAEDAN_ASSIGN_OR_RETURN(const double gain, gain_of(model, kind, outfit));
      part.gain += gain / static_cast<double>(outfits.size());
      if (gain > 0) ++part.completes;
    }
    if (part.completes > 0) missing.parts.push_back(std::move(part));
  }
  std::sort(missing.parts.begin(), missing.parts.end(), [](const MissingPart& a, const MissingPart& b) {
    return std::tie(b.gain, b.completes, a.type, a.token) < std::tie(a.gain, a.completes, b.type, b.token);
  });
  if (missing.parts.size() > options.results) missing.parts.resize(options.results);
  return missing;
}

}  // namespace jaedan::recommender::outfits
