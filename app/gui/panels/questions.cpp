#include "app/gui/panels/questions.h"

#include <algorithm>

#include "labeling/base/korean_search.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_image_attribute.h"
#include "labeling/review/approval.h"
#include "labeling/review/state_machine.h"

namespace jaedan::gui {
namespace {

const AttributeValues& values_on(const Question& question, const Annotation& annotation) {
  static const AttributeValues kNone;
  if (question.of_photo()) return annotation.image_attributes;
  const Garment* garment = find_garment(annotation, question.garment);
  return garment ? garment->attributes : kNone;
}

void put_used_first(std::vector<Answer>& answers, const std::vector<std::string>& used) {
  const auto place = [&](const Answer& answer) { return std::find(used.begin(), used.end(), answer.value); };
  std::stable_sort(answers.begin(), answers.end(),
                   [&](const Answer& a, const Answer& b) { return place(a) < place(b); });
}

/// What the command that gives the answer says of it.
Status tried_answer(const Question& question, const Annotation& annotation, const std::string& value) {
  Annotation tried = labels_asked_about(question, annotation);
  if (question.of_photo()) return SetImageAttribute(question.attribute->id, value, "").apply(tried);
  return SetAttribute(question.garment, question.attribute->id, value, "").apply(tried);
}

/// What is the garment's colour is no sub-colour of it.
bool is_its_colour(const Question& question, const Annotation& annotation, const std::string& value) {
  if (question.of_photo() || question.attribute->id != attribute::kSubColour) return false;
  const Status said = tried_answer(question, annotation, value);
  return !said.ok() && said.error().message.key == "label.colours_alike";
}

/// Style and sub-style are never the same, so the one's value is no answer to the other; nor are the colours.
bool is_said_otherwise(const Question& question, const Annotation& annotation, const std::string& value) {
  if (!question.of_photo()) return is_its_colour(question, annotation, value);
  const Status said = tried_answer(question, annotation, value);
  return !said.ok() && said.error().message.key == "label.styles_alike";
}

bool is_for(const Actor& actor, const TaxonomyAttribute& attribute) {
  if (stage_of(attribute) != Stage::kExpert) return true;
  const bool is_later = actor.stage && *actor.stage < Stage::kExpert;
  return !is_later && roles_for(Stage::kExpert).share_one_with(actor.roles);
}

std::vector<Answer> answers_found(const Question& question, const Annotation& annotation, const Strings& text,
                                  std::string_view typed, bool (*finds)(std::string_view, std::string_view)) {
  std::vector<Answer> answers;
  const auto offer = [&](const std::string& id, const std::string& korean, const std::string& english) {
    if (!finds(korean, typed) && !finds(english, typed)) return;
    answers.push_back(text.korean() ? Answer{id, korean, english} : Answer{id, english, korean});
  };
  const Garment* garment = find_garment(annotation, question.garment);
  for (const TaxonomyValue& value : question.attribute->values) {
    if (is_said_otherwise(question, annotation, value.id)) continue;
    const bool fits = question.of_photo() || (garment && std::find(value.parts.begin(), value.parts.end(),
                                                                   garment->part) != value.parts.end());
    if (fits) offer(value.id, value.korean, value.english);
  }
  offer(std::string(kNotSure), Strings(Language::kKorean)(Text::kNotSure), Strings(Language::kEnglish)(Text::kNotSure));
  return answers;
}

}  // namespace

Annotation labels_asked_about(const Question& question, const Annotation& annotation) {
  Annotation labels;
  if (question.of_photo()) {
    labels.image_attributes = annotation.image_attributes;
  } else if (const Garment* garment = find_garment(annotation, question.garment)) {
    Garment& bare = labels.garments.emplace_back();
    bare.id = garment->id;
    bare.part = garment->part;
    bare.attributes = garment->attributes;
  }
  return labels;
}

std::vector<Question> questions_of(const Taxonomy& taxonomy, const Annotation& annotation, GarmentId selected) {
  std::vector<Question> questions;
  if (const Garment* garment = find_garment(annotation, selected)) {
    for (const TaxonomyAttribute* attribute : taxonomy.attributes_for(garment->part)) {
      questions.push_back({attribute, garment->id});
    }
  }
  for (const TaxonomyAttribute* attribute : taxonomy.image_attributes()) questions.push_back({attribute, {}});
  return questions;
}

std::vector<Answer> answers_to(const Question& question, const Annotation& annotation, const Strings& text,
                               std::string_view typed, const AnswerMemory& memory) {
  std::vector<Answer> answers = answers_found(question, annotation, text, typed, matches_typed);
  if (answers.empty()) answers = answers_found(question, annotation, text, typed, matches_with_gaps);
  const auto past = memory.find(key_of(question, annotation));
  if (past != memory.end() && question.attribute->values.size() > kAnswersPerPage) {
    put_used_first(answers, past->second.used);
  }
  return answers;
}

bool may_answer(const Question& question, const Annotation& annotation, const std::string& value) {
  if (!question.of_photo()) return !is_its_colour(question, annotation, value);
  return tried_answer(question, annotation, value).ok();
}

int page_of_given(const std::vector<Answer>& answers, const std::vector<const AttributeValue*>& given) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const bool is_given = std::any_of(given.begin(), given.end(),
                                      [&](const AttributeValue* value) { return value->value == answers[i].value; });
    if (is_given) return static_cast<int>(i) / kAnswersPerPage;
  }
  return 0;
}

std::vector<const AttributeValue*> given_answers(const Question& question, const Annotation& annotation) {
  std::vector<const AttributeValue*> given;
  for (const AttributeValue& value : values_on(question, annotation)) {
    if (value.attribute == question.attribute->id) given.push_back(&value);
  }
  return given;
}

bool is_open(const Question& question, const Annotation& annotation) {
  const std::vector<const AttributeValue*> given = given_answers(question, annotation);
  return given.empty() || std::any_of(given.begin(), given.end(),
                                      [](const AttributeValue* value) { return is_guess(value->provenance); });
}

bool is_due(const Question& question, const Annotation& annotation) {
  if (!is_open(question, annotation)) return false;
  return !question.attribute->optional || !given_answers(question, annotation).empty();
}

bool is_filled_in(const Question& question, const Annotation& annotation) {
  return is_open(question, annotation) && !given_answers(question, annotation).empty();
}

std::vector<Question> filled_in_beside(const Question& question, const Taxonomy& taxonomy, const Annotation& annotation,
                                       const Actor& actor) {
  std::vector<Question> filled_in;
  for (const Question& q : questions_of(taxonomy, annotation, question.garment)) {
    const bool is_beside = q.garment == question.garment;
    if (is_beside && is_filled_in(q, annotation) && is_for(actor, *q.attribute)) filled_in.push_back(q);
  }
  return filled_in;
}

}  // namespace jaedan::gui
