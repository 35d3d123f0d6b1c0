#include "app/gui/shell/notice.h"

#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

constexpr double kNotice_s = 6;
constexpr double kErrorNotice_s = 15;

}  // namespace

void Notice::set_now(double now_s) {
  now_s_ = now_s;
  if (until_s_ < now_s) text_.clear();
}

void Notice::tell(const std::string& text, bool is_error) {
  text_ = text;
  is_error_ = is_error;
  until_s_ = now_s_ + (is_error ? kErrorNotice_s : kNotice_s);
}

void Notice::tell(const Error& error, const Strings& text) { tell(message_text(error.message, text), true); }

void Notice::tell(const Message& message, const Strings& text) { tell(message_text(message, text)); }

}  // namespace jaedan::gui
