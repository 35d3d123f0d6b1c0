#include "inference/train/measure/operator/label_questions.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace jaedan::inference {
namespace {

bool is_among(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// What is the colour is no sub-colour, and so with the styles.
std::string_view other_of(std::string_view attribute) {
  if (attribute == attribute::kSubColour) return attribute::kColour;
  if (attribute == attribute::kSubStyle) return attribute::kStyle;
  return {};
}

void ask(const TaxonomyAttribute& attribute, std::optional<Part> part, const KnownLabels& known,
         const ModelWords& words, std::vector<LabelQuestion>& questions) {
  const auto answers = known.find(attribute.id);
  if (answers == known.end()) return;
  LabelQuestion question{&attribute, part, {}, {}, {}};
  if (const auto other = known.find(other_of(attribute.id)); other != known.end() && !other->second.empty()) {
    question.taken = other->second.front();
  }
  const auto fits = [&](const std::string& id) {
    const TaxonomyValue* value = attribute.value(id);
    return value != nullptr && id != question.taken && may_answer(*value, part);
  };
  for (const std::string& value : answers->second) {
    if (fits(value) && !is_among(question.truth, value)) question.truth.push_back(value);
  }
  if (question.truth.empty()) return;
  const auto take = [&](const AttributeValues& from, AttributeValues& to) {
    for (const AttributeValue& value : from) {
      const bool is_new = !is_among(values_of(to, attribute.id), value.value);
      if (value.attribute == attribute.id && fits(value.value) && is_new) to.push_back(value);
    }
  };
  take(words.said, question.words.said);
  take(words.guesses, question.words.guesses);
  questions.push_back(std::move(question));
}

}  // namespace

bool may_answer(const TaxonomyValue& value, std::optional<Part> part) {
  return !part || std::find(value.parts.begin(), value.parts.end(), *part) != value.parts.end();
}

bool is_passed_over(const LabelQuestion& question) {
  return question.attribute->optional && question.words.said.empty();
}

std::vector<LabelQuestion> questions_about(const Taxonomy& taxonomy, Part part, const KnownLabels& known,
                                           const ModelWords& words) {
  std::vector<LabelQuestion> questions;
  for (const TaxonomyAttribute* attribute : taxonomy.attributes_for(part)) {
    ask(*attribute, part, known, words, questions);
  }
  return questions;
}

std::vector<LabelQuestion> questions_about_photo(const Taxonomy& taxonomy, const KnownLabels& known,
                                                 const ModelWords& words) {
  std::vector<LabelQuestion> questions;
  for (const TaxonomyAttribute* attribute : taxonomy.image_attributes()) {
    ask(*attribute, std::nullopt, known, words, questions);
  }
  return questions;
}

std::vector<std::string> left_out_of(const std::vector<LabelQuestion>& questions, const KnownLabels& known) {
  std::vector<std::string> left_out;
  for (const auto& [attribute, values] : known) {
    const auto asks = [&id = attribute](const LabelQuestion& question) { return question.attribute->id == id; };
    if (!values.empty() && std::none_of(questions.begin(), questions.end(), asks)) left_out.push_back(attribute);
  }
  return left_out;
}

}  // namespace jaedan::inference
