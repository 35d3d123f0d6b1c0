#include "app/gui/canvas/click_draft.h"

#include <algorithm>
#include <utility>

namespace jaedan::gui {
namespace {

bool begins_with(const std::vector<ClickWord>& all, const std::vector<ClickWord>& beginning) {
  return beginning.size() <= all.size() && std::equal(beginning.begin(), beginning.end(), all.begin());
}

}  // namespace

void ClickDraft::say(ClickWord word) {
  if (!said_.empty() && said_.back() == word) return;
  said_.push_back(std::move(word));
  taken_back_.clear();
  maybe_.reset();
  accepts_ = false;
}

bool ClickDraft::take_back() {
  if (said_.empty()) return false;
  taken_back_.push_back(said_.back());
  said_.pop_back();
  maybe_.reset();
  accepts_ = false;
  if (said_.empty()) region_ = start_.region, answered_.clear();
  return true;
}

bool ClickDraft::bring_back() {
  if (taken_back_.empty()) return false;
  said_.push_back(taken_back_.back());
  taken_back_.pop_back();
  maybe_.reset();
  return true;
}

ClickQuestion ClickDraft::question(PhotoId photo, const std::optional<inference::Click>& maybe) const {
  return {photo, start_, said_, maybe};
}

void ClickDraft::answer(const ClickQuestion& question, Region region, std::optional<Region> maybe) {
  if (!(question.start == start_) || !begins_with(said_, question.said)) return;
  region_ = question.said.empty() ? start_.region : std::move(region);
  answered_ = question.said;
  if (said_ == question.said) maybe_ = std::move(maybe);
}

void ClickDraft::refused(const ClickQuestion& question) {
  accepts_ = false;
  maybe_.reset();
  if (!(question.start == start_) || said_ != question.said || !waits()) return;
  said_.pop_back();
  if (said_.empty()) region_ = start_.region, answered_.clear();
}

}  // namespace jaedan::gui
