#include "inference/train/measure/operator/label_keys.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "labeling/base/korean_search.h"

namespace jaedan::inference {
namespace {

using Values = std::vector<std::string>;
using KeyNames = std::vector<std::string>;

constexpr int kPerPage = 9;  // a digit each

bool holds(const Values& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool are_same(Values a, Values b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

/// What a person chooses from, in the order of the screen.
struct Offered {
  std::string id;
  std::string english;
  std::string korean;
};

std::vector<Offered> offered_to(const LabelQuestion& question, const LabelMemory::Past& past) {
  std::vector<Offered> offered;
  for (const TaxonomyValue& value : question.attribute->values) {
    const bool fits = value.id != question.taken && may_answer(value, question.part);
    if (fits) offered.push_back({value.id, value.english, value.korean});
  }
  offered.push_back({std::string(kNotSure), "not sure", ""});
  if (question.attribute->values.size() <= std::size_t{kPerPage}) return offered;
  const auto rank = [&](const Offered& one) { return std::find(past.used.begin(), past.used.end(), one.id); };
  std::stable_sort(offered.begin(), offered.end(),
                   [&](const Offered& a, const Offered& b) { return rank(a) < rank(b); });
  return offered;
}

/// Chooses values of one question, one after the other. What was chosen has the first digits from then on.
class Chooser {
 public:
  /// `given`: what a model says already; the page that is shown is where that stands.
  Chooser(const LabelQuestion& question, LabelMemory::Past past, Values given)
      : question_(question), past_(std::move(past)), given_(std::move(given)) {}

  /// Chooses `values`, all of them offered, the nearest first; those that come twice are taken and given back. `ends`:
  /// the last of them is said to be the last.
  KeyNames choose(Values values, bool ends) {
    KeyNames keys;
    while (!values.empty()) {
      std::size_t nearest = 0;
      Pick pick;
      for (std::size_t i = 0; i < values.size(); ++i) {
        Pick one = quickest(values[i]);
        if (i == 0 || one.keys.size() < pick.keys.size()) nearest = i, pick = std::move(one);
      }
      keys.insert(keys.end(), pick.keys.begin(), pick.keys.end());
      take(values[nearest], pick.page);
      values.erase(values.begin() + static_cast<std::ptrdiff_t>(nearest));
    }
    if (ends && !keys.empty()) keys.back() = "Shift+" + keys.back();
    return keys;
  }

 private:
  struct Pick {
    KeyNames keys;
    std::optional<int> page;  ///< that stays shown; none: the one with what is given
  };

  Pick quickest(const std::string& value) const {
    const std::vector<Offered> offered = offered_to(question_, past_);
    const auto is_it = [&](const Offered& one) { return one.id == value; };
    const auto place = static_cast<int>(std::find_if(offered.begin(), offered.end(), is_it) - offered.begin());
    Pick by_digit = press(offered, place);
    const KeyNames by_letters = type(offered, place);
    const bool types = !by_letters.empty() && by_letters.size() < by_digit.keys.size();
    return types ? Pick{by_letters, std::nullopt} : by_digit;
  }

  int shown_page(const std::vector<Offered>& offered) const {
    if (page_) return *page_;
    const auto is_given = [&](const Offered& one) { return holds(given_, one.id); };
    const auto first = std::find_if(offered.begin(), offered.end(), is_given);
    return first == offered.end() ? 0 : static_cast<int>(first - offered.begin()) / kPerPage;
  }

  Pick press(const std::vector<Offered>& offered, int place) const {
    const int pages = (static_cast<int>(offered.size()) + kPerPage - 1) / kPerPage, page = place / kPerPage;
    Pick pick;
    pick.keys.assign(static_cast<std::size_t>((page - shown_page(offered) + pages) % pages), "0");
    pick.keys.push_back(std::to_string(place % kPerPage + 1));
    pick.page = page;
    return pick;
  }

  /// Empty when it cannot be typed.
  static KeyNames type(const std::vector<Offered>& offered, int place) {
    std::string typed;
    KeyNames keys;
    for (char letter : offered[static_cast<std::size_t>(place)].english) {
      if (letter == ' ' || letter == '-') continue;  // the search passes over them
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
      if (letter < 'a' || letter > 'z') break;
      typed += letter;
      keys.emplace_back(1, letter);
      const auto before = std::count_if(offered.begin(), offered.begin() + place, [&](const Offered& one) {
        return matches_typed(one.english, typed) || matches_typed(one.korean, typed);
      });
      if (before >= kPerPage) continue;
      keys.push_back(before == 0 ? "Enter" : std::to_string(before + 1));
      return keys;
    }
    return {};
  }

  /// A value that is the person's own already is given back.
  void take(const std::string& value, std::optional<int> page) {
    page_ = page;
    const auto drop = [&](Values& values) { values.erase(std::find(values.begin(), values.end(), value)); };
    if (holds(own_, value)) {
      drop(own_), drop(given_);
      return;
    }
    own_.push_back(value);
    if (!holds(given_, value)) given_.push_back(value);
    if (!holds(past_.used, value)) past_.used.push_back(value);
  }

  const LabelQuestion& question_;
  LabelMemory::Past past_;
  Values given_;             ///< by whomever
  Values own_;               ///< of these: by the person
  std::optional<int> page_;  ///< that is shown whatever is given
};

void keep_fewest(LabelAnswer answer, std::optional<LabelAnswer>& fewest) {
  if (!fewest || key_count(answer.keys) < key_count(fewest->keys)) fewest = std::move(answer);
}

/// What Enter and the key of the second guess take.
const AttributeValues& shown_words(const LabelQuestion& question) {
  return question.words.said.empty() ? question.words.guesses : question.words.said;
}

LabelAnswer answer_one(const LabelQuestion& question, const LabelMemory::Past& past) {
  const Values& truth = question.truth;
  if (const AttributeValues& shown = shown_words(question); !shown.empty()) {
    const AttributeValue& guess = shown.front();
    if (holds(truth, guess.value)) return {{"Enter"}, {guess.value}};
    const bool second = !guess.alternatives.empty() && holds(truth, guess.alternatives.front().value);
    if (second) return {{"Right"}, {guess.alternatives.front().value}};
  } else {
    const bool is_as_before = past.last.size() == 1 && holds(truth, past.last.front());
    if (is_as_before && past.last.front() != question.taken) return {{"Enter"}, past.last};
  }
  const Values given = values_of(question.words.said, question.attribute->id);
  std::optional<LabelAnswer> fewest;
  for (const std::string& value : truth) {
    keep_fewest({Chooser(question, past, given).choose({value}, false), {value}}, fewest);
  }
  return std::move(*fewest);
}

LabelAnswer answer_several(const LabelQuestion& question, const LabelMemory::Past& past) {
  const Values& truth = question.truth;
  const Values shown = values_of(shown_words(question), question.attribute->id);
  if (are_same(shown.empty() ? past.last : shown, truth)) return {{"Enter"}, truth};
  // What is missing is chosen; what is wrong is taken, which makes it the person's own, and then given back.
  const Values given = values_of(question.words.said, question.attribute->id);
  Values changed;
  std::copy_if(truth.begin(), truth.end(), std::back_inserter(changed),
               [&](const std::string& value) { return !holds(given, value); });
  for (const std::string& value : given) {
    if (!holds(truth, value)) changed.insert(changed.end(), 2, value);
  }
  std::optional<LabelAnswer> fewest;
  keep_fewest({Chooser(question, past, given).choose(changed, true), truth}, fewest);
  if (!given.empty()) {
    KeyNames anew = {"Del"};
    const KeyNames all = Chooser(question, past, {}).choose(truth, true);
    anew.insert(anew.end(), all.begin(), all.end());
    keep_fewest({std::move(anew), truth}, fewest);
  }
  return std::move(*fewest);
}

}  // namespace

int key_count(const std::vector<std::string>& keys) {
  int count = static_cast<int>(keys.size());
  for (const std::string& key : keys) count += static_cast<int>(std::count(key.begin(), key.end(), '+'));
  return count;
}

const LabelMemory::Past& LabelMemory::past(std::optional<Part> part, const std::string& attribute) const {
  static const Past kNothing = {};
  const auto found = past_.find({part, attribute});
  return found == past_.end() ? kNothing : found->second;
}

void LabelMemory::remember(std::optional<Part> part, const std::string& attribute,
                           const std::vector<std::string>& values) {
  Past& past = past_[{part, attribute}];
  std::copy_if(values.begin(), values.end(), std::back_inserter(past.used),
               [&](const std::string& value) { return !holds(past.used, value); });
  past.last = values;
}

LabelAnswer answer_by_keys(const LabelQuestion& question, const LabelMemory& memory) {
  const LabelMemory::Past& past = memory.past(question.part, question.attribute->id);
  LabelAnswer answer = question.attribute->multiple ? answer_several(question, past) : answer_one(question, past);
  // Back to the question before, and on to this one.
  if (is_passed_over(question)) {
    const KeyNames back = {"Up", "Down"};
    answer.keys.insert(answer.keys.begin(), back.begin(), back.end());
  }
  return answer;
}

}  // namespace jaedan::inference
