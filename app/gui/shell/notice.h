#pragma once

#include <string>

#include "app/gui/words/strings.h"
#include "labeling/base/result.h"

namespace jaedan::gui {

/// What the bottom line says for some seconds.
class Notice {
 public:
  /// Of the frame; sentences are counted from here.
  void set_now(double now_s);
  void tell(const std::string& text, bool is_error = false);
  void tell(const Error& error, const Strings& text);
  void tell(const Message& message, const Strings& text);
  /// Takes an old sentence away: something else has gone well since.
  void hush() { until_s_ = 0; }

  /// Empty when there is nothing to say.
  const std::string& text() const { return text_; }
  bool is_error() const { return is_error_; }
  double until_s() const { return until_s_; }

 private:
  std::string text_;
  bool is_error_ = false;
  double now_s_ = 0;
  double until_s_ = 0;
};

}  // namespace jaedan::gui
