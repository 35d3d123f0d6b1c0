#include "app/gui/panels/give_answer.h"

#include <memory>
#include <utility>

#include "labeling/edit/command_group.h"
#include "labeling/edit/commands/clear_attribute.h"
#include "labeling/edit/commands/clear_image_attribute.h"
#include "labeling/edit/commands/confirm.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_image_attribute.h"

namespace jaedan::gui {
namespace {

Confirm agreement_with(const Question& question, const std::string& user) {
  const std::string& attribute = question.attribute->id;
  return question.of_photo() ? Confirm::image_attribute(attribute, user)
                             : Confirm::attribute(question.garment, attribute, user);
}

/// What a person will have said once `value` was chosen or taken back.
std::vector<std::string> with_toggled(const Question& question, const Annotation& annotation,
                                      const std::string& value) {
  std::vector<std::string> values;
  bool was_there = false;
  for (const AttributeValue* given : given_answers(question, annotation)) {
    if (is_guess(given->provenance)) continue;
    was_there = was_there || given->value == value;
    if (given->value != value) values.push_back(given->value);
  }
  if (!was_there) values.push_back(value);
  return values;
}

/// Asks for `command`; false when it will be refused.
template <typename C>
bool ask_for(const Ui& ui, const C& command, Annotation tried) {
  ui.ask.run(command);
  return command.apply(tried).ok();
}

/// Asks for what changes the answer to `value`. False when it will be refused.
bool ask_for_value(const Ui& ui, const Question& question, const std::string& value, const Annotation& annotation) {
  const std::string& attribute = question.attribute->id;
  AttributeEdit edit = AttributeEdit::kReplace;
  if (question.attribute->multiple) {
    edit = AttributeEdit::kAdd;
    for (const AttributeValue* given : given_answers(question, annotation)) {
      const bool own = given->value == value && !is_guess(given->provenance);
      if (own) edit = AttributeEdit::kRemove;
    }
  }
  if (question.of_photo())
    return ask_for(ui, SetImageAttribute(attribute, value, ui.user, edit), labels_asked_about(question, annotation));
  return ask_for(ui, SetAttribute(question.garment, attribute, value, ui.user, edit),
                 labels_asked_about(question, annotation));
}

}  // namespace

bool choose(const Ui& ui, const Question& question, const std::string& value, const Annotation& annotation,
            AnswerMemory& memory) {
  if (!ask_for_value(ui, question, value, annotation)) return false;
  remember(memory[key_of(question, annotation)],
           question.attribute->multiple ? with_toggled(question, annotation, value) : std::vector<std::string>{value});
  return true;
}

void confirm(const Ui& ui, const Question& question) { ui.ask.run(agreement_with(question, ui.user)); }

void confirm_all(const Ui& ui, const std::vector<Question>& questions, const Annotation& annotation,
                 AnswerMemory& memory) {
  std::vector<std::unique_ptr<const Command>> agreed;
  for (const Question& question : questions) {
    agreed.push_back(std::make_unique<Confirm>(agreement_with(question, ui.user)));
    std::vector<std::string> said;
    for (const AttributeValue* value : given_answers(question, annotation)) said.push_back(value->value);
    remember(memory[key_of(question, annotation)], std::move(said));
  }
  ui.ask.run(CommandGroup("confirm", std::move(agreed)));
}

void take_guesses(const Ui& ui, const Question& question, const std::vector<const AttributeValue*>& guesses,
                  const Annotation& annotation, AnswerMemory& memory) {
  std::vector<std::string> taken;
  for (const AttributeValue* guess : guesses) {
    if (choose(ui, question, guess->value, annotation, memory)) taken.push_back(guess->value);
  }
  if (!taken.empty()) remember(memory[key_of(question, annotation)], std::move(taken));
}

void clear(const Ui& ui, const Question& question) {
  if (question.of_photo()) {
    ui.ask.run(ClearImageAttribute(question.attribute->id));
  } else {
    ui.ask.run(ClearAttribute(question.garment, question.attribute->id));
  }
}

}  // namespace jaedan::gui
