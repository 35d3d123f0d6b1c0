#include "app/gui/questions.h"

#include <algorithm>

#include "app/gui/korean_search.h"
#include "labeling/edit/clear_attribute.h"
#include "labeling/edit/clear_image_attribute.h"
#include "labeling/edit/confirm.h"
#include "labeling/edit/set_attribute.h"
#include "labeling/edit/set_image_attribute.h"

namespace jaedan::gui {
namespace {

const AttributeValues& values_on(const Question& question, const Annotation& annotation) {
  static const AttributeValues kNone;
  if (question.of_photo()) return annotation.image_attributes;
  const Garment* garment = find_garment(annotation, question.garment);
  return garment ? garment->attributes : kNone;
}

}  // namespace

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
                               std::string_view typed) {
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
  return answers;
}

std::vector<const AttributeValue*> given_answers(const Question& question, const Annotation& annotation) {
  std::vector<const AttributeValue*> given;
  for (const AttributeValue& value : values_on(question, annotation)) {
    if (value.attribute == question.attribute->id) given.push_back(&value);
  }
  return given;
}

bool choose(const Ui& ui, const Question& question, const std::string& value, const Annotation& annotation) {
  const std::string& attribute = question.attribute->id;
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
