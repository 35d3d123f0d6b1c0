#include <algorithm>
#include <cctype>
#include <cstdint>
#include <utility>

#include "labeling/base/text_encoding.h"
#include "labeling/base/utf8.h"
#include "labeling/formats/json/json_document.h"

namespace jaedan::labeling {
namespace {

using Type = JsonValue::Type;

/// Recursive descent; the depth limit bounds the call stack. A failure is kept in `error_` and every function
/// returns at once after it.
class Parser {
 public:
  Parser(std::string_view text, const JsonLimits& limits) : text_(text), limits_(limits) {}

  Result<JsonValue> run() {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    JsonValue root = value(0);
    skip_blanks();
    if (!failed() && at_ != text_.size()) fail({"json.text_after_end", "text after the end"});
    if (failed()) return error_;
    return root;
  }

 private:
  bool failed() const { return !error_.message.empty(); }

  void fail(Message what, ErrorCode code = ErrorCode::kCorrupt) {
    if (!failed()) error_ = {code, "json.broken", "broken JSON at byte {0}: {1}", {at_, std::move(what)}};
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_blanks() {
    while (at_ < text_.size() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) ++at_;
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool take_word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  JsonValue value(std::size_t depth) {
    JsonValue result;
    skip_blanks();
    if (depth >= limits_.depth)
      fail({"json.too_deep", "nested deeper than {0}", {limits_.depth}}, ErrorCode::kTooLarge);
    if (++values_ > limits_.values) {
      fail({"json.too_many_values", "more than {0} values", {limits_.values}}, ErrorCode::kTooLarge);
    }
    if (failed()) return result;
    const std::size_t begin = at_;
    switch (peek()) {
      case '{': object(result, depth); break;
      case '[': array(result, depth); break;
      case '"':
        result.type = Type::kString;
        result.text = string();
        break;
      default: word_or_number(result);
    }
    result.raw = text_.substr(begin, at_ - begin);
    return result;
  }

  void object(JsonValue& result, std::size_t depth) {
    result.type = Type::kObject;
    take('{');
    skip_blanks();
    if (take('}')) return;
    do {
      skip_blanks();
      const std::size_t begin = at_;
      if (peek() != '"') return fail({"json.key_expected", "expected a key"});
      JsonMember member;
      member.key = string();
      member.raw_key = text_.substr(begin, at_ - begin);
      skip_blanks();
      if (!take(':')) return fail({"json.colon_expected", "expected ':'"});
      member.value = value(depth + 1);
      if (failed()) return;
      result.members.push_back(std::move(member));
      skip_blanks();
    } while (take(','));
    if (!take('}')) fail({"json.object_end_expected", "expected ',' or '}'"});
  }

  void array(JsonValue& result, std::size_t depth) {
    result.type = Type::kArray;
    take('[');
    skip_blanks();
    if (take(']')) return;
    do {
      result.items.push_back(value(depth + 1));
      if (failed()) return;
      skip_blanks();
    } while (take(','));
    if (!take(']')) fail({"json.array_end_expected", "expected ',' or ']'"});
  }

  void word_or_number(JsonValue& result) {
    const std::size_t begin = at_;
    if (take_word("null")) {
      result.type = Type::kNull;
    } else if (take_word("true") || take_word("false")) {
      result.type = Type::kBool;
    } else if (take_word("NaN") || take_word("Infinity") || take_word("-Infinity") || number()) {
      result.type = Type::kNumber;
    } else {
      fail(at_ < text_.size() ? Message{"json.value_expected", "expected a value"}
                              : Message{"json.ends_too_early", "the text ends too early"});
    }
    if (result.type != Type::kNull) result.text = std::string(text_.substr(begin, at_ - begin));
  }

  bool digits() {
    const std::size_t begin = at_;
    while (std::isdigit(static_cast<unsigned char>(peek()))) ++at_;
    return at_ > begin;
  }

  bool number() {
    take('-');
    if (!digits()) return false;
    if (take('.') && !digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!digits()) return false;
    }
    return true;
  }

  std::string string() {
    std::string out;
    bool ascii = true;
    take('"');
    while (at_ < text_.size() && peek() != '"') {
      const unsigned char c = static_cast<unsigned char>(peek());
      if (c == '\\') {
        ascii = false;
        escape(out);
      } else if (c < 0x20) {
        fail({"json.control_character", "a control character in a string"});
      } else if (const std::size_t length = utf8_length_at(text_, at_)) {
        ascii = ascii && length == 1;
        out += text_.substr(at_, length);
        at_ += length;
      } else {
        fail(character_is_cut_off() ? Message{"json.ends_too_early", "the text ends too early"}
                                    : Message{"json.not_utf8", "not UTF-8"});
      }
      if (failed()) return out;
    }
    if (!take('"')) fail({"json.string_without_end", "a string without an end"});
    if (ascii) return out;
    // Programs on a Mac write Korean with its letters apart; `raw` keeps how it stood.
    const Result<std::string> together = utf8_nfc(out);
    return together.ok() ? *together : out;
  }

  /// Whether the text ends in the middle of the character that begins here.
  bool character_is_cut_off() const {
    const std::string_view rest = text_.substr(at_);
    return rest.size() < 4 && std::all_of(rest.begin(), rest.end(), [](char c) { return (c & 0x80) != 0; });
  }

  void escape(std::string& out) {
    take('\\');
    const char c = peek();
    if (at_ < text_.size()) ++at_;
    switch (c) {
      case '"':
      case '\\':
      case '/': out += c; return;
      case 'b': out += '\b'; return;
      case 'f': out += '\f'; return;
      case 'n': out += '\n'; return;
      case 'r': out += '\r'; return;
      case 't': out += '\t'; return;
      case 'u': break;
      default: return fail({"json.escape_unknown", "an unknown escape"});
    }
    std::uint32_t code = hex4();
    if (code >= 0xD800 && code < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      const std::size_t before = at_;
      at_ += 2;
      const std::uint32_t low = hex4();
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      } else {
        at_ = before;
      }
    }
    append_utf8(out, code);  // half a pair alone becomes U+FFFD
  }

  std::uint32_t hex4() {
    std::uint32_t code = 0;
    for (int i = 0; i < 4; ++i) {
      const unsigned char c = static_cast<unsigned char>(peek());
      if (!std::isxdigit(c)) {
        fail({"json.escape_too_short", "a \\u escape needs four hex digits"});
        return 0;
      }
      code = code * 16 + static_cast<std::uint32_t>(std::isdigit(c) ? c - '0' : std::tolower(c) - 'a' + 10);
      ++at_;
    }
    return code;
  }

  const std::string_view text_;
  const JsonLimits limits_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;
  Error error_;
};

}  // namespace

Result<JsonValue> parse_json_document(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.bytes) {
    return Error{
        ErrorCode::kTooLarge, "json.too_large", "JSON of {0} bytes, the limit is {1}", {text.size(), limits.bytes}};
  }
  Result<JsonValue> parsed = Parser(text, limits).run();
  if (parsed.ok()) return parsed;
  const std::string encoding = encoding_of(text);
  if (encoding.empty() || encoding == "UTF-8") return parsed;
  return not_utf8(encoding);
}

}  // namespace jaedan::labeling
