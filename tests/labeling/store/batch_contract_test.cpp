#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::full_annotation;
using testing::StoreContract;

class StoreBatch : public StoreContract {};
JAEDAN_FOR_ALL_STORES(StoreBatch);

const Error kStop{ErrorCode::kCancelled, "stop"};

TEST_P(StoreBatch, KeepsAllOfWhatSucceeded) {
  PhotoId id;
  ASSERT_OK(store().batch([&]() -> Status {
    id = add_photo("a");
    JAEDAN_RETURN_IF_ERROR(store().set_source_file(id, "bytes"));
    JAEDAN_RETURN_IF_ERROR(store().save(full_annotation(id), {"mina", "import"}, std::string("history")));
    EXPECT_EQ(load(id).revision, 1) << "a batch sees its own changes";
    return {};
  }));
  EXPECT_EQ(load(id).garments.size(), 2u);
  EXPECT_EQ(*store().source_file(id), "bytes");
  EXPECT_EQ(*store().history(id), "history");
  EXPECT_EQ(*store().verify(), std::vector<std::string>{});
}

TEST_P(StoreBatch, KeepsNothingOfWhatFailed) {
  const PhotoId before = add_photo("before");
  EXPECT_ERROR(store().batch([&]() -> Status {
    add_photo("a");
    EXPECT_OK(store().save(full_annotation(before), {"newcomer", "edit"}));
    EXPECT_OK(store().set_setting("key", "value"));
    return kStop;
  }),
               ErrorCode::kCancelled);
  EXPECT_EQ(*store().count({}), 1);
  EXPECT_EQ(load(before).revision, 0);
  EXPECT_EQ(*store().setting("key"), "");
  save(full_annotation(before), "newcomer");  // words of the failed batch are stored again
  EXPECT_EQ(*store().verify(), std::vector<std::string>{});
}

TEST_P(StoreBatch, GoesOnBehindACallThatFailed) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  ASSERT_OK(store().batch([&]() -> Status {
    EXPECT_OK(store().save(full_annotation(a), {"mina", "edit"}));
    EXPECT_ERROR(store().save_all({full_annotation(b), full_annotation(a)}, {"mina", "edit"}), ErrorCode::kConflict);
    EXPECT_ERROR(store().photo(PhotoId{99}), ErrorCode::kNotFound);
    EXPECT_OK(store().set_setting("key", "value"));
    return {};
  }));
  EXPECT_EQ(load(a).revision, 1);
  EXPECT_EQ(load(b).revision, 0) << "the call that failed changed nothing";
  EXPECT_EQ(*store().setting("key"), "value");
}

TEST_P(StoreBatch, CannotRunInsideAnother) {
  ASSERT_OK(store().batch([&]() -> Status {
    add_photo("a");
    EXPECT_ERROR(store().batch([]() -> Status { return {}; }), ErrorCode::kInvalidArgument);
    return {};
  }));
  EXPECT_EQ(*store().count({}), 1);
  ASSERT_OK(store().batch([]() -> Status { return {}; }));
}

TEST_P(StoreBatch, IsSeenByOthersOnlyWhenItIsDone) {
  if (!GetParam().keeps) GTEST_SKIP() << "memory has one connection";
  const auto other = another_connection();
  ASSERT_OK(store().batch([&]() -> Status {
    add_photo("a");
    EXPECT_EQ(*other->count({}), 0);
    return {};
  }));
  EXPECT_EQ(*other->count({}), 1);
}

}  // namespace
}  // namespace jaedan::labeling
