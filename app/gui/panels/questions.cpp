#include "app/gui/panels/questions.h"

#include <algorithm>
#include <utility>

#include "app/gui/words/korean_search.h"
#include "labeling/edit/commands/clear_attribute.h"
#include "labeling/edit/commands/clear_image_attribute.h"
#include "labeling/edit/commands/confirm.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_image_attribute.h"

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

// What a person will have said once `value` was chosen or taken back.
std::vector<std::string> with_toggled(const Question& question, const Annotation& annotation,
                                      const std::string& value) {
  std::vector<std::string> values;
  bool was_there = false;
  for (const AttributeValue* given : given_answers(question, annotation)) {
    if (given->provenance.source == Source::kModel) continue;
    was_there = was_there || given->value == value;
    if (given->value != value) values.push_back(given->value);
  }
  if (!was_there) values.push_back(value);
  return values;
}

}  // namespace

AnswerMemory::key_type key_of(const Question& question, const Annotation& annotation) {
  const Garment* garment = find_garment(annotation, question.garment);
  return {garment ? std::optional<Part>(garment->part) : std::nullopt, question.attribute->id};
}

void remember(PastAnswers& past, std::vector<std::string> values) {
  for (const std::string& value : values) {
    const bool is_new = std::find(past.used.begin(), past.used.end(), value) == past.used.end();
    if (is_new && value != kNotSure) past.used.push_back(value);
  }
  past.last = std::move(values);
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
  std::vector<Answer> answers;
  const auto offer = [&](const std::string& id, const std::string& korean, const std::string& english) {
    if (!matches_typed(korean, typed) && !matches_typed(english, typed)) return;
    answers.push_back(text.korean() ? Answer{id, korean, english} : Answer{id, english, korean});
  };
  const Garment* garment = find_garment(annotation, question.garment);
  for (const TaxonomyValue& value : question.attribute->values) {
    const bool fits = question.of_photo() || (garment && std::find(value.parts.begin(), value.parts.end(),
                                                                   garment->part) != value.parts.end());
    if (fits) offer(value.id, value.korean, value.english);
  }
  offer(std::string(kNotSure), "모름", "not sure");
  const auto past = memory.find(key_of(question, annotation));
  if (past != memory.end() && question.attribute->values.size() > kAnswersPerPage) {
    put_used_first(answers, past->second.used);
  }
  return answers;
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
  return given.empty() || std::any_of(given.begin(), given.end(), [](const AttributeValue* value) {
           return value->provenance.source == Source::kModel;
         });
}

bool is_due(const Question& question, const Annotation& annotation) {
  if (!is_open(question, annotation)) return false;
  return !question.attribute->optional || !given_answers(question, annotation).empty();
}

std::vector<std::string> suggested(const Question& question, const Annotation& annotation, const AnswerMemory& memory) {
  if (!given_answers(question, annotation).empty()) return {};
  const auto found = memory.find(key_of(question, annotation));
  return found == memory.end() ? std::vector<std::string>{} : found->second.last;
}

bool choose(const Ui& ui, const Question& question, const std::string& value, const Annotation& annotation,
            AnswerMemory& memory) {
  const std::string& attribute = question.attribute->id;
  remember(memory[key_of(question, annotation)],
           question.attribute->multiple ? with_toggled(question, annotation, value) : std::vector<std::string>{value});
  if (question.of_photo()) {
    const SetImageAttribute command(attribute, value, ui.user);
    ui.ask.run(command);
    Annotation tried = annotation;
    return command.apply(tried).ok();
  }
  AttributeEdit edit = AttributeEdit::kReplace;
  if (question.attribute->multiple) {
    edit = AttributeEdit::kAdd;
    for (const AttributeValue* given : given_answers(question, annotation)) {
      const bool own = given->value == value && given->provenance.source != Source::kModel;
      if (own) edit = AttributeEdit::kRemove;
    }
  }
  ui.ask.run(SetAttribute(question.garment, attribute, value, ui.user, edit));
  return true;
}

void confirm(const Ui& ui, const Question& question) {
  const std::string& attribute = question.attribute->id;
  ui.ask.run(question.of_photo() ? Confirm::image_attribute(attribute, ui.user)
                                 : Confirm::attribute(question.garment, attribute, ui.user));
}

void clear(const Ui& ui, const Question& question) {
  if (question.of_photo()) {
    ui.ask.run(ClearImageAttribute(question.attribute->id));
  } else {
    ui.ask.run(ClearAttribute(question.garment, question.attribute->id));
  }
}

}  // namespace jaedan::gui
