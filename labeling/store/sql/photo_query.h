#pragma once

#include <deque>
#include <string>
#include <variant>

#include "labeling/store/photo_catalogue.h"
#include "labeling/store/sql/dialect.h"

namespace jaedan::labeling::sql {

/// A PhotoFilter as SQL. The rarest thing that a filter asks for, a value or a part, drives the query through
/// its own index, in which photos lie in ascending order; everything else is looked up in the photo's
/// summary. So a page costs the same on page one and on page ten thousand, and nothing is ever sorted.
///
/// A list in another order walks along the index of that order and looks everything up, the value too (photo_list.cpp:
/// unless the filter finds few photos).
class PhotoQuery {
 public:
  /// What the query is for: photos in ascending id, in another order, or only their number.
  enum class Purpose { kList, kListInOrder, kCount };

  PhotoQuery(const PhotoFilter& filter, Purpose purpose, const Dialect& dialect);

  /// Column of the photo's id.
  const std::string& key() const { return key_; }
  /// Whether a photo may come several times, one after the other: two garments with the same value.
  bool repeats() const { return key_ != "p.id"; }
  /// Whether every photo passes.
  bool all_photos() const { return !repeats() && where_.empty(); }
  /// "from … where …"; more conditions may follow.
  std::string text() const { return from_ + where_; }

  /// Adds a condition with its one parameter, named `:name` in it.
  template <typename T>
  void require(const std::string& condition, const std::string& name, T value) {
    require(condition);
    parameters_.push_back({name, std::move(value)});
  }
  void require(const std::string& condition) { where_ += (where_.empty() ? " where " : " and ") + condition; }
  /// Adds a parameter that stands elsewhere in the statement.
  void parameter(const std::string& name, long long value) { parameters_.push_back({name, value}); }
  /// Hands the parameters to `statement`, which must not outlive the query.
  void bind(soci::statement& statement) const;

 private:
  struct Parameter {
    std::string name;
    std::variant<long long, double, std::string> value;
  };

  void drive_by(const std::string& index_table, bool with_photo);
  void look_up(const PhotoFilter& filter);
  void require_part(Part part);
  void require_of_photo(const PhotoFilter& filter, Purpose purpose, const Dialect& dialect);

  std::string key_ = "p.id";
  std::string from_ = "from photo p";
  std::string where_;
  std::deque<Parameter> parameters_;  // a deque, because SOCI keeps their addresses
};

}  // namespace jaedan::labeling::sql
