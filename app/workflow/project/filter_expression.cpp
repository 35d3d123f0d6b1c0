#include "app/workflow/project/filter_expression.h"

#include <cmath>
#include <cstdlib>
#include <utility>
#include <vector>

#include "app/workflow/project/attribute_word.h"

namespace jaedan::workflow {
namespace {

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
                                 "KEY is status, part, looked, worker, text, score or an attribute: {0}",
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
  const std::string key = term.substr(0, at);
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
    filter.state = workflow_state_from_id(value);
    if (!filter.state) {
      return not_understood(
          term, {"filter.wrong_status", "status is new, drawn, basic, expert, approved, returned or changed"});
    }
  } else if (key == "part") {
    filter.part = part_from_id(value);
    if (!filter.part) return not_understood(term, {"filter.wrong_part", "part is outer, top, bottom or dress"});
  } else if (key == "looked") {
    if (value != "yes" && value != "no") return not_understood(term, {"filter.wrong_looked", "looked is yes or no"});
    filter.looked = value == "yes";
  } else if (key == "worker") {
    filter.worker = value;
  } else if (key == "text") {
    filter.text = value;
  } else {
    return add_attribute(term, key, value, vocabulary, filter);
  }
  return {};
}

}  // namespace

Result<labeling::PhotoFilter> parse_filter(const std::string& expression, const Taxonomy& vocabulary) {
  labeling::PhotoFilter filter;
  for (const std::string& term : terms_of(expression)) JAEDAN_RETURN_IF_ERROR(add_term(term, vocabulary, filter));
  return filter;
}

}  // namespace jaedan::workflow
