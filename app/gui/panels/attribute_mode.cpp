#include "app/gui/panels/attribute_mode.h"

#include <algorithm>

#include "app/gui/panels/give_answer.h"
#include "app/gui/panels/model_guesses.h"
#include "app/gui/panels/questions.h"
#include "app/gui/panels/second_guess.h"
#include "labeling/base/utf8.h"
#include "labeling/review/state_machine.h"

namespace jaedan::gui {
namespace {

/// What a key asks for, with Shift or without: Shift only says that an answer is the last one.
ActionId action_of(const Ui& ui, Chord chord) { return ui.keys.action_of({chord.key, chord.modifiers & ~kShift}); }

/// One press of a key while the mode is on.
class KeyPress {
 public:
  KeyPress(const Ui& ui, const Taxonomy& taxonomy, const Document& document, std::vector<Question> questions,
           std::size_t current, Selection& selection, AttributeMode& mode, AnswerMemory& memory)
      : ui_(ui),
        taxonomy_(taxonomy),
        document_(document),
        annotation_(document.session.annotation()),
        questions_(std::move(questions)),
        current_(current),
        selection_(selection),
        mode_(mode),
        memory_(memory) {}

  bool take(Chord chord) {
    const ActionId action = action_of(ui_, chord);
    const bool goes_on = (chord.modifiers & kShift) != 0;
    mode_.refused.clear();
    // Of all labels at once none is the last, so Shift is a part of this key like any other.
    if (ui_.keys.action_of(chord) == "take_filled_in"_action) return take_filled_in();
    if (action == "next_attribute"_action) return step(+1);
    if (action == "previous_attribute"_action) return step(-1);
    if (action == "finish"_action) return enter(goes_on);
    if (action == "take_back"_action) return take_back();
    if (action == "delete"_action) return clear(ui_, question()), true;
    if (action == "cancel"_action) return leave();
    if (action == "second_guess"_action) return take_second();
    if (chord.modifiers & (kControl | kAlt)) return false;
    const std::optional<int> digit = digit_of(chord.key);
    if (digit == 0) return turn_page();
    if (digit) return pick(page() * kAnswersPerPage + *digit - 1, goes_on);
    return type();
  }

 private:
  /// What was typed goes first.
  bool leave() {
    if (mode_.typed.empty()) mode_ = {};
    mode_.typed.clear();
    return true;
  }

  const Question& question() const { return questions_[current_]; }
  std::vector<Answer> answers() const { return answers_to(question(), annotation_, ui_.text, mode_.typed, memory_); }

  int page() const { return shown_page(mode_, answers(), given_answers(question(), annotation_)); }

  bool step(int by) {
    if (by < 0 && go_back()) return true;
    const int last = static_cast<int>(questions_.size()) - 1;
    const int next = std::clamp(static_cast<int>(current_) + by, 0, last);
    const bool leaves_garment =
        by > 0 && !question().of_photo() && questions_[static_cast<std::size_t>(next)].of_photo();
    if (leaves_garment && go_to_other_garment()) return true;
    mode_.ask(questions_[static_cast<std::size_t>(next)].attribute->id);
    return true;
  }

  bool pick(int index, bool goes_on) {
    const std::vector<Answer> offered = answers();
    if (index >= static_cast<int>(offered.size())) return true;
    const bool searched = !mode_.typed.empty();
    const int here = page();
    const bool taken = choose(ui_, question(), offered[static_cast<std::size_t>(index)].value, annotation_, memory_);
    mode_.typed.clear();
    mode_.page_wanted.reset();
    if (!searched) mode_.page_wanted = here;  // for more answers from it
    if (taken && (goes_on || !question().attribute->multiple)) go_on();
    return true;
  }

  bool enter(bool goes_on) {
    if (!mode_.typed.empty()) return pick(0, goes_on);
    const std::vector<const AttributeValue*> guesses = guesses_to(question(), document_);
    if (!guesses.empty()) {
      take_guesses(ui_, question(), guesses, annotation_, memory_);
      return go_on();
    }
    const std::vector<std::string> last = suggested(question(), annotation_, memory_);
    for (const std::string& value : last) choose(ui_, question(), value, annotation_, memory_);
    if (last.empty()) confirm_all(ui_, {question()}, annotation_, memory_);
    return go_on();
  }

  /// What is filled in of the garment, or of the photo. One press, one garment: a key that is held takes no more.
  bool take_filled_in() {
    if (ui_.input.pressed_is_repeat) return true;
    if (may(ui_.actor, Deed::kAccept, annotation_.state)) {
      taken_ = filled_in_beside(question(), taxonomy_, annotation_, ui_.actor);
    }
    if (taken_.empty()) {
      ui_.ask.push(Tell{ui_.text(Text::kNothingFilledIn), false});
      return true;
    }
    confirm_all(ui_, taken_, annotation_, memory_);
    const bool is_still_asked = is_open(question(), annotation_) && !was_taken(question());
    return is_still_asked || go_on();
  }

  /// Without a second guess the key is not the mode's (second_guess.h).
  bool take_second() {
    const AttributeValue* label = label_with_second(question(), document_);
    if (!label) return false;
    if (choose(ui_, question(), second_guess_of(*label)->value, annotation_, memory_)) go_on();
    return true;
  }

  /// To the question that was just answered, wherever it was.
  bool go_back() {
    const GarmentId garment = mode_.answered_of;
    for (const Question& q : questions_of(taxonomy_, annotation_, garment)) {
      if (!mode_.answered.empty() && q.attribute->id == mode_.answered) return go_to(q);
    }
    return false;
  }

  bool go_on() {
    const std::string answered = question().attribute->id;
    const GarmentId garment = question().garment;
    go_to_next_due();
    mode_.answered = answered, mode_.answered_of = garment;
    return true;
  }

  /// To what nobody has answered yet: of this garment, of the others in the order of Tab, of the photo. Nothing left:
  /// the mode ends, and false.
  bool go_to_next_due() {
    const auto asks = [&](const Question& q) { return is_due(q, annotation_) && !is_current(q) && !was_taken(q); };
    for (std::size_t i = current_ + 1; i < questions_.size(); ++i) {
      if (!questions_[i].of_photo() && asks(questions_[i])) return go_to(questions_[i]);
    }
    // Who took all at once may have looked at some and passed over what is open before.
    for (std::size_t i = 0; i < current_ && !taken_.empty() && !question().of_photo(); ++i) {
      if (asks(questions_[i])) return go_to(questions_[i]);
    }
    if (!question().of_photo() && go_to_other_garment()) return true;
    for (const Question& q : questions_) {
      if (q.of_photo() && asks(q)) return go_to(q);
    }
    mode_ = {};
    return false;
  }

  bool go_to_other_garment() {
    for (const GarmentId garment : garments_after(question().garment)) {
      if (garment == question().garment) continue;
      for (const Question& q : questions_of(taxonomy_, annotation_, garment)) {
        if (!q.of_photo() && is_due(q, annotation_)) return go_to(q);
      }
    }
    return false;
  }

  static bool is_same(const Question& a, const Question& b) {
    return a.attribute == b.attribute && a.garment == b.garment;
  }
  bool is_current(const Question& q) const { return is_same(q, question()); }
  bool was_taken(const Question& q) const {
    return std::any_of(taken_.begin(), taken_.end(), [&](const Question& one) { return is_same(one, q); });
  }

  bool go_to(const Question& q) {
    if (!q.of_photo() && q.garment != selection_.current()) selection_.select_only(q.garment);
    mode_.ask(q.attribute->id);
    return true;
  }

  /// The topmost is the first; after the last one comes the first again.
  std::vector<GarmentId> garments_after(GarmentId garment) const {
    std::vector<GarmentId> ids;
    for (auto it = annotation_.garments.rbegin(); it != annotation_.garments.rend(); ++it) ids.push_back(it->id);
    const auto here = std::find(ids.begin(), ids.end(), garment);
    if (here != ids.end()) std::rotate(ids.begin(), here + 1, ids.end());
    return ids;
  }

  bool turn_page() {
    const int pages = (static_cast<int>(answers().size()) + kAnswersPerPage - 1) / kAnswersPerPage;
    mode_.page_wanted = pages > 0 ? (page() + 1) % pages : 0;
    mode_.bring_into_view = true;
    return true;
  }

  bool take_back() {
    while (!mode_.typed.empty() && (static_cast<unsigned char>(mode_.typed.back()) & 0xC0) == 0x80)
      mode_.typed.pop_back();
    if (!mode_.typed.empty()) mode_.typed.pop_back();
    mode_.page_wanted.reset();
    return true;
  }

  /// Letters come as characters, so that Hangul works as well as Latin; the key itself means nothing then.
  bool type() {
    bool typed = false;
    for (const unsigned int c : ui_.input.characters) {
      if (c <= ' ' || (c >= '0' && c <= '9')) continue;
      typed = true;
      std::string longer = mode_.typed;
      append_utf8(longer, c);
      if (answers_to(question(), annotation_, ui_.text, longer, memory_).empty()) {
        mode_.refused.clear();
        append_utf8(mode_.refused, c);
        continue;
      }
      mode_.typed = std::move(longer);
      mode_.page_wanted = 0;
    }
    return typed || (ui_.input.pressed && is_letter_key(ui_.input.pressed->key));
  }

  const Ui& ui_;
  const Taxonomy& taxonomy_;
  const Document& document_;
  const Annotation& annotation_;
  std::vector<Question> questions_;
  std::size_t current_;
  std::vector<Question> taken_;  ///< by this press; the annotation does not know it yet
  Selection& selection_;
  AttributeMode& mode_;
  AnswerMemory& memory_;
};

/// With nothing selected, labels begin with the topmost garment that lacks some.
void select_open_garment(const Taxonomy& taxonomy, const Annotation& annotation, Selection& selection) {
  for (auto garment = annotation.garments.rbegin(); garment != annotation.garments.rend(); ++garment) {
    const std::vector<Question> questions = questions_of(taxonomy, annotation, garment->id);
    const bool lacks = std::any_of(questions.begin(), questions.end(),
                                   [&](const Question& q) { return !q.of_photo() && is_due(q, annotation); });
    if (lacks) return selection.select_only(garment->id);
  }
}

}  // namespace

int shown_page(const AttributeMode& mode, const std::vector<Answer>& answers,
               const std::vector<const AttributeValue*>& given) {
  if (mode.page_wanted) return *mode.page_wanted;
  return mode.typed.empty() ? page_of_given(answers, given) : 0;
}

void settle_attribute_mode(const Taxonomy& taxonomy, const Annotation& annotation, const Selection& selection,
                           AttributeMode& mode) {
  if (!mode.on()) return;
  const std::vector<Question> questions = questions_of(taxonomy, annotation, selection.current());
  const bool asked = std::any_of(questions.begin(), questions.end(),
                                 [&](const Question& q) { return q.attribute->id == mode.attribute; });
  if (asked) return;
  if (questions.empty()) {
    mode = {};
  } else {
    mode.ask(questions.front().attribute->id);
  }
}

bool attribute_mode_takes(const Ui& ui, const Taxonomy& taxonomy, const Document& document, Selection& selection,
                          AttributeMode& mode, AnswerMemory& memory) {
  const Annotation& annotation = document.session.annotation();
  if (!ui.input.pressed && ui.input.characters.empty()) return false;
  const Chord chord = ui.input.pressed.value_or(Chord{});
  const ActionId asked = ui.keys.action_of(chord);
  const bool down = asked == "next_attribute"_action, up = asked == "previous_attribute"_action;
  const bool begins = !mode.on() && down;
  if (begins && selection.empty()) select_open_garment(taxonomy, annotation, selection);
  std::vector<Question> questions = questions_of(taxonomy, annotation, selection.current());
  if (questions.empty()) return false;
  if (!mode.on()) {
    if (!down && !up) return false;
    const auto open = std::find_if(questions.begin(), questions.end(),
                                   [&](const Question& q) { return down && is_due(q, annotation); });
    const Question& last = down ? questions.front() : questions.back();
    mode.ask((open != questions.end() ? *open : last).attribute->id);
    return true;
  }
  const auto current = std::find_if(questions.begin(), questions.end(),
                                    [&](const Question& q) { return q.attribute->id == mode.attribute; });
  if (current == questions.end()) return false;
  const auto index = static_cast<std::size_t>(current - questions.begin());
  return KeyPress(ui, taxonomy, document, std::move(questions), index, selection, mode, memory).take(chord);
}

}  // namespace jaedan::gui
