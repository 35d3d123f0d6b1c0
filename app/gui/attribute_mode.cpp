#include <GLFW/glfw3.h>

#include <algorithm>

#include "app/gui/korean_search.h"
#include "app/gui/questions.h"

namespace jaedan::gui {
namespace {

/// One press of a key while the mode is on.
class KeyPress {
 public:
  KeyPress(const Ui& ui, const Annotation& annotation, std::vector<Question> questions, std::size_t current,
           AttributeMode& mode)
      : ui_(ui), annotation_(annotation), questions_(std::move(questions)), current_(current), mode_(mode) {}

  bool take(Chord chord) {
    if (chord.modifiers & (kControl | kAlt)) return false;
    switch (chord.key) {
      case GLFW_KEY_DOWN: return step(+1);
      case GLFW_KEY_UP: return step(-1);
      case GLFW_KEY_ENTER:
      case GLFW_KEY_KP_ENTER: return enter();
      case GLFW_KEY_BACKSPACE: return take_back();
      case GLFW_KEY_DELETE: return clear(ui_, question()), true;
      case GLFW_KEY_ESCAPE:
        if (mode_.typed.empty()) mode_ = {};
        mode_.typed.clear();
        return true;
      default: break;
    }
    if (chord.key == GLFW_KEY_0 || chord.key == GLFW_KEY_KP_0) return turn_page();
    const int digit =
        chord.key >= GLFW_KEY_KP_1 && chord.key <= GLFW_KEY_KP_9 ? chord.key - GLFW_KEY_KP_0 : chord.key - GLFW_KEY_0;
    if (digit >= 1 && digit <= 9 && !(chord.modifiers & kShift)) return pick(mode_.page * kAnswersPerPage + digit - 1);
    return type();
  }

 private:
  const Question& question() const { return questions_[current_]; }
  std::vector<Answer> answers() const { return answers_to(question(), annotation_, ui_.text, mode_.typed); }

  bool step(int by) {
    const int last = static_cast<int>(questions_.size()) - 1;
    const int next = std::clamp(static_cast<int>(current_) + by, 0, last);
    mode_.ask(questions_[static_cast<std::size_t>(next)].attribute->id);
    return true;
  }

  bool pick(int index) {
    const std::vector<Answer> offered = answers();
    if (index >= static_cast<int>(offered.size())) return true;
    const bool searched = !mode_.typed.empty();
    const bool taken = choose(ui_, question(), offered[static_cast<std::size_t>(index)].value, annotation_);
    mode_.typed.clear();
    if (searched) mode_.page = 0;  // else the page stays, for more answers from it
    if (taken && !question().attribute->multiple) step(+1);
    return true;
  }

  bool enter() {
    if (!mode_.typed.empty()) return pick(0);
    confirm(ui_, question());
    return step(+1);
  }

  bool turn_page() {
    const int pages = (static_cast<int>(answers().size()) + kAnswersPerPage - 1) / kAnswersPerPage;
    mode_.page = pages > 0 ? (mode_.page + 1) % pages : 0;
    mode_.bring_into_view = true;
    return true;
  }

  bool take_back() {
    while (!mode_.typed.empty() && (static_cast<unsigned char>(mode_.typed.back()) & 0xC0) == 0x80)
      mode_.typed.pop_back();
    if (!mode_.typed.empty()) mode_.typed.pop_back();
    mode_.page = 0;
    return true;
  }

  /// Letters come as characters, so that Hangul works as well as Latin; the key itself means nothing then.
  bool type() {
    bool typed = false;
    for (const unsigned int c : ui_.input.characters) {
      if (c <= ' ' || (c >= '0' && c <= '9')) continue;
      mode_.typed += utf8_of(c);
      mode_.page = 0;
      typed = true;
    }
    const bool letter_key =
        ui_.input.pressed && ui_.input.pressed->key > GLFW_KEY_SPACE && ui_.input.pressed->key < 128;
    return typed || letter_key;
  }

  const Ui& ui_;
  const Annotation& annotation_;
  std::vector<Question> questions_;
  std::size_t current_;
  AttributeMode& mode_;
};

}  // namespace

void settle_attribute_mode(const Taxonomy& taxonomy, const Annotation& annotation, ViewState& view) {
  AttributeMode& mode = view.attribute_mode;
  if (!mode.on()) return;
  const std::vector<Question> questions = questions_of(taxonomy, annotation, view.selection.current());
  const bool asked = std::any_of(questions.begin(), questions.end(),
                                 [&](const Question& q) { return q.attribute->id == mode.attribute; });
  if (asked) return;
  if (questions.empty()) {
    mode = {};
  } else {
    mode.ask(questions.front().attribute->id);
  }
}

bool attribute_mode_takes(const Ui& ui, const Taxonomy& taxonomy, const Annotation& annotation, ViewState& view) {
  if (!ui.input.pressed && ui.input.characters.empty()) return false;
  std::vector<Question> questions = questions_of(taxonomy, annotation, view.selection.current());
  if (questions.empty()) return false;
  AttributeMode& mode = view.attribute_mode;
  const Chord chord = ui.input.pressed.value_or(Chord{});
  if (!mode.on()) {
    const bool starts = chord.modifiers == 0 && (chord.key == GLFW_KEY_DOWN || chord.key == GLFW_KEY_UP);
    if (starts) mode.ask((chord.key == GLFW_KEY_DOWN ? questions.front() : questions.back()).attribute->id);
    return starts;
  }
  const auto current = std::find_if(questions.begin(), questions.end(),
                                    [&](const Question& q) { return q.attribute->id == mode.attribute; });
  if (current == questions.end()) return false;
  const auto index = static_cast<std::size_t>(current - questions.begin());
  return KeyPress(ui, annotation, std::move(questions), index, mode).take(chord);
}

}  // namespace jaedan::gui
