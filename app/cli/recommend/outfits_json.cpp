#include "app/cli/recommend/outfits_json.h"

#include <nlohmann/json.hpp>

#include "app/cli/recommend/recommended_rows.h"

namespace jaedan::cli {
namespace {

nlohmann::json sentences(const std::vector<Message>& said) {
  nlohmann::json list = nlohmann::json::array();
  for (const Message& one : said) list.push_back({{"key", one.without_context().key}, {"message", one.text()}});
  return list;
}

nlohmann::json items(const std::vector<workflow::RecommendedItem>& garments) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& one : garments) list.push_back(item_json(one));
  return list;
}

nlohmann::json terms_json(const workflow::OutfitTerms& terms) {
  return {{"compatibility", terms.compatibility},
          {"harmony", terms.harmony ? nlohmann::json(*terms.harmony) : nlohmann::json()},
          {"taste", terms.taste}};
}

nlohmann::json garments_json(const std::vector<workflow::SuggestedGarment>& garments) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& one : garments) {
    nlohmann::json garment = item_json(one.item);
    garment["terms"] = terms_json(one.terms);
    garment["reasons"] = sentences(one.reasons);
    list.push_back(std::move(garment));
  }
  return list;
}

}  // namespace

nlohmann::json outfits_json(const workflow::OutfitSuggestions& found) {
  nlohmann::json document = {{"with", items(found.with)},          {"beside", nlohmann::json::array()},
                             {"outfits", nlohmann::json::array()}, {"missing", nlohmann::json::array()},
                             {"learnt_from", found.learnt_from},   {"partial", sentences(found.partial)}};
  for (const auto& one : found.beside) {
    document["beside"].push_back({{"part", id_of(one.part)}, {"garments", garments_json(one.garments)}});
  }
  for (const auto& one : found.outfits) {
    document["outfits"].push_back({{"score", one.score},
                                   {"terms", terms_json(one.terms)},
                                   {"reasons", sentences(one.reasons)},
                                   {"pieces", items(one.pieces)}});
  }
  for (const auto& one : found.missing) {
    document["missing"].push_back({{"part", id_of(one.part)},
                                   {"attribute", one.kind.attribute},
                                   {"value", one.kind.value},
                                   {"gain", one.gain},
                                   {"completes", one.completes},
                                   {"reasons", sentences(one.reasons)},
                                   {"garments", garments_json(one.garments)}});
  }
  return document;
}

}  // namespace jaedan::cli
