#include "labeling/base/message.h"

#include <cerrno>
#include <optional>

#include "labeling/base/plural.h"

namespace jaedan {
namespace {

constexpr const char* kInContext = "{0}: {1}";

/// A gap of a sentence: its argument, how long it is, and what is counted in it.
struct Gap {
  std::size_t argument = 0;
  std::size_t length = 0;
  std::string_view one, many;  ///< both empty in a gap without a word
};

std::optional<Gap> gap_at(std::string_view pattern, std::size_t at) {
  if (at + 2 >= pattern.size() || pattern[at] != '{') return std::nullopt;
  const char digit = pattern[at + 1], next = pattern[at + 2];
  if (digit < '0' || digit > '9' || (next != '}' && next != '|')) return std::nullopt;
  Gap gap{static_cast<std::size_t>(digit - '0'), 3, {}, {}};
  if (next == '}') return gap;
  const std::size_t end = pattern.find('}', at);
  if (end == std::string_view::npos) return std::nullopt;
  gap.length = end + 1 - at;
  gap.one = pattern.substr(at + 3, end - at - 3);
  if (const std::size_t bar = gap.one.find('|'); bar != std::string_view::npos) {
    gap.many = gap.one.substr(bar + 1);
    gap.one = gap.one.substr(0, bar);
  }
  return gap;
}

}  // namespace

std::string fill_gaps(std::string_view pattern, const std::vector<std::string>& filled) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const std::optional<Gap> gap = gap_at(pattern, at);
    if (!gap || gap->argument >= filled.size()) {
      text += pattern[at];
      continue;
    }
    const std::string& argument = filled[gap->argument];
    text += gap->one.empty() ? argument : counted(argument, gap->one, gap->many);
    at += gap->length - 1;
  }
  return text;
}

std::string Message::text() const {
  if (key.empty() && arguments.empty()) return pattern;
  std::vector<std::string> filled;
  for (const Message& argument : arguments) filled.push_back(argument.text());
  return fill_gaps(pattern, filled);
}

const Message& Message::without_context() const {
  const bool has_context = key.empty() && pattern == kInContext && arguments.size() == 2;
  return has_context ? arguments.back().without_context() : *this;
}

Message name_in_both(std::string english, std::string korean) {
  return {"name.in_both", "{0}", {std::move(english), std::move(korean)}};
}

Message in_context(Message context, Message message) {
  Message both(kInContext);
  both.arguments = {std::move(context), std::move(message)};
  return both;
}

Message joined(const std::vector<Message>& messages) {
  if (messages.size() == 1) return messages.front();
  Message all;
  for (const Message& message : messages) {
    if (all.arguments.empty()) {
      all = Message("{0}");
      all.arguments = {message};
    } else {
      Message longer("{0}; {1}");
      longer.arguments = {std::move(all), message};
      all = std::move(longer);
    }
  }
  return all;
}

Message system_message(const std::error_code& code) {
  if (code.category() != std::generic_category() && code.category() != std::system_category()) return code.message();
  switch (code.value()) {
    case ENOENT: return {"system.not_there", "No such file or directory"};
    case EACCES: return {"system.no_permission", "Permission denied"};
    case EPERM: return {"system.not_permitted", "Operation not permitted"};
    case ENOSPC: return {"system.disk_full", "No space left on device"};
    case EDQUOT: return {"system.over_quota", "Disk quota exceeded"};
    case EROFS: return {"system.read_only", "Read-only file system"};
    case EISDIR: return {"system.is_folder", "Is a directory"};
    case ENOTDIR: return {"system.no_folder", "Not a directory"};
    case EEXIST: return {"system.exists", "File exists"};
    case ENOTEMPTY: return {"system.not_empty", "Directory not empty"};
    case ENAMETOOLONG: return {"system.name_too_long", "File name too long"};
    case ELOOP: return {"system.links_in_a_ring", "Too many levels of symbolic links"};
    case EMFILE: return {"system.too_many_files", "Too many open files"};
    case EIO: return {"system.device_failed", "Input/output error"};
    default: return code.message();
  }
}

Message system_message(int code) { return system_message(std::error_code(code, std::generic_category())); }

}  // namespace jaedan
