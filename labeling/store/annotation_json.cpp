#include "labeling/store/annotation_json.h"

#include <array>
#include <exception>
#include <nlohmann/json.hpp>
#include <utility>

#include "labeling/store/byte_codec.h"

namespace jaedan::labeling {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> kSourceIds = {"human", "model", "import"};

// The readers below throw on anything unexpected; `parsed` turns that into one Error.

struct Unexpected : std::exception {
  explicit Unexpected(Message said) : message(std::move(said)) {}
  Message message;
};

[[noreturn]] void unexpected(Message what) { throw Unexpected(std::move(what)); }

Source source_from(const std::string& id) {
  for (std::size_t i = 0; i < kSourceIds.size(); ++i) {
    if (kSourceIds[i] == id) return static_cast<Source>(i);
  }
  unexpected({"store.source_unknown", "unknown source '{0}'", {id}});
}

/// Left out for nobody, so that what was said before such names were kept reads and writes as it did.
void put_name(Json& json, const char* key, const std::string& name) {
  if (!name.empty()) json[key] = name;
}

std::string name_from(const Json& json, const char* key) { return json.value(key, std::string()); }

void put_provenance(Json& json, const Provenance& provenance) {
  json["source"] = id_of(provenance.source);
  json["author"] = provenance.author;
  json["score"] = provenance.score;
  put_name(json, "confirmed_by", provenance.confirmed_by);
}

Provenance provenance_from(const Json& json) {
  return {source_from(json.at("source").get<std::string>()), json.at("author").get<std::string>(),
          json.at("score").get<double>(), name_from(json, "confirmed_by")};
}

Json json_of(const std::vector<AlternativeValue>& alternatives) {
  Json list = Json::array();
  for (const AlternativeValue& next : alternatives) list.push_back({{"value", next.value}, {"score", next.score}});
  return list;
}

std::vector<AlternativeValue> alternatives_from(const Json& list) {
  std::vector<AlternativeValue> alternatives;
  for (const Json& json : list) {
    alternatives.push_back({json.at("value").get<std::string>(), json.at("score").get<double>()});
  }
  return alternatives;
}

Json json_of(const AttributeValues& values) {
  Json list = Json::array();
  for (const AttributeValue& value : values) {
    Json& json = list.emplace_back(Json{{"attribute", value.attribute}, {"value", value.value}});
    if (!value.spelling.empty()) json["spelling"] = value.spelling;
    put_provenance(json, value.provenance);
    if (!value.alternatives.empty()) json["alternatives"] = json_of(value.alternatives);
  }
  return list;
}

AttributeValues values_from(const Json& list) {
  AttributeValues values;
  for (const Json& json : list) {
    values.push_back({json.at("attribute").get<std::string>(), json.at("value").get<std::string>(),
                      json.value("spelling", std::string()), provenance_from(json),
                      alternatives_from(json.value("alternatives", Json::array()))});
  }
  return values;
}

/// x, y, x, y …
Json json_of(const std::vector<Point>& points) {
  Json flat = Json::array();
  for (const Point& point : points) {
    flat.push_back(point.x);
    flat.push_back(point.y);
  }
  return flat;
}

std::vector<Point> points_from(const Json& flat) {
  if (!flat.is_array() || flat.size() % 2 != 0) {
    unexpected({"store.ring_unreadable", "a ring is not a list of x,y pairs"});
  }
  std::vector<Point> points;
  for (std::size_t i = 0; i < flat.size(); i += 2) points.push_back({flat[i].get<double>(), flat[i + 1].get<double>()});
  return points;
}

Json json_of(const Region& region) {
  Json rings = Json::array();
  for (const Ring& ring : region.rings) rings.push_back(json_of(ring));
  return rings;
}

Region region_from(const Json& rings) {
  Region region;
  for (const Json& flat : rings) region.rings.push_back(points_from(flat));
  return region;
}

Part part_from(const Json& json) {
  const auto part = part_from_id(json.get<std::string>());
  if (!part) unexpected({"store.part_unknown", "unknown part"});
  return *part;
}

Json json_of(const Garment& garment) {
  Json json{{"id", garment.id.value}, {"part", id_of(garment.part)}, {"rings", json_of(garment.region)}};
  put_provenance(json, garment.region_provenance);
  if (garment.rect) json["rect"] = {garment.rect->x, garment.rect->y, garment.rect->width, garment.rect->height};
  json["attributes"] = json_of(garment.attributes);
  json["locked"] = garment.locked;
  json["hidden"] = garment.hidden;
  put_name(json, "accepted_by", garment.handling.accepted_by);
  put_name(json, "looked_by", garment.handling.looked_by);
  put_name(json, "approved_by", garment.handling.approved_by);
  return json;
}

Garment garment_from(const Json& json) {
  Garment garment;
  garment.id = GarmentId{json.at("id").get<std::int64_t>()};
  garment.part = part_from(json.at("part"));
  garment.region = region_from(json.at("rings"));
  garment.region_provenance = provenance_from(json);
  if (json.contains("rect")) {
    const auto rect = json["rect"].get<std::array<double, 4>>();
    garment.rect = Rect{rect[0], rect[1], rect[2], rect[3]};
  }
  garment.attributes = values_from(json.at("attributes"));
  garment.locked = json.at("locked").get<bool>();
  garment.hidden = json.at("hidden").get<bool>();
  garment.handling = {name_from(json, "accepted_by"), name_from(json, "looked_by"), name_from(json, "approved_by")};
  return garment;
}

/// Left out when there are none, as names are.
void put_values(Json& json, const char* key, const AttributeValues& values) {
  if (!values.empty()) json[key] = json_of(values);
}

AttributeValues values_if_any(const Json& json, const char* key) { return values_from(json.value(key, Json::array())); }

/// Left out when there are none, too.
void put_measures(Json& json, const MeasuredLengths& measures) {
  for (const MeasuredLength& measure : measures) {
    json["measures"].push_back(Json{{"attribute", measure.attribute},
                                    {"along", measure.along},
                                    {"line", json_of(measure.line)},
                                    {"end", json_of(std::vector<Point>{measure.end})}});
  }
}

MeasuredLengths measures_if_any(const Json& json) {
  MeasuredLengths measures;
  for (const Json& one : json.value("measures", Json::array())) {
    const auto end = one.at("end").get<std::array<double, 2>>();
    measures.push_back({one.at("attribute").get<std::string>(),
                        one.at("along").get<double>(),
                        points_from(one.at("line")),
                        {end[0], end[1]}});
  }
  return measures;
}

Json json_of(const Proposal& proposal) {
  Json json{{"part", id_of(proposal.part)},
            {"rings", json_of(proposal.region)},
            {"score", proposal.score},
            {"attributes", json_of(proposal.attributes)},
            {"embedding", text_from_floats(proposal.embedding)}};
  put_values(json, "guesses", proposal.guesses);
  put_measures(json, proposal.measures);
  return json;
}

Proposal proposal_from(const Json& json) {
  Result<std::vector<float>> embedding = floats_from_text(json.at("embedding").get<std::string>());
  if (!embedding.ok()) unexpected(embedding.error().message);
  return {part_from(json.at("part")),     region_from(json.at("rings")),
          json.at("score").get<double>(), values_from(json.at("attributes")),
          std::move(embedding).value(),   values_if_any(json, "guesses"),
          measures_if_any(json)};
}

Json json_of(const GarmentWords& words) {
  Json json{{"garment", words.garment.value}, {"part", id_of(words.part)}, {"rings", json_of(words.region)}};
  put_values(json, "attributes", words.attributes);
  put_values(json, "guesses", words.guesses);
  put_measures(json, words.measures);
  return json;
}

GarmentWords words_from(const Json& json) {
  return {GarmentId{json.at("garment").get<std::int64_t>()},
          part_from(json.at("part")),
          region_from(json.at("rings")),
          values_if_any(json, "attributes"),
          values_if_any(json, "guesses"),
          measures_if_any(json)};
}

template <typename Read>
auto parsed(std::string_view text, Message (*unreadable)(const Message& why), Read read)
    -> Result<decltype(read(Json()))> {
  try {
    return read(Json::parse(text));
  } catch (const Unexpected& error) {
    return Error{ErrorCode::kCorrupt, unreadable(error.message)};
  } catch (const std::exception& error) {
    return Error{ErrorCode::kCorrupt, unreadable(error.what())};
  }
}

Message unreadable_annotation(const Message& why) {
  return {"store.annotation_unreadable", "cannot read an annotation: {0}", {why}};
}

Message unreadable_alternatives(const Message& why) {
  return {"store.alternatives_unreadable", "cannot read what a model would have said next: {0}", {why}};
}

Message unreadable_prediction(const Message& why) {
  return {"store.prediction_unreadable", "cannot read a prediction: {0}", {why}};
}

}  // namespace

std::string_view id_of(Source source) { return kSourceIds[static_cast<std::size_t>(source)]; }

std::string annotation_to_json(const Annotation& annotation) {
  Json json{{"photo", annotation.photo.value},
            {"revision", annotation.revision},
            {"state", id_of(annotation.state)},
            {"attributes", json_of(annotation.image_attributes)},
            {"garments", Json::array()}};
  for (const Garment& garment : annotation.garments) json["garments"].push_back(json_of(garment));
  return json.dump();
}

Result<Annotation> annotation_from_json(std::string_view text) {
  return parsed(text, unreadable_annotation, [](const Json& json) {
    Annotation annotation;
    annotation.photo = PhotoId{json.at("photo").get<std::int64_t>()};
    annotation.revision = json.at("revision").get<std::int64_t>();
    const auto state = workflow_state_from_id(json.at("state").get<std::string>());
    if (!state) unexpected({"store.state_unknown", "unknown state"});
    annotation.state = *state;
    annotation.image_attributes = values_from(json.at("attributes"));
    for (const Json& garment : json.at("garments")) annotation.garments.push_back(garment_from(garment));
    return annotation;
  });
}

std::string prediction_to_json(const Prediction& prediction) {
  Json readings = Json::array();
  for (const Reading& reading : prediction.readings) {
    Json garments = Json::array();
    for (const Proposal& proposal : reading.garments) garments.push_back(json_of(proposal));
    readings.push_back(Json{{"probability", reading.probability}, {"garments", std::move(garments)}});
  }
  Json json{{"model", prediction.model_id}, {"readings", std::move(readings)}};
  put_values(json, "attributes", prediction.image_attributes);
  put_values(json, "guesses", prediction.image_guesses);
  for (const GarmentWords& words : prediction.of_garments) json["of_garments"].push_back(json_of(words));
  return json.dump();
}

Result<Prediction> prediction_from_json(std::string_view text) {
  return parsed(text, unreadable_prediction, [](const Json& json) {
    Prediction prediction;
    prediction.model_id = json.at("model").get<std::string>();
    for (const Json& reading_json : json.at("readings")) {
      Reading& reading = prediction.readings.emplace_back();
      reading.probability = reading_json.at("probability").get<double>();
      for (const Json& garment : reading_json.at("garments")) reading.garments.push_back(proposal_from(garment));
    }
    prediction.image_attributes = values_if_any(json, "attributes");
    prediction.image_guesses = values_if_any(json, "guesses");
    for (const Json& words : json.value("of_garments", Json::array())) {
      prediction.of_garments.push_back(words_from(words));
    }
    return prediction;
  });
}

std::string alternatives_to_json(const std::vector<AlternativeValue>& alternatives) {
  return alternatives.empty() ? std::string() : json_of(alternatives).dump();
}

Result<std::vector<AlternativeValue>> alternatives_from_json(std::string_view text) {
  if (text.empty()) return std::vector<AlternativeValue>();
  return parsed(text, unreadable_alternatives, [](const Json& json) { return alternatives_from(json); });
}

}  // namespace jaedan::labeling
