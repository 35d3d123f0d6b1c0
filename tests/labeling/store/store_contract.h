#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "labeling/store/store.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling::testing {

/// One way to make a Store. Every kind of store passes the same tests.
struct StoreKind {
  const char* name;
  bool keeps;  ///< another connection sees what was stored

  /// For GoogleTest's messages.
  friend void PrintTo(const StoreKind& kind, std::ostream* out) { *out << kind.name; }
};

std::vector<StoreKind> all_stores();

/// An empty store of the kind under test, with helpers that fail the test on the spot.
class StoreContract : public ::testing::TestWithParam<StoreKind> {
 protected:
  void SetUp() override;

  Store& store() { return *store_; }
  /// A second connection to the same project; only for kinds that keep.
  std::unique_ptr<Store> another_connection();
  /// Where it is, for those that keep.
  const std::string& project() const { return project_; }

  PhotoId add_photo(const std::string& name, int width = 100, int height = 200);
  /// Saves and returns what is stored then.
  Annotation save(const Annotation& annotation, const std::string& who = "mina");
  Annotation load(PhotoId id);
  std::vector<std::string> names(const PhotoFilter& filter);

 private:
  jaedan::testing::TemporaryFolder folder_;
  std::string project_;
  std::unique_ptr<Store> store_;
};

/// What `verify` says, or why it says nothing; empty for a healthy store.
std::vector<std::string> problems_of(Store& store);

/// A garment with a triangle and no values.
Garment garment(std::int64_t id, Part part);
AttributeValue value(const std::string& attribute, const std::string& value_id);
/// An annotation in which every field says something unusual: two rings, holes, Korean, quotes, line breaks,
/// numbers that have no short decimal form.
Annotation full_annotation(PhotoId photo);
Prediction prediction_with_scores(const std::vector<double>& scores);

#define JAEDAN_FOR_ALL_STORES(Suite)                                                  \
  INSTANTIATE_TEST_SUITE_P(Stores, Suite, ::testing::ValuesIn(testing::all_stores()), \
                           [](const auto& one) { return std::string(one.param.name); })

}  // namespace jaedan::labeling::testing
