#include "app/gui/words/message_text.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace jaedan::gui {
namespace {

using Table = std::unordered_map<std::string_view, std::string_view>;

const Table& korean_sentences() {
  static const Table table = {
#define JAEDAN_MESSAGE(key, korean) {key, korean},
#include "app/gui/words/messages/base.inc"
#include "app/gui/words/messages/edit.inc"
#include "app/gui/words/messages/formats.inc"
#include "app/gui/words/messages/inference.inc"
#include "app/gui/words/messages/people.inc"
#include "app/gui/words/messages/programs.inc"
#include "app/gui/words/messages/store.inc"
#include "app/gui/words/messages/training.inc"
#include "app/gui/words/messages/workflow.inc"
#undef JAEDAN_MESSAGE
  };
  return table;
}

}  // namespace

std::string message_text(const Message& message, const Strings& text) {
  if (!text.korean()) return message.text();
  const auto row = korean_sentences().find(message.key);
  if (message.arguments.empty()) return row == korean_sentences().end() ? message.pattern : std::string(row->second);
  std::vector<std::string> filled;
  for (const Message& argument : message.arguments) filled.push_back(message_text(argument, text));
  return fill_gaps(row == korean_sentences().end() ? message.pattern : row->second, filled);
}

}  // namespace jaedan::gui
