#pragma once

#include <functional>
#include <string>
#include <vector>

#include "labeling/store/quality/measure_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// A row of quality_sum in SOCI's types.
class SumRow {
 public:
  /// Adds the values to those that the key has.
  static std::string upsert();

  /// Binds all of it to a statement of `upsert`, in its order.
  void use(soci::statement& statement);
  void set(const QualityKey& key, const QualityValue& value);

  /// Binds what a query finds: the key's columns of `told`, then all values.
  struct Told {
    bool person = true;  ///< user and stage
    bool cell = true;    ///< part, attribute and word
  };
  void into(soci::statement& statement, Told told);
  QualityKey key(QualityKind kind) const;
  QualityValue value() const;

 private:
  int kind_ = 0;
  long long user_ = 0;
  int stage_ = -1;
  int part_ = 0;
  std::string attribute_;
  std::string word_;
  long long values_[11] = {};  ///< QualityValue, in its order
};

void for_each_quality_sum(Connection& connection, const QualityQuery& query,
                          const std::function<void(const QualityRowOfSums&)>& take);
/// The query behind it: a range of the key.
std::string quality_sums_query(const QualityQuery& query);
/// Every row of every kind.
void for_each_sum_row(Connection& connection, const std::function<void(const QualityKey&, const QualityValue&)>& take);

std::vector<MeasuredIou> measured_ious(Connection& connection, UserId user, int most);
/// The query behind it, of all people where `of_one` is false: walks the keys of those who have few.
std::string measured_ious_query(bool of_one);
std::vector<double> panel_ious(Connection& connection, int limit);

}  // namespace jaedan::labeling::sql
