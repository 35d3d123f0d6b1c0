#include "app/workflow/project/filter_expression.h"

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "app/workflow/project/attribute_word.h"

namespace jaedan::workflow {
namespace {

// What people type, in either language of the window: ids, or the words that it shows. Capitals, blanks, '_' and '-'
// make no difference.

struct FilterKey {
  std::string_view id;
  std::string_view korean;
};

constexpr FilterKey kKeys[] = {{"status", "상태"}, {"part", "부위"}, {"looked", "봤음"}, {"worker", "작업자"},
                               {"task", "담당자"}, {"text", "이름"}, {"score", "점수"}};

/// As the window shows it.
std::string_view korean_name_of(WorkflowState state) {
  switch (state) {
    case WorkflowState::kNew: return "새 사진";
    case WorkflowState::kDrawn: return "그림";
    case WorkflowState::kBasic: return "일반";
    case WorkflowState::kExpert: return "전문";
    case WorkflowState::kApproved: return "승인";
    case WorkflowState::kReturned: return "반려";
    case WorkflowState::kChanged: return "승인 후 변경";
  }
  return {};
}

std::string squeezed(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c == ' ' || c == '_' || c == '-') continue;
    const auto byte = static_cast<unsigned char>(c);
    letters += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
  }
  return letters;
}

/// The id of the key that is called so; empty where none is.
std::string filter_key_called(const std::string& name) {
  const std::string typed = squeezed(name);
  for (const FilterKey& key : kKeys) {
    if (typed == key.id || typed == key.korean) return std::string(key.id);
  }
  return {};
}

std::optional<WorkflowState> state_called(const std::string& name) {
  const std::string typed = squeezed(name);
  for (const WorkflowState state : kAllStates) {
    if (typed == id_of(state) || typed == squeezed(message_of(state).text()) ||
        typed == squeezed(korean_name_of(state))) {
      return state;
    }
  }
  return std::nullopt;
}

std::optional<Part> part_called(const std::string& name) {
  const std::string typed = squeezed(name);
  const std::optional<Part> part = part_from_id(typed);
  return part ? part : part_from_korean(typed);
}

std::optional<bool> yes_or_no_called(const std::string& name) {
  const std::string typed = squeezed(name);
  if (typed == "yes" || typed == "예") return true;
  if (typed == "no" || typed == "아니요" || typed == "아니오") return false;
  return std::nullopt;
}

std::vector<std::string> terms_of(const std::string& expression) {
  std::vector<std::string> terms;
  std::string term;
  bool quoted = false;
  for (const char c : expression + " ") {
    if (c == '"') {
      quoted = !quoted;
    } else if (quoted || (c != ' ' && c != ',')) {
      term += c;
    } else if (!term.empty()) {
      terms.push_back(std::move(term));
      term.clear();
    }
  }
  if (!term.empty()) terms.push_back(std::move(term));  // a quotation mark that was never closed
  return terms;
}

Error not_understood(const std::string& term, Message why) {
  return {ErrorCode::kInvalidArgument, in_context({"filter.term", "filter '{0}'", {term}}, std::move(why))};
}

Result<double> number_of(const std::string& term, const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !std::isfinite(value)) {
    return not_understood(term, {"filter.no_number", "'{0}' is not a number", {text}});
  }
  return value;
}

Status add_attribute(const std::string& term, const std::string& key, const std::string& value,
                     const Taxonomy& vocabulary, labeling::PhotoFilter& filter) {
  if (!filter.attribute.empty()) return not_understood(term, {"filter.one_attribute", "only one attribute at a time"});
  if (!find_attribute(key, vocabulary)) {
    return not_understood(term, {"filter.wrong_key",
                                 "KEY is status, part, looked, worker, task, text, score or an attribute: {0}",
                                 {attribute_names(vocabulary)}});
  }
  const Result<AttributeWord> word = find_attribute_word(key, value, vocabulary);
  if (!word.ok()) return not_understood(term, word.error().message);
  filter.attribute = word->attribute;
  filter.value = word->value;
  return {};
}

Status add_term(const std::string& term, const Taxonomy& vocabulary, labeling::PhotoFilter& filter) {
  const std::size_t at = term.find_first_of("<>=");
  if (at == std::string::npos || at == 0) {
    return not_understood(term, {"filter.wrong_form", "expected KEY=VALUE, score>=N or score<=N"});
  }
  const std::string typed = term.substr(0, at);
  const std::string key = filter_key_called(typed);
  if (key == "score") {
    const std::string sign = term.substr(at, 2);
    if (sign != ">=" && sign != "<=") return not_understood(term, {"filter.wrong_score", "score takes >= or <="});
    JAEDAN_ASSIGN_OR_RETURN(const double bound, number_of(term, term.substr(at + 2)));
    (sign == ">=" ? filter.min_score : filter.max_score) = bound;
    return {};
  }
  if (term[at] != '=') return not_understood(term, {"filter.only_score", "only score takes < and >"});
  const std::string value = term.substr(at + 1);
  if (key == "status") {
    filter.state = state_called(value);
    if (!filter.state) {
      return not_understood(
          term, {"filter.wrong_status", "status is new, drawn, basic, expert, approved, returned or changed"});
    }
  } else if (key == "part") {
    filter.part = part_called(value);
    if (!filter.part) return not_understood(term, {"filter.wrong_part", "part is outer, top, bottom or dress"});
  } else if (key == "looked") {
    filter.looked = yes_or_no_called(value);
    if (!filter.looked) return not_understood(term, {"filter.wrong_looked", "looked is yes or no"});
  } else if (key == "worker") {
    filter.worker = value;
  } else if (key == "task") {
    filter.in_hands_of = value;
  } else if (key == "text") {
    filter.text = value;
  } else {
    return add_attribute(term, typed, value, vocabulary, filter);
  }
  return {};
}

}  // namespace

Result<labeling::PhotoFilter> parse_filter(const std::string& expression, const Taxonomy& vocabulary) {
  labeling::PhotoFilter filter;
  for (const std::string& term : terms_of(expression)) JAEDAN_RETURN_IF_ERROR(add_term(term, vocabulary, filter));
  return filter;
}

Result<labeling::PhotoFilter> parse_filter(const std::string& expression, const Project& project) {
  JAEDAN_ASSIGN_OR_RETURN(labeling::PhotoFilter filter, parse_filter(expression, project.taxonomy()));
  JAEDAN_ASSIGN_OR_RETURN(filter.worker, name_in(project, filter.worker));
  JAEDAN_ASSIGN_OR_RETURN(filter.in_hands_of, name_in(project, filter.in_hands_of));
  return filter;
}

}  // namespace jaedan::workflow
