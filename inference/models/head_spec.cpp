#include "inference/models/head_spec.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>

#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

using nlohmann::json;

struct Category {
  std::string_view id;
  Part part;
};

constexpr std::array<Category, 21> kCategories = {{
    {"coat", Part::kOuter},     {"jacket", Part::kOuter},    {"jumper", Part::kOuter},        {"padding", Part::kOuter},
    {"vest", Part::kOuter},     {"cardigan", Part::kOuter},  {"zip_up", Part::kOuter},        {"top", Part::kTop},
    {"blouse", Part::kTop},     {"tshirt", Part::kTop},      {"knitwear", Part::kTop},        {"shirt", Part::kTop},
    {"bra_top", Part::kTop},    {"hoodie", Part::kTop},      {"jeans", Part::kBottom},        {"pants", Part::kBottom},
    {"skirt", Part::kBottom},   {"leggings", Part::kBottom}, {"jogger_pants", Part::kBottom}, {"dress", Part::kDress},
    {"jumpsuit", Part::kDress},
}};

bool is_id(const std::string& text) {
  const auto is_allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_allowed);
}

Result<HeadValue> value_from(const json& object) {
  if (object.is_string()) return HeadValue{object.get<std::string>(), {}};
  HeadValue value{object.at("id").get<std::string>(), {}};
  for (const json& id : object.value("parts", json::array())) {
    const auto part = part_from_id(id.get<std::string>());
    if (!part) return Error{ErrorCode::kCorrupt, "part.unknown", "'{0}' is no part", {id.get<std::string>()}};
    value.parts.push_back(*part);
  }
  return value;
}

constexpr std::string_view kOfGarment = "garment", kOfPhoto = "photo";

Result<HeadScope> scope_from(const json& object) {
  const std::string scope = object.value("scope", std::string(kOfGarment));
  if (scope == kOfGarment) return HeadScope::kGarment;
  if (scope == kOfPhoto) return HeadScope::kPhoto;
  return Error{
      ErrorCode::kCorrupt, "head.scope_unknown", "a head is of a garment or of the photo, not of '{0}'", {scope}};
}

Result<HeadConfidence> confidence_from(const json& object) {
  HeadConfidence confidence;
  confidence.temperature = object.value("temperature", confidence.temperature);
  confidence.threshold = object.value("threshold", confidence.threshold);
  if (!(confidence.temperature > 0)) {
    return Error{ErrorCode::kCorrupt, "head.temperature", "a head's temperature must be above 0"};
  }
  if (!(confidence.threshold >= 0 && confidence.threshold <= 1)) {
    return Error{ErrorCode::kCorrupt, "head.threshold", "a head's threshold must lie between 0 and 1"};
  }
  return confidence;
}

Result<HeadSpec> head_from(const json& object) {
  HeadSpec head;
  head.attribute = object.at("attribute").get<std::string>();
  head.multiple = object.value("multiple", false);
  head.graph = object.value("graph", false);
  JAEDAN_ASSIGN_OR_RETURN(head.scope, scope_from(object));
  JAEDAN_ASSIGN_OR_RETURN(head.confidence, confidence_from(object));
  if (!is_id(head.attribute)) {
    return Error{ErrorCode::kCorrupt, "head.no_attribute", "'{0}' is no attribute's id", {head.attribute}};
  }
  if (head.graph && !head.multiple) {
    return Error{ErrorCode::kCorrupt,
                 "head.graph_of_one",
                 "the head '{0}' says one value; only a head that says several may be a graph",
                 {head.attribute}};
  }
  for (const json& entry : object.at("values")) {
    JAEDAN_ASSIGN_OR_RETURN(HeadValue value, value_from(entry));
    if (index_of(head, value.id) >= 0) {
      return Error{ErrorCode::kCorrupt, "head.value_twice", "the value '{0}' comes twice", {value.id}};
    }
    head.values.push_back(std::move(value));
  }
  if (head.values.empty()) {
    return Error{ErrorCode::kCorrupt, "head.no_values", "the head '{0}' has no values", {head.attribute}};
  }
  return head;
}

json to_json(const HeadValue& value) {
  if (value.parts.empty()) return value.id;
  json parts = json::array();
  for (const Part part : value.parts) parts.push_back(id_of(part));
  return {{"id", value.id}, {"parts", parts}};
}

}  // namespace

bool may_be_said(const HeadValue& value, std::optional<Part> part) {
  return !part || value.parts.empty() || std::find(value.parts.begin(), value.parts.end(), *part) != value.parts.end();
}

int index_of(const HeadSpec& head, std::string_view value_id) {
  const auto found = std::find_if(head.values.begin(), head.values.end(),
                                  [value_id](const HeadValue& value) { return value.id == value_id; });
  return found == head.values.end() ? -1 : static_cast<int>(found - head.values.begin());
}

std::string names_of(const std::vector<HeadSpec>& heads) {
  std::string names;
  for (const HeadSpec& head : heads) names += (names.empty() ? "" : ", ") + head.attribute;
  return names;
}

std::vector<HeadSpec> heads_of(const std::vector<HeadSpec>& heads, HeadScope scope) {
  std::vector<HeadSpec> found;
  std::copy_if(heads.begin(), heads.end(), std::back_inserter(found),
               [scope](const HeadSpec& head) { return head.scope == scope; });
  return found;
}

std::vector<HeadSpec> unmeasured(std::vector<HeadSpec> heads) {
  for (HeadSpec& head : heads) head.confidence = {};
  return heads;
}

std::string accuracy_name(const HeadSpec& head) { return head.attribute + "_accuracy"; }

HeadSpec category_head_of(const std::vector<std::string>& values) {
  HeadSpec head;
  head.attribute = attribute::kCategory;
  for (const std::string& id : values) {
    const auto known =
        std::find_if(kCategories.begin(), kCategories.end(), [&id](const Category& c) { return c.id == id; });
    head.values.push_back({id, known == kCategories.end() ? std::vector<Part>() : std::vector<Part>{known->part}});
  }
  return head;
}

const HeadSpec& category_head() {
  static const HeadSpec head = [] {
    std::vector<std::string> ids;
    for (const Category& category : kCategories) ids.emplace_back(category.id);
    return category_head_of(ids);
  }();
  return head;
}

Result<std::vector<HeadSpec>> parse_heads(const std::string& text, const std::string& where) {
  std::vector<HeadSpec> heads;
  try {
    for (const json& object : json::parse(text)) {
      Result<HeadSpec> head = head_from(object);
      if (!head) return head.error().with_context(where);
      for (const HeadSpec& other : heads) {
        if (other.attribute != head->attribute) continue;
        return Error{ErrorCode::kCorrupt, "head.twice", "{0}: the head '{1}' comes twice", {where, head->attribute}};
      }
      heads.push_back(std::move(*head));
    }
  } catch (const json::exception& e) {
    return Error{ErrorCode::kCorrupt, "head.unreadable", "{0}: {1}", {where, e.what()}};
  }
  return heads;
}

std::string serialize_heads(const std::vector<HeadSpec>& heads) {
  json list = json::array();
  for (const HeadSpec& head : heads) {
    json values = json::array();
    for (const HeadValue& value : head.values) values.push_back(to_json(value));
    json object = {{"attribute", head.attribute}, {"values", values}, {"multiple", head.multiple}};
    // What every head has is left out: programs that do not know of it read such cards.
    if (head.scope == HeadScope::kPhoto) object["scope"] = kOfPhoto;
    if (head.confidence.temperature != 1) object["temperature"] = head.confidence.temperature;
    if (head.confidence.threshold != 0) object["threshold"] = head.confidence.threshold;
    if (head.graph) object["graph"] = true;
    list.push_back(std::move(object));
  }
  return list.dump();
}

}  // namespace jaedan::inference
