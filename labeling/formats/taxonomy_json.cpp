#include "labeling/formats/taxonomy_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "labeling/base/file_system.h"
#include "labeling/io/assets.h"

namespace jaedan::labeling {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kLargestFile = 1 << 20;

/// Thrown only inside this file: a taxonomy that parses as JSON but says something impossible.
struct Mistake {
  Message what;
};

std::string text_of(const Json& object, const char* key, const Message& where, bool required = true) {
  const auto found = object.find(key);
  if (found == object.end() && !required) return {};
  if (found == object.end() || !found->is_string())
    throw Mistake{in_context(where, {"taxonomy.text_missing", "no text '{0}'", {key}})};
  return found->get<std::string>();
}

bool flag_of(const Json& object, const char* key, const Message& where) {
  const auto found = object.find(key);
  if (found == object.end()) return false;
  if (!found->is_boolean())
    throw Mistake{in_context(where, {"taxonomy.no_flag", "'{0}' must be true or false", {key}})};
  return found->get<bool>();
}

const Json& list_of(const Json& object, const char* key, const Message& where) {
  static const Json kNone = Json::array();
  const auto found = object.find(key);
  if (found == object.end()) return kNone;
  if (!found->is_array()) throw Mistake{in_context(where, {"taxonomy.no_list", "'{0}' must be a list", {key}})};
  return *found;
}

std::string id_of_object(const Json& object, const Message& where) {
  if (!object.is_object()) throw Mistake{in_context(where, {"taxonomy.no_object", "must be an object"})};
  std::string id = text_of(object, "id", where);
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  if (id.empty() || !std::all_of(id.begin(), id.end(), plain)) {
    throw Mistake{in_context(where, {"taxonomy.bad_id", "id '{0}' may only have a-z, 0-9 and _", {id}})};
  }
  return id;
}

template <typename T>
void append_unique(std::vector<T>& list, T item, const Message& where) {
  for (const T& other : list) {
    if (other.id == item.id) throw Mistake{in_context(where, {"formats.name_twice", "'{0}' twice", {item.id}})};
  }
  list.push_back(std::move(item));
}

TaxonomyValue read_value(const Json& object, const std::string& attribute) {
  TaxonomyValue value;
  value.id = id_of_object(object, attribute);
  const std::string here = attribute + "." + value.id;
  value.korean = text_of(object, "korean", here);
  value.english = text_of(object, "english", here);
  value.group = text_of(object, "group", here, false);
  value.own = flag_of(object, "own", here);
  for (const Json& variant : list_of(object, "variants", here)) {
    if (!variant.is_string()) throw Mistake{in_context(here, {"taxonomy.variant_no_text", "a variant is no text"})};
    value.variants.push_back(variant.get<std::string>());
  }
  for (const Json& name : list_of(object, "parts", here)) {
    const std::optional<Part> part = name.is_string() ? part_from_id(name.get<std::string>()) : std::nullopt;
    if (!part) throw Mistake{in_context(here, {"taxonomy.part_unknown", "unknown part {0}", {name.dump()}})};
    value.parts.push_back(*part);
  }
  return value;
}

LabelStage read_stage(const Json& object, const Message& where) {
  const std::string stage = text_of(object, "stage", where);
  if (stage == "basic") return LabelStage::kBasic;
  if (stage == "expert") return LabelStage::kExpert;
  throw Mistake{in_context(where, {"taxonomy.stage_unknown", "unknown stage '{0}'; basic or expert", {stage}})};
}

TaxonomyAttribute read_attribute(const Json& object, const std::vector<TaxonomyAttribute>& before) {
  TaxonomyAttribute attribute;
  attribute.id = id_of_object(object, {"taxonomy.attribute", "attribute"});
  attribute.korean = text_of(object, "korean", attribute.id);
  attribute.english = text_of(object, "english", attribute.id);
  attribute.stage = read_stage(object, attribute.id);
  attribute.multiple = flag_of(object, "multiple", attribute.id);
  attribute.image_level = flag_of(object, "image_level", attribute.id);
  attribute.optional = flag_of(object, "optional", attribute.id);
  attribute.obligatory = flag_of(object, "obligatory", attribute.id);
  if (const std::string same = text_of(object, "values_of", attribute.id, false); !same.empty()) {
    const auto other = std::find_if(before.begin(), before.end(), [&](const auto& a) { return a.id == same; });
    if (other == before.end())
      throw Mistake{in_context(attribute.id,
                               {"taxonomy.values_of_unknown", "values_of names '{0}', which is not above it", {same}})};
    attribute.values = other->values;
  }
  for (const Json& value : list_of(object, "values", attribute.id)) {
    append_unique(attribute.values, read_value(value, attribute.id), attribute.id);
  }
  return attribute;
}

Taxonomy read_taxonomy(const Json& root) {
  const Message file("file.itself", "file");
  if (!root.is_object() || text_of(root, "format", file) != "jaedan-taxonomy") {
    throw Mistake{{"taxonomy.other_format", "'format' is not jaedan-taxonomy"}};
  }
  if (root.value("version", Json()) != 1) throw Mistake{{"taxonomy.other_version", "'version' is not 1"}};
  std::vector<TaxonomyGroup> groups;
  for (const Json& object : list_of(root, "groups", file)) {
    std::string id = id_of_object(object, {"taxonomy.group", "group"});
    append_unique(groups, TaxonomyGroup{id, text_of(object, "korean", id), text_of(object, "english", id)}, "groups");
  }
  std::vector<TaxonomyAttribute> attributes;
  for (const Json& object : list_of(root, "attributes", file)) {
    append_unique(attributes, read_attribute(object, attributes), "attributes");
  }
  return Taxonomy(std::move(attributes), std::move(groups));
}

template <typename List>
auto find_id(List& list, const std::string& id) {
  return std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
}

/// What `next` adds to `base`.
Taxonomy merged(const Taxonomy& base, const Taxonomy& next) {
  std::vector<TaxonomyAttribute> attributes = base.attributes();
  for (const TaxonomyAttribute& added : next.attributes()) {
    const auto known = find_id(attributes, added.id);
    if (known == attributes.end()) {
      attributes.push_back(added);
      continue;
    }
    for (const TaxonomyValue& value : added.values) {
      if (!known->value(value.id)) known->values.push_back(value);
    }
  }
  std::vector<TaxonomyGroup> groups = base.groups();
  for (const TaxonomyGroup& group : next.groups()) {
    if (find_id(groups, group.id) == groups.end()) groups.push_back(group);
  }
  return Taxonomy(std::move(attributes), std::move(groups));
}

}  // namespace

Result<Taxonomy> parse_taxonomy(std::string_view json, const std::string& name) {
  try {
    return read_taxonomy(Json::parse(json));
  } catch (const Mistake& mistake) {
    return Error{ErrorCode::kCorrupt, in_context(name, mistake.what)};
  } catch (const Json::exception& exception) {
    return Error{ErrorCode::kCorrupt, "taxonomy.no_json", "{0}: {1}", {name, exception.what()}};
  }
}

Result<Taxonomy> load_taxonomy(const std::vector<std::string>& paths) {
  Taxonomy taxonomy;
  for (const std::string& path : paths) {
    JAEDAN_ASSIGN_OR_RETURN(const std::string json, disk().read(path, kLargestFile));
    JAEDAN_ASSIGN_OR_RETURN(const Taxonomy next, parse_taxonomy(json, path));
    taxonomy = merged(taxonomy, next);
  }
  return taxonomy;
}

Result<Taxonomy> load_default_taxonomy() {
  JAEDAN_ASSIGN_OR_RETURN(const std::string assets, assets_dir());
  return load_taxonomy({assets + "/taxonomy/kfashion.json", assets + "/taxonomy/extra.json"});
}

}  // namespace jaedan::labeling
