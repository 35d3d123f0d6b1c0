#pragma once

namespace jaedan::inference {

/// While it lives, a ConvBn that is made on this thread holds any numbers at all instead of random ones, which take a
/// tenth of opening a model: for networks whose weights all come from a file (as torch.nn.utils.skip_init).
class SkipInit {
 public:
  SkipInit() : was_on_(on_) { on_ = true; }
  ~SkipInit() { on_ = was_on_; }
  SkipInit(const SkipInit&) = delete;
  SkipInit& operator=(const SkipInit&) = delete;

  static bool is_on() { return on_; }

 private:
  inline static thread_local bool on_ = false;
  const bool was_on_;
};

}  // namespace jaedan::inference
