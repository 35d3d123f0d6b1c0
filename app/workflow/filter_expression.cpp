#include "app/workflow/filter_expression.h"

#include <cstdlib>
#include <vector>

namespace jaedan::workflow {
namespace {

std::vector<std::string> terms_of(const std::string& expression) {
  std::vector<std::string> terms;
  std::string term;
  for (const char c : expression + " ") {
    if (c != ' ' && c != ',') {
      term += c;
    } else if (!term.empty()) {
      terms.push_back(std::move(term));
      term.clear();
    }
  }
  return terms;
}

Error not_understood(const std::string& term, const std::string& why) {
  return {ErrorCode::kInvalidArgument, "filter '" + term + "': " + why};
}

Result<double> number_of(const std::string& term, const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0') return not_understood(term, "'" + text + "' is not a number");
  return value;
}

Status add_term(const std::string& term, labeling::PhotoFilter& filter) {
  const std::size_t at = term.find_first_of("<>=");
  if (at == std::string::npos || at == 0) return not_understood(term, "expected KEY=VALUE, score>=N or score<=N");
  const std::string key = term.substr(0, at);
  if (key == "score") {
    const std::string sign = term.substr(at, 2);
    if (sign != ">=" && sign != "<=") return not_understood(term, "score takes >= or <=");
    JAEDAN_ASSIGN_OR_RETURN(const double bound, number_of(term, term.substr(at + 2)));
    (sign == ">=" ? filter.min_score : filter.max_score) = bound;
    return {};
  }
  if (term[at] != '=') return not_understood(term, "only score takes < and >");
  const std::string value = term.substr(at + 1);
  if (key == "status") {
    filter.state = workflow_state_from_id(value);
    if (!filter.state) return not_understood(term, "status is new, drawn, basic, expert, approved or returned");
  } else if (key == "part") {
    filter.part = part_from_id(value);
    if (!filter.part) return not_understood(term, "part is outer, top, bottom or dress");
  } else if (key == "worker") {
    filter.worker = value;
  } else if (key == "text") {
    filter.text = value;
  } else {
    if (!filter.attribute.empty()) return not_understood(term, "only one attribute at a time");
    filter.attribute = key;
    filter.value = value;
  }
  return {};
}

}  // namespace

Result<labeling::PhotoFilter> parse_filter(const std::string& expression) {
  labeling::PhotoFilter filter;
  for (const std::string& term : terms_of(expression)) JAEDAN_RETURN_IF_ERROR(add_term(term, filter));
  return filter;
}

}  // namespace jaedan::workflow
