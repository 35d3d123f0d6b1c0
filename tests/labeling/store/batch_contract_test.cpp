#include <atomic>
#include <thread>

#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::full_annotation;
using testing::problems_of;
using testing::StoreContract;

class StoreBatch : public StoreContract {};
JAEDAN_FOR_ALL_STORES(StoreBatch);

/// What went wrong, usable where EXPECT_ERROR is not: inside a function that returns something.
template <typename T>
std::optional<ErrorCode> code_of(const Result<T>& result) {
  return result.ok() ? std::nullopt : std::optional<ErrorCode>(result.error().code);
}

TEST_P(StoreBatch, OneThatMayBeWrittenSaysSoAndChangesNothing) {
  const PhotoId id = add_photo("a");
  EXPECT_OK(store().may_write());
  ASSERT_OK(store().batch([&]() -> Status {
    JAEDAN_RETURN_IF_ERROR(store().may_write());
    return store().set_source_file(id, "bytes");
  }));
  EXPECT_OK(store().may_write());
  EXPECT_EQ(names({}), std::vector<std::string>{"a"});
}

TEST_P(StoreBatch, KeepsAllOfWhatSucceeded) {
  PhotoId id;
  const Status batch = store().batch([&]() -> Status {
    id = add_photo("a");
    JAEDAN_RETURN_IF_ERROR(store().set_source_file(id, "bytes"));
    JAEDAN_RETURN_IF_ERROR(store().save(full_annotation(id), {"mina", "import"}, std::string("history")));
    EXPECT_EQ(load(id).revision, 1) << "a batch sees its own changes";
    return {};
  });
  ASSERT_OK(batch);
  EXPECT_EQ(load(id).garments.size(), 2u);
  EXPECT_EQ(*store().source_file(id), "bytes");
  EXPECT_EQ(*store().history(id), "history");
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
}

TEST_P(StoreBatch, KeepsNothingOfWhatFailed) {
  const PhotoId before = add_photo("before");
  const Status batch = store().batch([&]() -> Status {
    add_photo("a");
    EXPECT_TRUE(store().save(full_annotation(before), {"newcomer", "edit"}).ok());
    EXPECT_TRUE(store().push_champion("net-1", {"boss", "promote"}).ok());
    return Error{ErrorCode::kCancelled, "test.stop", "stop"};
  });
  EXPECT_ERROR(batch, ErrorCode::kCancelled);
  EXPECT_EQ(*store().count({}), 1);
  EXPECT_EQ(load(before).revision, 0);
  EXPECT_TRUE(store().champions()->empty());
  save(full_annotation(before), "newcomer");  // words of the failed batch are stored again
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
}

TEST_P(StoreBatch, GoesOnBehindACallThatFailed) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  const Status batch = store().batch([&]() -> Status {
    EXPECT_TRUE(store().save(full_annotation(a), {"mina", "edit"}).ok());
    EXPECT_EQ(code_of(store().save_all({full_annotation(b), full_annotation(a)}, {"mina", "edit"})),
              ErrorCode::kConflict);
    EXPECT_EQ(code_of(store().photo(PhotoId{99})), ErrorCode::kNotFound);
    EXPECT_TRUE(store().push_champion("net-1", {"boss", "promote"}).ok());
    return {};
  });
  ASSERT_OK(batch);
  EXPECT_EQ(load(a).revision, 1);
  EXPECT_EQ(load(b).revision, 0) << "the call that failed changed nothing";
  EXPECT_EQ(*store().champions(), std::vector<std::string>{"net-1"});
}

TEST_P(StoreBatch, CannotRunInsideAnother) {
  const Status batch = store().batch([&]() -> Status {
    add_photo("a");
    EXPECT_EQ(code_of(store().batch([]() -> Status { return {}; })), ErrorCode::kInvalidArgument);
    return {};
  });
  ASSERT_OK(batch);
  EXPECT_EQ(*store().count({}), 1);
  ASSERT_OK(store().batch([]() -> Status { return {}; }));
}

TEST_P(StoreBatch, IsSeenByOthersOnlyWhenItIsDone) {
  if (!GetParam().keeps) GTEST_SKIP() << "memory has one connection";
  const auto other = another_connection();
  const Status batch = store().batch([&]() -> Status {
    add_photo("a");
    EXPECT_EQ(*other->count({}), 0);
    return {};
  });
  ASSERT_OK(batch);
  EXPECT_EQ(*other->count({}), 1);
}

TEST_P(StoreBatch, IsOneMomentForThreadsThatShareTheStore) {
  std::vector<PhotoId> photos;
  for (const char* name : {"a", "b", "c"}) photos.push_back(add_photo(name));
  std::atomic<int> done{0};
  std::vector<std::thread> threads;
  for (const PhotoId photo : photos) {
    threads.emplace_back([&, photo] {
      for (std::int64_t round = 0; round < 10; ++round) {
        EXPECT_OK(store().batch([&]() -> Status {
          JAEDAN_RETURN_IF_ERROR(store().set_source_file(photo, "begun"));
          Annotation next = *store().annotation(photo);
          JAEDAN_RETURN_IF_ERROR(store().save(next, {"mina", "edit"}));
          return store().set_source_file(photo, "done");
        }));
      }
      ++done;
    });
  }
  while (done < 3) {
    for (const PhotoId photo : photos) EXPECT_NE(*store().source_file(photo), "begun");
  }
  for (std::thread& thread : threads) thread.join();
  for (const PhotoId photo : photos) EXPECT_EQ(load(photo).revision, 10);
}

}  // namespace
}  // namespace jaedan::labeling
