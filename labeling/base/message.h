#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

namespace jaedan {

/// A sentence for a person, kept apart into what a translation needs: a stable key, the English sentence with gaps
/// {0}, {1} … {9}, and what stands in them. The layers write English beside the code that says it; the window looks
/// the key up in its table of Korean sentences (`app/gui/words/messages`), programs read the key (--json).
///
/// A message without a key is the same in every language: a name, a path, a number. It is made from text without a
/// word, so that it can be an argument as it stands: `{"file.too_large", "{0}: {1} bytes …", {path, size}}`.
struct Message {
  std::string key;                 ///< "file.too_large": folder or subject, what is the matter; never changes
  std::string pattern;             ///< English, with gaps; without a key the text itself, whatever it holds
  std::vector<Message> arguments;  ///< messages themselves: a reason inside a sentence is translated with it

  Message() = default;
  Message(std::string text) : pattern(std::move(text)) {}  // NOLINT: implicit by design
  Message(std::string_view text) : pattern(text) {}        // NOLINT: implicit by design
  Message(const char* text) : pattern(text) {}             // NOLINT: implicit by design
  /// A whole number. Others are written by who knows how many places they deserve.
  template <typename Number, typename = std::enable_if_t<std::is_integral_v<Number> && !std::is_same_v<Number, bool> &&
                                                         !std::is_same_v<Number, char>>>
  Message(Number number) : pattern(std::to_string(number)) {}  // NOLINT: implicit by design
  Message(const char* message_key, const char* english, std::initializer_list<Message> in_gaps = {})
      : key(message_key), pattern(english), arguments(in_gaps) {}

  bool empty() const { return pattern.empty(); }
  /// The English sentence with its gaps filled.
  std::string text() const;
  /// The sentence behind the names that `in_context` put in front of it: its key is what a program knows it by.
  const Message& without_context() const;
};

/// A name that data gives in both languages, such as the taxonomy's: the window shows the one of its language.
Message name_in_both(std::string english, std::string korean);

/// `context` in front: "photo 12: the region is empty".
Message in_context(Message context, Message message);

/// `messages` one after another, "; " between them.
Message joined(const std::vector<Message>& messages);

/// Puts what `filled` holds into the gaps of `pattern`, {0} or {0|photo} ("1 photo"; plural.h); one without stays.
std::string fill_gaps(std::string_view pattern, const std::vector<std::string>& filled);

/// What the operating system says of `code` (an `errno`): keyed for what people meet (no such file, no permission, disk
/// full, …), otherwise the C library's own words.
Message system_message(int code);
Message system_message(const std::error_code& code);

}  // namespace jaedan
