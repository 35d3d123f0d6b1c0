#pragma once

#include <cassert>
#include <initializer_list>
#include <string>
#include <utility>
#include <variant>

#include "labeling/base/message.h"

namespace jaedan {

/// What kind of thing went wrong; callers branch on it, people read `Error::text`.
enum class ErrorCode {
  kInvalidArgument,  ///< the caller asked for something that makes no sense
  kNotFound,         ///< a file, row or id that is not there
  kCorrupt,          ///< data that is there but cannot be what it claims to be
  kUnsupported,      ///< well-formed, but nothing here can handle it
  kTooLarge,         ///< over a stated limit (image pixels, JSON bytes, …)
  kIo,               ///< the operating system refused: disk full, no permission, …
  kConflict,         ///< somebody else changed it first
  kRefused,          ///< a proper request that the rules of the work do not let through, as things stand
  kForbidden,        ///< … or not for whoever asks: not a person of the project, without the role, a wrong password
  kUnavailable,      ///< a needed part is missing here: LibTorch, a model, a database
  kCancelled,        ///< the person asked to stop
  kInternal,         ///< our own mistake
};

/// ASCII name of `code`, for logs and `--json`.
const char* name_of(ErrorCode code);

/// A failure: a code for the program and a message for a person. The message names the thing (file, id, value) and,
/// where there is one, the way out. It has a key:
/// `return Error{ErrorCode::kNotFound, "file.not_there", "{0}: no such file", {path}};`
struct [[nodiscard]] Error {
  ErrorCode code = ErrorCode::kInternal;
  Message message;

  Error() = default;
  Error(ErrorCode error_code, Message said) : code(error_code), message(std::move(said)) {}
  Error(ErrorCode error_code, const char* key, const char* english, std::initializer_list<Message> in_gaps = {})
      : code(error_code), message(key, english, in_gaps) {}
  /// A sentence without a key could not be translated.
  Error(ErrorCode, const char* sentence) = delete;
  Error(ErrorCode, const std::string& sentence) = delete;

  /// The English sentence.
  std::string text() const { return message.text(); }
  /// The same error with `context` in front: "photo 12: " + message.
  Error with_context(Message context) const { return {code, in_context(std::move(context), message)}; }
};

/// Either a value or an Error; never both, never neither. Crosses every module border in place of
/// exceptions. Reading the side that is not there is a programming mistake and asserts.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit by design
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit by design

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return assert(ok()), *std::get_if<0>(&state_); }
  T& value() & { return assert(ok()), *std::get_if<0>(&state_); }
  T&& value() && { return assert(ok()), std::move(*std::get_if<0>(&state_)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Error& error() const { return assert(!ok()), *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), ok_(false) {}  // NOLINT: implicit by design

  bool ok() const { return ok_; }
  explicit operator bool() const { return ok_; }
  const Error& error() const { return assert(!ok_), error_; }

 private:
  Error error_;
  bool ok_ = true;
};

using Status = Result<void>;

}  // namespace jaedan

#define JAEDAN_CONCAT_INNER(a, b) a##b
#define JAEDAN_CONCAT(a, b) JAEDAN_CONCAT_INNER(a, b)

/// Passes an error on: `JAEDAN_RETURN_IF_ERROR(store.save(annotation));`
#define JAEDAN_RETURN_IF_ERROR(expression)                        \
  do {                                                            \
    if (auto jaedan_status = (expression); !jaedan_status.ok()) { \
      return jaedan_status.error();                               \
    }                                                             \
  } while (false)

/// Unwraps a value or passes its error on: `JAEDAN_ASSIGN_OR_RETURN(const Image image, decode(path));`
#define JAEDAN_ASSIGN_OR_RETURN(declaration, expression)       \
  auto JAEDAN_CONCAT(jaedan_result_, __LINE__) = (expression); \
  if (!JAEDAN_CONCAT(jaedan_result_, __LINE__).ok()) {         \
    return JAEDAN_CONCAT(jaedan_result_, __LINE__).error();    \
  }                                                            \
  declaration = std::move(JAEDAN_CONCAT(jaedan_result_, __LINE__)).value()
