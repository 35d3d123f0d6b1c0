#include "app/cli/recommend/search_json.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "labeling/base/utf8.h"

namespace jaedan::cli {
namespace {

using nlohmann::json;
using recommender::LabelVerdict;
using recommender::QueryGarment;
using recommender::QueryLabel;
using recommender::TextPlace;
using recommender::Verdict;
using recommender::WordQuery;

/// In characters: other programs do not count in bytes.
std::size_t characters_before(const WordQuery& query, const TextPlace& place) {
  return utf8_codes(std::string_view(query.text).substr(0, place.at)).size();
}

json labels_json(const WordQuery& query, const std::vector<QueryLabel>& labels) {
  json list = json::array();
  for (const QueryLabel& label : labels) {
    json readings = json::array();
    for (const auto& reading : label.readings) {
      readings.push_back(
          {{"attribute", reading.attribute}, {"value", reading.value.empty() ? json() : json(reading.value)}});
    }
    list.push_back({{"word", query.text.substr(label.place.at, label.place.length)}, {"any_of", std::move(readings)}});
  }
  return list;
}

json garments_json(const WordQuery& query, const std::vector<QueryGarment>& garments) {
  json list = json::array();
  for (const QueryGarment& garment : garments) {
    list.push_back({{"part", garment.part ? json(id_of(*garment.part)) : json()},
                    {"labels", labels_json(query, garment.wanted)},
                    {"negated", labels_json(query, garment.excluded)}});
  }
  return list;
}

json query_json(const WordQuery& query) {
  json unknown = json::array(), understood = json::array();
  for (const auto& word : query.unknown) {
    unknown.push_back({{"word", word.word}, {"at", characters_before(query, word.place)}, {"nearest", word.nearest}});
  }
  for (const auto& word : query.understood) {
    understood.push_back({{"word", word.word}, {"at", characters_before(query, word.place)}, {"as", word.as}});
  }
  return {{"text", query.text},
          {"garments", garments_json(query, query.garments)},
          {"not_worn", garments_json(query, query.unwanted)},
          {"photo",
           {{"labels", labels_json(query, query.photo_wanted)}, {"negated", labels_json(query, query.photo_excluded)}}},
          {"unknown", std::move(unknown)},
          {"understood_as", std::move(understood)}};
}

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kHolds: return "holds";
    case Verdict::kFails: return "fails";
    case Verdict::kUnknown: break;
  }
  return "unknown";
}

json reasons_json(const std::vector<LabelVerdict>& labels) {
  json list = json::array();
  for (const LabelVerdict& label : labels) {
    list.push_back({{"attribute", label.label.attribute},
                    {"value", label.label.value.empty() ? json() : json(label.label.value)},
                    {"verdict", name_of(label.verdict)},
                    {"negated", label.excluded},
                    {"score", label.score}});
  }
  return list;
}

json photo_json(const recommender::PhotoAnswer& photo, const Photo& described) {
  json garments = json::array(), reasons = json::array();
  const auto add_reasons = [&](const std::vector<LabelVerdict>& labels) {
    for (json& reason : reasons_json(labels)) reasons.push_back(std::move(reason));
  };
  for (const auto& garment : photo.garments) {
    garments.push_back({{"asked", garment.asked},
                        {"garment", garment.item->garment.value},
                        {"part", id_of(garment.item->part)},
                        {"score", garment.score},
                        {"reasons", reasons_json(garment.labels)}});
    add_reasons(garment.labels);
  }
  add_reasons(photo.labels);
  return {{"photo", described.name},
          {"photo_id", photo.photo.value},
          {"garment", garments.empty() ? json() : garments.front()["garment"]},
          {"part", garments.empty() ? json() : garments.front()["part"]},
          {"score", photo.score},
          {"complete", photo.complete},
          {"reasons", std::move(reasons)},
          {"garments", std::move(garments)}};
}

}  // namespace

json search_json(const workflow::FoundByWords& found, const workflow::LabelledGarments& searched) {
  json notes = json::array(), results = json::array();
  for (const Message& note : found.notes) notes.push_back(note.text());
  for (const auto& photo : found.photos) results.push_back(photo_json(photo, searched.photos.at(photo.photo)));
  return {{"query", query_json(found.query)}, {"notes", std::move(notes)}, {"results", std::move(results)}};
}

}  // namespace jaedan::cli
