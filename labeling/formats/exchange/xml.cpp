#include "labeling/formats/exchange/xml.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

#include "labeling/base/text_encoding.h"
#include "labeling/base/utf8.h"

namespace jaedan::labeling {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
    {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kMostBytes = 16u << 20;
constexpr int kDeepest = 64;

class XmlParser {
 public:
  explicit XmlParser(std::string_view text) : text_(text) {}

  Result<XmlElement> run() {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    skip_misc();
    if (at_ == text_.size()) return Error{ErrorCode::kCorrupt, "xml.empty", "an empty file"};
    if (declares_entities())
      return Error{ErrorCode::kUnsupported, "xml.entities", "an XML file that declares entities of its own (DOCTYPE)"};
    XmlElement root;
    if (element(root, 0)) {
      skip_misc();
      // Some writers fill the file up with zeros.
      if (text_.find_first_not_of('\0', at_) == std::string_view::npos) return root;
    }
    return Error{failure_, "xml.broken", "broken XML near byte {0}", {at_}};
  }

 private:
  bool starts_with(std::string_view word) const { return text_.substr(at_, word.size()) == word; }

  bool skip_past(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    if (found == std::string_view::npos) return false;
    at_ = found + end.size();
    return true;
  }

  void skip_misc() {
    while (true) {
      at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size());
      if (starts_with("<?") && skip_past("?>")) continue;
      if (starts_with("<!--") && skip_past("-->")) continue;
      return;
    }
  }

  /// Passes over a DOCTYPE that names a file, which is never loaded, or says only what elements there are.
  bool declares_entities() {
    if (!starts_with("<!DOCTYPE")) return false;
    std::size_t end = std::min(text_.find_first_of("[>", at_), text_.size());
    if (end < text_.size() && text_[end] == '[') {
      const std::size_t close = std::min(text_.find(']', end), text_.size());
      // '%' begins an entity of declarations.
      if (text_.substr(end, close - end).find_first_of("%&") != std::string_view::npos) return true;
      if (text_.substr(end, close - end).find("<!ENTITY") != std::string_view::npos) return true;
      end = std::min(text_.find('>', close), text_.size());
    }
    if (end == text_.size()) return true;
    at_ = end + 1;
    skip_misc();
    return false;
  }

  bool element(XmlElement& out, int depth) {
    if (depth >= kDeepest) failure_ = ErrorCode::kTooLarge;
    if (depth >= kDeepest || !starts_with("<") || starts_with("<!")) return false;
    ++at_;
    const std::size_t end = text_.find_first_of(" \t\r\n/>", at_);
    if (end == std::string_view::npos || end == at_) return false;
    const std::string_view tag = text_.substr(at_, end - at_);
    out.name = std::string(tag.substr(tag.find(':') + 1));  // npos + 1 is 0
    at_ = end;
    return attributes_end() && (text_[at_ - 2] == '/' || content(out, tag, depth));
  }

  /// Passes over attributes and the closing '>'.
  bool attributes_end() {
    char quote = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quote) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        ++at_;
        return true;
      }
    }
    return false;
  }

  bool content(XmlElement& out, std::string_view tag, int depth) {
    while (at_ < text_.size()) {
      if (starts_with("</")) {
        at_ += 2;
        if (!starts_with(tag)) return false;
        at_ = std::min(text_.find_first_not_of(kBlanks, at_ + tag.size()), text_.size());
        return starts_with(">") && skip_past(">");
      }
      if (starts_with("<!--") || starts_with("<?")) {
        if (!skip_past(starts_with("<?") ? "?>" : "-->")) return false;
      } else if (starts_with("<![CDATA[")) {
        const std::size_t begin = at_ + 9;
        if (!skip_past("]]>")) return false;
        out.text += text_.substr(begin, at_ - 3 - begin);
      } else if (text_[at_] == '<') {
        out.children.emplace_back();
        if (!element(out.children.back(), depth + 1)) return false;
      } else {
        const std::size_t end = std::min(text_.find('<', at_), text_.size());
        append_unescaped(out.text, text_.substr(at_, end - at_));
        at_ = end;
      }
    }
    return false;
  }

  static void append_unescaped(std::string& out, std::string_view piece) {
    for (std::size_t at = 0; at < piece.size(); ++at) {
      const std::size_t end = piece[at] == '&' ? piece.find(';', at) : std::string_view::npos;
      if (end == std::string_view::npos || !append_entity(out, piece.substr(at + 1, end - at - 1))) {
        out += piece[at];
      } else {
        at = end;
      }
    }
  }

  static bool append_entity(std::string& out, std::string_view name) {
    for (const auto& [entity, character] : kEntities) {
      if (name != entity) continue;
      out += character;
      return true;
    }
    if (name.size() < 2 || name.size() > 9 || name[0] != '#') return false;
    const bool hex = name[1] == 'x';
    const std::string digits(name.substr(hex ? 2 : 1));
    char* end = nullptr;
    const unsigned long code = std::strtoul(digits.c_str(), &end, hex ? 16 : 10);
    if (digits.empty() || *end != '\0') return false;
    append_utf8(out, static_cast<std::uint32_t>(code));
    return true;
  }

  const std::string_view text_;
  std::size_t at_ = 0;
  ErrorCode failure_ = ErrorCode::kCorrupt;
};

/// What `<?xml … encoding="NAME"?>` names, in capitals; empty when it names nothing.
std::string declared_encoding(std::string_view text) {
  const std::string_view declaration = text.substr(0, text.substr(0, 5) == "<?xml" ? text.find("?>") : 0);
  const std::size_t key = declaration.find("encoding");
  const std::size_t begin = key == std::string_view::npos ? key : declaration.find_first_of("\"'", key);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[begin], begin + 1);
  if (end == std::string_view::npos) return {};
  std::string name(declaration.substr(begin + 1, end - begin - 1));
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
  // Windows writes its own letters under these names, too.
  const bool is_korean = name == "EUC-KR" || name == "KS_C_5601-1987" || name == "KSC5601" || name == "MS949";
  return is_korean ? "CP949" : name;
}

/// The text as UTF-8. What is UTF-8 is so whatever it declares: editors convert a file and leave its first line.
Result<std::string> as_utf8(std::string_view bytes) {
  const std::string seen = encoding_of(bytes);
  if (seen == "UTF-8") return std::string(bytes);
  const bool is_wide = seen.rfind("UTF-", 0) == 0;
  const std::string named = is_wide ? seen : declared_encoding(bytes);
  std::optional<std::string> text = named.empty() || named == "UTF-8" ? std::nullopt : utf8_from(bytes, named);
  if (text) return std::move(*text);
  if (!seen.empty()) return not_utf8(seen);
  return Error{ErrorCode::kCorrupt, "xml.encoding_unknown", "no UTF-8, and no other encoding that is known here"};
}

}  // namespace

const XmlElement* XmlElement::child(std::string_view child_name) const {
  for (const XmlElement& element : children) {
    if (element.name == child_name) return &element;
  }
  return nullptr;
}

std::string XmlElement::own_text() const {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string XmlElement::child_text(std::string_view child_name) const {
  const XmlElement* found = child(child_name);
  return found ? found->own_text() : std::string();
}

Result<XmlElement> parse_xml(std::string_view text) {
  if (text.size() > kMostBytes) return Error{ErrorCode::kTooLarge, "xml.too_large", "an XML file of more than 16 MiB"};
  JAEDAN_ASSIGN_OR_RETURN(const std::string utf8, as_utf8(text));
  return XmlParser(utf8).run();
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : valid_utf8(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const auto* entity = std::find_if(kEntities.begin(), kEntities.end(), [c](const auto& e) { return e.second == c; });
    if (entity != kEntities.end()) {
      out += "&" + std::string(entity->first) + ";";
    } else {
      out += byte < 0x20 ? ' ' : c;
    }
  }
  return out;
}

}  // namespace jaedan::labeling
