#pragma once

#include <vector>

#include "inference/interactive.h"

namespace jaedan::inference {

/// One object being clicked out: what was said, and the mask after each word of it, so that a click can be taken back.
/// Belongs to one thread; `segmenter` and `photo` must outlive it.
class ClickSession {
 public:
  /// `start`: a mask that is to be corrected, in the photo's frame; then a click changes it near itself only. An empty
  /// Mask: there is none yet.
  ClickSession(InteractiveSegmenter& segmenter, EncodedPhoto& photo, Mask start = {});

  /// Says one thing more. Errors: those of InteractiveSegmenter::answer; then nothing was said.
  Status click(const Click& click);
  Status box(const Rect& box);
  /// Takes the last click or box back; false when nothing was said.
  bool take_back();
  bool can_take_back() const { return !said_.empty(); }

  /// What is taken for the object; empty before anything is.
  const Mask& mask() const { return said_.empty() ? start_ : said_.back().mask; }
  const ClickPrompt& prompt() const { return said_.empty() ? nothing_ : said_.back().prompt; }

 private:
  struct Said {
    ClickPrompt prompt;  ///< all of it so far
    Mask mask;
  };
  Status say(ClickPrompt prompt, const Click* click);

  InteractiveSegmenter& segmenter_;
  EncodedPhoto& photo_;
  const Mask start_;
  const ClickPrompt nothing_;
  std::vector<Said> said_;
};

}  // namespace jaedan::inference
