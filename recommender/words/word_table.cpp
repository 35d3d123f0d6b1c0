#include "recommender/words/word_table.h"

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "labeling/base/file_system.h"

namespace jaedan::recommender {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kLargestFile = 1 << 20;

/// Thrown only inside this file: JSON that says something impossible.
struct Mistake {
  std::string where;
};

const std::map<std::string, WordRole>& roles() {
  static const std::map<std::string, WordRole> table = {{"particle", WordRole::kParticle},
                                                        {"topic_particle", WordRole::kTopicParticle},
                                                        {"joining_particle", WordRole::kJoiningParticle},
                                                        {"adding_particle", WordRole::kAddingParticle},
                                                        {"or_particle", WordRole::kOrParticle},
                                                        {"joining", WordRole::kJoining},
                                                        {"or", WordRole::kOr},
                                                        {"belonging", WordRole::kBelonging},
                                                        {"not_before", WordRole::kNotBefore},
                                                        {"without_before", WordRole::kWithoutBefore},
                                                        {"not_after", WordRole::kNotAfter},
                                                        {"filler", WordRole::kFiller}};
  return table;
}

std::vector<std::string> words_of(const Json& list) { return list.get<std::vector<std::string>>(); }

/// "colour.white|colour.beige".
Readings readings_of(const std::string& text) {
  Readings readings;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('|', at), text.size());
    const std::string label = text.substr(at, end - at);
    const std::size_t dot = label.find('.');
    if (dot == std::string::npos || dot == 0 || dot + 1 == label.size()) throw Mistake{text};
    readings.push_back({label.substr(0, dot), label.substr(dot + 1)});
    at = end + 1;
  }
  return readings;
}

WordTable::Row label_row(const Json& object) {
  WordTable::Row row{words_of(object.at("words")), WordRole::kLabel, {}, {}, {}};
  for (const std::string& text : words_of(object.at("means"))) row.means.push_back(readings_of(text));
  if (row.means.empty()) throw Mistake{object.dump()};
  return row;
}

WordTable::Row part_row(const Json& object) {
  const std::string name = object.at("part").get<std::string>();
  const std::optional<Part> part = part_from_id(name);
  if (!part) throw Mistake{name};
  return {words_of(object.at("words")), WordRole::kPart, {}, part, {}};
}

WordTable::Row attribute_row(const Json& object) {
  Label label{object.at("attribute").get<std::string>(), object.value("absent", std::string())};
  return {words_of(object.at("words")), WordRole::kAttribute, {}, {}, std::move(label)};
}

WordTable read_table(const Json& root) {
  if (root.at("format") != "jaedan-search-words" || root.at("version") != 1) throw Mistake{"format, version"};
  WordTable table;
  for (const Json& object : root.at("labels")) table.rows.push_back(label_row(object));
  for (const Json& object : root.at("parts")) table.rows.push_back(part_row(object));
  for (const Json& object : root.at("attributes")) table.rows.push_back(attribute_row(object));
  for (const auto& [name, words] : root.at("roles").items()) {
    const auto role = roles().find(name);
    if (role == roles().end()) throw Mistake{name};
    table.rows.push_back({words_of(words), role->second, {}, {}, {}});
  }
  return table;
}

Error broken(const std::string& name, const std::string& what) {
  return {ErrorCode::kCorrupt, "words.broken_table", "{0}: no table of search words: {1}", {name, what}};
}

}  // namespace

Result<WordTable> parse_word_table(std::string_view json, const std::string& name) {
  try {
    return read_table(Json::parse(json));
  } catch (const Mistake& mistake) {
    return broken(name, mistake.where);
  } catch (const Json::exception& exception) {
    return broken(name, exception.what());
  }
}

Result<WordTable> load_word_table(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string json, disk().read(path, kLargestFile));
  return parse_word_table(json, path);
}

}  // namespace jaedan::recommender
