#include "inference/clicks/click_session.h"

#include <utility>

#include "inference/clicks/click_change.h"
#include "inference/clicks/fitting_mask.h"

namespace jaedan::inference {

ClickSession::ClickSession(InteractiveSegmenter& segmenter, EncodedPhoto& photo, ClickStart start)
    : segmenter_(segmenter),
      photo_(photo),
      start_(std::move(start)),
      is_kept_(start_.by == MaskOrigin::kPerson && !start_.mask.pixels.empty()) {}

Status ClickSession::click(const Click& click) {
  ClickPrompt prompt = this->prompt();
  prompt.clicks.push_back(click);
  return say(std::move(prompt), &click);
}

Status ClickSession::box(const Rect& box) {
  ClickPrompt prompt = this->prompt();
  prompt.box = box;
  return say(std::move(prompt), nullptr);
}

Status ClickSession::say(ClickPrompt prompt, const Click* click) {
  const bool chooses = click != nullptr && said_.empty() && !is_kept_;
  const Mask& before = chooses ? fitting_mask(start_.mask, start_.others, *click) : mask();
  JAEDAN_ASSIGN_OR_RETURN(Mask answer, segmenter_.answer(photo_, prompt, before));
  if (!is_kept_) {
    // The first large correction of a proposal asks for another garment: all of the answer counts, of both kinds.
    if (click != nullptr && (!chooses || is_small_correction(before, answer, *click, reach_on(before)))) {
      answer = corrected(before, answer, *click, reach_on(before));
      obey_clicks(answer, prompt.clicks, kObeyRadius);
    }
    drop_specks(answer, prompt.clicks);
  } else if (click != nullptr) {
    answer = merged_near_click(mask(), answer, *click, reach_on(mask()));
    obey_clicks(answer, prompt.clicks, kObeyRadius);
  }
  said_.push_back({std::move(prompt), std::move(answer)});
  return {};
}

bool ClickSession::take_back() {
  if (said_.empty()) return false;
  said_.pop_back();
  return true;
}

}  // namespace jaedan::inference
