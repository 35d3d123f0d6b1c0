#pragma once

#include <string>

#include "app/gui/words/strings.h"
#include "labeling/base/message.h"

namespace jaedan::gui {

/// What a message says in the window's language: in English its own sentence, in Korean the one
/// that stands under its key in `messages/`, arguments translated with it. A test holds that every key has one.
std::string message_text(const Message& message, const Strings& text);

}  // namespace jaedan::gui
