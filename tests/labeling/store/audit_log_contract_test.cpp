// The change log as a whole, of every kind of store.
#include <algorithm>

#include "labeling/store/audit_chain.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::full_annotation;
using testing::problems_of;
using testing::StoreContract;

class AuditLogContract : public StoreContract {
 protected:
  std::vector<LogRecord> search(const LogQuery& query, int limit = 1000) {
    auto found = store().search_log(query, std::nullopt, limit);
    EXPECT_OK(found);
    return found.ok() ? *found : std::vector<LogRecord>();
  }
  std::vector<std::int64_t> numbers(const LogQuery& query) {
    std::vector<std::int64_t> numbers;
    for (const LogRecord& record : search(query)) numbers.push_back(record.number);
    return numbers;
  }
};
JAEDAN_FOR_ALL_STORES(AuditLogContract);

using Numbers = std::vector<std::int64_t>;

TEST_P(AuditLogContract, AFreshProjectHasAnEmptyLog) {
  ASSERT_OK_AND_ASSIGN(const LogHead head, store().log_head());
  EXPECT_EQ(head.count, 0);
  EXPECT_EQ(head.hash, "");
  EXPECT_ERROR(store().log_hash(1), ErrorCode::kNotFound);
  EXPECT_TRUE(search({}).empty());
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
}

TEST_P(AuditLogContract, EverythingThatIsChangedIsOneChainWithoutGaps) {
  const PhotoId a = add_photo("a");
  save(full_annotation(a), "미나");
  ASSERT_OK(store().push_champion("net-1", {"boss", "promote", "manager"}));
  ASSERT_OK(store().update_photo({a, "a", "/new/a.jpg", 7, 9}, {"boss", "relocate", "manager"}));
  SnapshotInfo snapshot;
  snapshot.hash = "abc";
  snapshot.who = "boss";
  ASSERT_OK(store().add_snapshot(snapshot, {"boss", "snapshot", "manager"}));
  ASSERT_OK(store().pop_champion({"boss", "rollback", "manager"}));
  ASSERT_OK(store().append_to_log({SubjectKind::kUser, "준"}, {"boss", "add_user", "manager"}, R"({"roles":[]})"));

  std::vector<LogRecord> records = search({});
  ASSERT_EQ(records.size(), 6u);
  std::reverse(records.begin(), records.end());
  std::string before;
  for (std::size_t i = 0; i < records.size(); ++i) {
    EXPECT_EQ(records[i].number, static_cast<std::int64_t>(i) + 1);
    EXPECT_EQ(records[i].hash, chain_hash(records[i], before)) << i;
    EXPECT_EQ(*store().log_hash(records[i].number), records[i].hash);
    before = records[i].hash;
  }
  ASSERT_OK_AND_ASSIGN(const LogHead head, store().log_head());
  EXPECT_EQ(head.count, 6);
  EXPECT_EQ(head.hash, before);
  EXPECT_EQ(records[0].note.who, "미나");
  EXPECT_EQ(records[0].revision, 1);
  EXPECT_EQ(records[1].subject.name, "net-1");
  EXPECT_EQ(records[1].after, R"({"champion":"net-1"})");
  EXPECT_EQ(records[1].note.role, "manager");
  EXPECT_EQ(records[2].subject.photo, a);
  EXPECT_EQ(records[2].revision, 0);
  EXPECT_EQ(records[2].after, R"({"path":"/new/a.jpg","width":7,"height":9})");
  EXPECT_EQ(records[3].subject.kind, SubjectKind::kSnapshot);
  EXPECT_EQ(records[4].after, R"({"champion":null})");
  EXPECT_EQ(records[5].subject.name, "준");
  EXPECT_EQ(store().changes(a)->size(), 1u) << "only changes of its labels";
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
}

TEST_P(AuditLogContract, WhatFailedLeavesNoRecordAndNoGap) {
  const PhotoId a = add_photo("a");
  EXPECT_FALSE(store().save(full_annotation(PhotoId{9}), {"mina", "draw"}).ok());
  EXPECT_FALSE(store().pop_champion({"boss", "rollback"}).ok());
  const Status batch = store().batch([&]() -> Status {
    EXPECT_TRUE(store().save(full_annotation(a), {"mina", "draw"}).ok());
    EXPECT_TRUE(store().append_to_log({SubjectKind::kTask, "7", a}, {"mina", "claim"}, "{}").ok());
    return Error{ErrorCode::kCancelled, "test.stop", "stop"};
  });
  EXPECT_FALSE(batch.ok());
  EXPECT_EQ(store().log_head()->count, 0);
  save(full_annotation(a));
  EXPECT_EQ(numbers({}), Numbers{1});
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
}

TEST_P(AuditLogContract, ARecordNeedsWhatItIsAbout) {
  const ChangeNote note{"boss", "deed"};
  EXPECT_ERROR(store().append_to_log({SubjectKind::kUser, ""}, note, "{}"), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().append_to_log({SubjectKind::kPhoto, ""}, note, "{}"), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().append_to_log({SubjectKind::kUser, "\xff"}, note, "{}"), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().append_to_log({SubjectKind::kUser, "a"}, {"", "deed"}, "{}"), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().append_to_log({SubjectKind::kUser, "a"}, note, "\xff"), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().append_to_log(LogSubject::of_photo(PhotoId{9}), note, "{}"), ErrorCode::kNotFound);
  EXPECT_ERROR(store().append_to_log({SubjectKind::kTask, "1", PhotoId{9}}, note, "{}"), ErrorCode::kNotFound);
  EXPECT_EQ(store().log_head()->count, 0);
}

TEST_P(AuditLogContract, IsSearchedByPersonDeedPhotoAndSubject) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  ASSERT_OK(store().save(full_annotation(a), {"김", "draw"}));                                // 1
  ASSERT_OK(store().save(full_annotation(b), {"kim's", "draw"}));                             // 2
  ASSERT_OK(store().append_to_log({SubjectKind::kTask, "7", a}, {"김", "claim"}, "{}"));      // 3
  ASSERT_OK(store().append_to_log({SubjectKind::kModel, "net"}, {"boss", "promote"}, "{}"));  // 4
  ASSERT_OK(store().append_to_log({SubjectKind::kSetting, "net"}, {"boss", "set"}, "{}"));    // 5
  ASSERT_OK(store().append_to_log(LogSubject::of_photo(a), {"boss", "relocate"}, "{}"));      // 6
  EXPECT_EQ(numbers({}), (Numbers{6, 5, 4, 3, 2, 1}));
  EXPECT_EQ(numbers({"김"}), (Numbers{3, 1}));
  EXPECT_EQ(numbers({"kim's"}), (Numbers{2}));
  EXPECT_EQ(numbers({"nobody"}), Numbers{});
  EXPECT_EQ(numbers({"", "draw"}), (Numbers{2, 1}));
  EXPECT_EQ(numbers({"김", "draw"}), (Numbers{1}));
  LogQuery query;
  query.photo = a;
  EXPECT_EQ(numbers(query), (Numbers{6, 3, 1}));
  query.who = "boss";
  EXPECT_EQ(numbers(query), (Numbers{6}));
  query.action = "draw";
  EXPECT_EQ(numbers(query), Numbers{});
  query = {};
  query.kind = SubjectKind::kPhoto;
  EXPECT_EQ(numbers(query), (Numbers{6, 2, 1}));
  query.photo = a;
  EXPECT_EQ(numbers(query), (Numbers{6, 1}));
  query = {};
  query.kind = SubjectKind::kModel;
  EXPECT_EQ(numbers(query), (Numbers{4}));
  query.name = "net";
  EXPECT_EQ(numbers(query), (Numbers{4}));
  query.kind = SubjectKind::kSetting;
  EXPECT_EQ(numbers(query), (Numbers{5}));
  query.who = "김";
  EXPECT_EQ(numbers(query), Numbers{});
  query = {};
  query.kind = SubjectKind::kTask;
  query.photo = a;
  EXPECT_EQ(numbers(query), (Numbers{3}));
  query = {};
  query.name = "net";
  EXPECT_ERROR(store().search_log(query, std::nullopt, 10), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().search_log({}, std::nullopt, -1), ErrorCode::kInvalidArgument);
}

TEST_P(AuditLogContract, IsSearchedByTime) {
  const PhotoId a = add_photo("a");
  save(save(full_annotation(a)));
  const std::vector<LogRecord> records = search({});
  ASSERT_EQ(records.size(), 2u);
  LogQuery query;
  query.from = records[1].at;
  EXPECT_EQ(search(query).size(), 2u) << "not before";
  query.until = query.from;
  EXPECT_EQ(search(query).size(), 0u) << "the end is left out";
  query = {};
  query.until = records[0].at.substr(0, 10) + "~";
  EXPECT_GE(search(query).size(), 1u);
  query.until = "2001";
  EXPECT_TRUE(search(query).empty());
  query = {};
  query.from = "2999-01-01";
  EXPECT_TRUE(search(query).empty());
}

TEST_P(AuditLogContract, PagesFollowEachOtherWithoutGapOrRepetition) {
  const PhotoId a = add_photo("a");
  for (int i = 0; i < 10; ++i) {  // many within one millisecond
    ASSERT_OK(store().append_to_log(LogSubject::of_photo(a), {i % 2 == 0 ? "even" : "odd", "deed"}, "{}"));
  }
  for (const std::string who : {"", "even"}) {
    LogQuery query;
    query.who = who;
    const Numbers all = numbers(query);
    Numbers paged;
    std::optional<LogPlace> place;
    for (int page = 0; page < 10; ++page) {
      ASSERT_OK_AND_ASSIGN(const auto records, store().search_log(query, place, 3));
      for (const LogRecord& record : records) paged.push_back(record.number);
      if (records.empty()) break;
      place = LogPlace{records.back().at, records.back().number};
    }
    EXPECT_EQ(paged, all);
    EXPECT_EQ(all.size(), who.empty() ? 10u : 5u);
  }
  EXPECT_TRUE(search({}, 0).empty());
}

TEST_P(AuditLogContract, ACheckTellsHowFarItIsAndCanBeStopped) {
  save(full_annotation(add_photo("a")));
  std::int64_t told = 0;
  ASSERT_OK(store().verify_log({std::nullopt, [&](std::int64_t done, std::int64_t total) {
                                  EXPECT_EQ(total, 1);
                                  told = done;
                                  return true;
                                }}));
  EXPECT_EQ(told, 1);
  EXPECT_ERROR(store().verify_log({std::nullopt, [](std::int64_t, std::int64_t) { return false; }}),
               ErrorCode::kCancelled);
}

TEST_P(AuditLogContract, ASealHoldsAsLongAsTheLogOnlyGrows) {
  const PhotoId a = add_photo("a");
  LogSeal seal{"p", *store().log_head(), "2026-01-31T00:00:00.000Z", "jaedan"};
  EXPECT_TRUE(store().verify_log({seal, {}})->empty()) << "of an empty log";
  Annotation annotation = save(full_annotation(a));
  seal.head = *store().log_head();
  EXPECT_TRUE(store().verify_log({seal, {}})->empty());
  save(annotation);
  EXPECT_TRUE(store().verify_log({seal, {}})->empty());
  seal.head.hash = std::string(64, '0');
  EXPECT_EQ(store().verify_log({seal, {}})->size(), 1u);
  seal.head.count = 3;
  EXPECT_EQ(store().verify_log({seal, {}})->size(), 1u);
  ASSERT_OK_AND_ASSIGN(seal.made, store().project_made());
  EXPECT_EQ(store().verify_log({seal, {}})->front().key, "log.cut_off");
  for (const LogHead& head : {LogHead{}, seal.head}) {
    const LogSeal another{"q", head, "2026-01-31T00:00:00.000Z", "jaedan", "2001-01-01T00:00:00.000Z"};
    ASSERT_EQ(store().verify_log({another, {}})->size(), 1u);
    EXPECT_EQ(store().verify_log({another, {}})->front().key, "log.seal_of_another");
  }
}

}  // namespace
}  // namespace jaedan::labeling
