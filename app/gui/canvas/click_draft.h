#pragma once

#include <optional>
#include <vector>

#include "app/gui/canvas/edit_target.h"
#include "app/gui/project/click_question.h"
#include "labeling/domain/region.h"

namespace jaedan::gui {

/// An object being clicked out: a draft outside the annotation. Answers come later and may come late; each belongs to
/// what was said when it was asked for.
class ClickDraft {
 public:
  ClickDraft() = default;
  ClickDraft(EditTarget target, inference::ObjectStart start)
      : target_(std::move(target)), start_(std::move(start)), region_(start_.region) {}

  /// The same word twice in a row is one: a double click.
  void say(ClickWord word);
  /// The last word; false when nothing was said.
  bool take_back();
  bool bring_back();
  /// Whether something was said that Esc would lose.
  bool under_way() const { return !said_.empty(); }
  /// Whether the answer to what was said last is still to come.
  bool waits() const { return answered_ != said_; }

  ClickQuestion question(PhotoId photo, const std::optional<inference::Click>& maybe) const;
  /// Takes an answer in. One to what was said before shows until the next; one to something else is let go.
  void answer(const ClickQuestion& question, Region region, std::optional<Region> maybe);
  /// What was asked could not be answered: the last word is taken back for good.
  void refused(const ClickQuestion& question);

  /// Takes the object as soon as it is all answered.
  void accept_when_ready() { accepts_ = true; }
  void accept_no_more() { accepts_ = false; }
  bool is_accepted() const { return accepts_ && !waits(); }
  bool accept_is_asked() const { return accepts_; }

  const EditTarget& target() const { return target_; }
  const inference::ObjectStart& start() const { return start_; }
  /// What was to be corrected is gone: a new garment comes of it.
  void lose_target() { target_ = {}; }
  const std::vector<ClickWord>& said() const { return said_; }
  const Region& region() const { return region_; }  ///< the object so far
  /// What a click at the pointer would make of it; empty when that is not known.
  const std::optional<Region>& maybe() const { return maybe_; }
  void forget_maybe() { maybe_.reset(); }

 private:
  EditTarget target_;
  inference::ObjectStart start_;
  std::vector<ClickWord> said_;
  std::vector<ClickWord> taken_back_;  ///< the last one is brought back first
  std::vector<ClickWord> answered_;    ///< what `region_` answers
  Region region_;
  std::optional<Region> maybe_;
  bool accepts_ = false;
};

}  // namespace jaedan::gui
