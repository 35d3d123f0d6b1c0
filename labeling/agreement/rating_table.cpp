#include "labeling/agreement/rating_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "labeling/base/utf8.h"

namespace jaedan::labeling {
namespace {

std::string value_of(const std::string& cell) {
  const std::size_t first = cell.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return utf8_composed(cell.substr(first, cell.find_last_not_of(" \t") - first + 1));
}

/// By the C locale's rules; "inf" and "nan" are words.
std::optional<double> number_of(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  if (text.find_first_not_of("+-.0123456789eE") != std::string_view::npos) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

/// The categories of one table: each value gets the number of its category.
class Interner {
 public:
  void see(const std::string& value) {
    const std::optional<double> number = number_of(value);
    all_numbers_ = all_numbers_ && number;
    texts_.insert({value, number.value_or(0)});
  }
  bool all_numbers() const { return all_numbers_; }
  /// First come, first served.
  bool add(const std::string& value) {
    return all_numbers_ ? add_to(by_number_, texts_.at(value), value) : add_to(by_text_, value, value);
  }
  int find(const std::string& value) const {
    return all_numbers_ ? found_in(by_number_, texts_.at(value)) : found_in(by_text_, value);
  }
  void add_ascending() {
    std::vector<std::pair<double, std::string>> ascending;
    for (const auto& [text, number] : texts_) ascending.push_back({all_numbers_ ? number : 0, text});
    std::stable_sort(ascending.begin(), ascending.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [number, text] : ascending) add(text);
  }
  const std::vector<std::string>& names() const { return names_; }
  std::vector<double> numbers() const {
    std::vector<double> numbers;
    for (const std::string& name : names_) numbers.push_back(texts_.at(name));
    return numbers;
  }

 private:
  template <typename Key>
  bool add_to(std::map<Key, int>& known, const Key& key, const std::string& name) {
    if (!known.insert({key, static_cast<int>(names_.size())}).second) return false;
    names_.push_back(name);
    return true;
  }
  template <typename Key>
  static int found_in(const std::map<Key, int>& known, const Key& key) {
    const auto found = known.find(key);
    return found == known.end() ? RatingTable::kMissing : found->second;
  }

  bool all_numbers_ = true;
  std::map<std::string, double> texts_;  ///< every value that was seen, and its number
  std::map<double, int> by_number_;
  std::map<std::string, int> by_text_;
  std::vector<std::string> names_;
};

}  // namespace

std::string_view id_of(Level level) {
  switch (level) {
    case Level::kNominal: return "nominal";
    case Level::kOrdinal: return "ordinal";
    case Level::kInterval: return "interval";
    case Level::kRatio: return "ratio";
  }
  return "";
}

std::optional<Level> level_from_id(std::string_view id) {
  for (const Level level : {Level::kNominal, Level::kOrdinal, Level::kInterval, Level::kRatio}) {
    if (id_of(level) == id) return level;
  }
  return std::nullopt;
}

Message message_of(Level level) {
  switch (level) {
    case Level::kNominal: return {"level.nominal", "nominal"};
    case Level::kOrdinal: return {"level.ordinal", "ordinal"};
    case Level::kInterval: return {"level.interval", "interval"};
    case Level::kRatio: return {"level.ratio", "ratio"};
  }
  return {};
}

RatingTable::RatingTable() : categories_(std::make_shared<const Categories>()) {}

Result<RatingTable> RatingTable::from_text(const std::vector<std::vector<std::string>>& rows,
                                           const std::vector<std::string>& order) {
  RatingTable table;
  table.units_ = rows.size();
  table.raters_ = rows.empty() ? 0 : rows.front().size();
  std::vector<std::string> values;
  values.reserve(table.units_ * table.raters_);
  Interner interner;
  for (const auto& row : rows) {
    if (row.size() != table.raters_) {
      return Error{ErrorCode::kInvalidArgument,
                   "agreement.ragged",
                   "units have ratings of {0} and of {1|rater}",
                   {table.raters_, row.size()}};
    }
    for (const std::string& cell : row) {
      values.push_back(value_of(cell));
      if (!values.back().empty()) interner.see(values.back());
    }
  }
  std::vector<std::string> wanted;
  for (const std::string& name : order) {
    wanted.push_back(value_of(name));
    interner.see(wanted.back());
  }
  for (const std::string& name : wanted) {
    if (!interner.add(name))
      return Error{ErrorCode::kInvalidArgument, "agreement.order_twice", "the order names '{0}' twice", {name}};
  }
  if (order.empty()) interner.add_ascending();
  table.cells_.reserve(values.size());
  for (const std::string& value : values) {
    const int category = value.empty() ? kMissing : interner.find(value);
    if (!value.empty() && category == kMissing)
      return Error{ErrorCode::kInvalidArgument, "agreement.order_lacks", "the order lacks the value '{0}'", {value}};
    table.cells_.push_back(category);
  }
  Categories categories;
  categories.names = interner.names();
  if (interner.all_numbers()) categories.numbers = interner.numbers();
  categories.ordered = interner.all_numbers() || !order.empty();
  table.categories_ = std::make_shared<const Categories>(std::move(categories));
  return table;
}

std::size_t RatingTable::ratings() const {
  return cells_.size() - static_cast<std::size_t>(std::count(cells_.begin(), cells_.end(), kMissing));
}

bool RatingTable::allows(Level level) const {
  const Categories& known = *categories_;
  const bool numbers = known.numbers.size() == known.names.size();
  switch (level) {
    case Level::kNominal: return true;
    case Level::kOrdinal: return known.ordered || known.names.empty();
    case Level::kInterval: return numbers;
    case Level::kRatio:
      return numbers && std::all_of(known.numbers.begin(), known.numbers.end(), [](double n) { return n >= 0; });
  }
  return false;
}

Status RatingTable::require(Level level) const {
  if (allows(level)) return {};
  const std::vector<std::string>& names = categories();
  const auto no_number = std::find_if(names.begin(), names.end(), [](auto& name) { return !number_of(name); });
  if (no_number == names.end())
    return Error{ErrorCode::kInvalidArgument, "agreement.below_zero", "ratio needs numbers that are not below 0"};
  if (level == Level::kOrdinal) {
    return Error{ErrorCode::kInvalidArgument,
                 "agreement.no_order",
                 "ordinal needs numbers, or the order of the words; '{0}' is no number",
                 {*no_number}};
  }
  return Error{ErrorCode::kInvalidArgument,
               "agreement.no_number",
               "{0} needs numbers; '{1}' is no number",
               {message_of(level), *no_number}};
}

RatingTable RatingTable::of_units(const std::vector<std::size_t>& units) const {
  RatingTable table;
  table.categories_ = categories_;
  table.units_ = units.size();
  table.raters_ = raters_;
  table.cells_.reserve(units.size() * raters_);
  for (const std::size_t unit : units) {
    const auto from = cells_.begin() + static_cast<std::ptrdiff_t>(unit * raters_);
    table.cells_.insert(table.cells_.end(), from, from + static_cast<std::ptrdiff_t>(raters_));
  }
  return table;
}

}  // namespace jaedan::labeling
