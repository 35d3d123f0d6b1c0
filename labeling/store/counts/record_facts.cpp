#include "labeling/store/counts/record_facts.h"

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "labeling/store/annotation_json.h"

namespace jaedan::labeling {
namespace {

using FactsJson = nlohmann::json;
using Word = RecordFacts::Word;

Word word_from(const AttributeValue& value) {
  const bool is_models = value.provenance.source == Source::kModel;
  return {value.attribute, value.value, is_models ? value.provenance.author : std::string(),
          is_guess(value.provenance)};
}

std::string model_in(const FactsJson& json) {
  return json.at("source").get_ref<const std::string&>() == id_of(Source::kModel) ? json.at("author").get<std::string>()
                                                                                  : std::string();
}

std::vector<Word> words_in(const FactsJson& list) {
  std::vector<Word> words;
  words.reserve(list.size());
  for (const FactsJson& json : list) {
    Word word{json.at("attribute").get<std::string>(), json.at("value").get<std::string>(), model_in(json), false};
    word.is_guess = !word.model.empty() && json.value("confirmed_by", std::string()).empty();
    words.push_back(std::move(word));
  }
  return words;
}

RecordFacts facts_in(const FactsJson& json) {
  RecordFacts facts;
  const auto state = workflow_state_from_id(json.at("state").get_ref<const std::string&>());
  if (!state) throw std::runtime_error("state");
  facts.state = *state;
  facts.words = words_in(json.at("attributes"));
  for (const FactsJson& garment : json.at("garments")) {
    const auto part = part_from_id(garment.at("part").get_ref<const std::string&>());
    if (!part) throw std::runtime_error("part");
    facts.garments.push_back({garment.at("id").get<std::int64_t>(), static_cast<int>(*part), model_in(garment),
                              words_in(garment.at("attributes"))});
  }
  return facts;
}

}  // namespace

std::vector<std::string> RecordFacts::styles() const {
  std::vector<std::string> styles;
  for (const Word& word : words) {
    const bool is_new = std::find(styles.begin(), styles.end(), word.value) == styles.end();
    if (word.attribute == attribute::kStyle && is_new) styles.push_back(word.value);
  }
  return styles;
}

std::array<int, kAllParts.size() + 1> RecordFacts::garment_counts() const {
  std::array<int, kAllParts.size() + 1> counts{};
  for (const OnePart& garment : garments) {
    ++counts[0];
    ++counts.at(static_cast<std::size_t>(garment.part));
  }
  return counts;
}

RecordFacts record_facts(const Annotation& annotation) {
  RecordFacts facts;
  facts.state = annotation.state;
  for (const AttributeValue& value : annotation.image_attributes) facts.words.push_back(word_from(value));
  for (const Garment& garment : annotation.garments) {
    RecordFacts::OnePart& one = facts.garments.emplace_back();
    one.garment = garment.id.value;
    one.part = static_cast<int>(garment.part);
    if (is_models_own(garment)) one.outline_model = garment.region_provenance.author;
    for (const AttributeValue& value : garment.attributes) one.words.push_back(word_from(value));
  }
  return facts;
}

Result<RecordFacts> record_facts(std::string_view json) {
  // Outlines are most of an annotation, and nothing here asks for them.
  const FactsJson::parser_callback_t without_outlines = [](int, FactsJson::parse_event_t event, FactsJson& parsed) {
    return event != FactsJson::parse_event_t::key || parsed != "rings";
  };
  try {
    return facts_in(FactsJson::parse(json, without_outlines));
  } catch (const std::exception& error) {
    return Error{ErrorCode::kCorrupt, "store.annotation_unreadable", "cannot read an annotation: {0}", {error.what()}};
  }
}

}  // namespace jaedan::labeling
