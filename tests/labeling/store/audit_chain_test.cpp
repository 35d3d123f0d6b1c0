#include "labeling/store/audit_chain.h"

#include <gtest/gtest.h>

#include "labeling/store/audit_walk.h"
#include "labeling/store/log_seal.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

// The hashes were worked out apart from this program, as audit_chain.h shows it:
//   net = lambda text: b"%d:%b," % (len(text.encode()), text.encode())
//   hashlib.sha256(b"".join(map(net, ["", "1", "2026-01-31T23:59:59.123Z", "김민지", …]))).hexdigest()
const std::string kFirstHash = "9cc62732b76b2c5376b38630531dbb3f46ca86546c810d586c8b503d0e480e98";
const std::string kSecondHash = "8bea4e9a4b755c263a87c6567a6748fe3f9a3ddfb92f6803eb5bac8946e076b6";

LogRecord first_record() {
  LogRecord record;
  record.number = 1;
  record.at = "2026-01-31T23:59:59.123Z";
  record.note = {"김민지", "draw", "annotator"};
  record.program = "jaedan 0.1.0";
  record.subject = LogSubject::of_photo(PhotoId{5});
  record.revision = 1;
  record.after = R"({"photo":5})";
  return record;
}

LogRecord second_record() {
  LogRecord record;
  record.number = 2;
  record.at = "2026-02-01T00:00:00.000Z";
  record.note = {"boss", "promote", "manager"};
  record.program = "jaedan 0.1.0";
  record.subject = {SubjectKind::kModel, "net-2"};
  record.after = R"({"champion":"net-2"})";
  return record;
}

TEST(AuditChain, ARecordHasTheFormThatIsWrittenDown) {
  EXPECT_EQ(canonical_form(first_record(), ""),
            "0:,1:1,24:2026-01-31T23:59:59.123Z,9:김민지,9:annotator,4:draw,12:jaedan 0.1.0,5:photo,0:,1:5,1:1,"
            "11:{\"photo\":5},");
  EXPECT_EQ(canonical_form(second_record(), kFirstHash),
            "64:" + kFirstHash +
                ",1:2,24:2026-02-01T00:00:00.000Z,4:boss,7:manager,7:promote,12:jaedan 0.1.0,5:model,5:net-2,0:,0:,"
                "20:{\"champion\":\"net-2\"},");
}

TEST(AuditChain, AHashIsTheOneThatAnotherProgramWorksOut) {
  EXPECT_EQ(chain_hash(first_record(), ""), kFirstHash);
  EXPECT_EQ(chain_hash(second_record(), kFirstHash), kSecondHash);
}

TEST(AuditWalk, SaysWhereTimeRunsBackwardsAndCallsItNoDamage) {
  AuditWalk walk(std::nullopt, "");
  std::string hash;
  std::int64_t number = 0;
  const auto write = [&](const std::string& at) {
    LogRecord record = second_record();
    record.number = ++number;
    record.at = at;
    record.hash = hash = chain_hash(record, hash);
    walk.take(record);
  };
  write("2026-02-01T00:30:00.000Z");
  write("2026-02-01T00:00:00.000Z");  // another machine's clock
  EXPECT_TRUE(walk.warnings().empty());
  write("2028-11-01T00:00:00.000Z");
  write("2026-02-01T00:00:01.000Z");
  write("2028-11-01T00:00:02.000Z");
  write("2026-02-01T00:00:03.000Z");
  EXPECT_TRUE(walk.finish().empty());
  ASSERT_EQ(walk.warnings().size(), 1u);
  const std::string said = walk.warnings().front().text();
  EXPECT_NE(said.find("backwards in 2 places"), std::string::npos) << said;
  EXPECT_NE(said.find("record 4 (model net-2, promote, boss, 2026-02-01T00:00:01.000Z) comes after one of 2028-11-01"),
            std::string::npos)
      << said;
}

TEST(AuditChain, EveryFieldIsInTheHash) {
  const LogRecord record = first_record();
  const auto differs = [&](auto change) {
    LogRecord changed = record;
    change(changed);
    return chain_hash(changed, "") != kFirstHash;
  };
  EXPECT_TRUE(differs([](LogRecord& r) { r.number = 2; }));
  EXPECT_TRUE(differs([](LogRecord& r) { r.at[3] = '7'; }));
  EXPECT_TRUE(differs([](LogRecord& r) { r.note.who = "김민"; }));
  EXPECT_TRUE(differs([](LogRecord& r) { r.note.role = "manager"; }));
  EXPECT_TRUE(differs([](LogRecord& r) { r.note.action = "label"; }));
  EXPECT_TRUE(differs([](LogRecord& r) { r.program = "jaedan 0.2.0"; }));
  EXPECT_TRUE(differs([](LogRecord& r) { r.subject.kind = SubjectKind::kTask; }));
  EXPECT_TRUE(differs([](LogRecord& r) { r.subject.name = "x"; }));
  EXPECT_TRUE(differs([](LogRecord& r) { r.subject.photo = PhotoId{6}; }));
  EXPECT_TRUE(differs([](LogRecord& r) { r.revision = 2; }));
  EXPECT_TRUE(differs([](LogRecord& r) { r.after += ' '; }));
  EXPECT_NE(chain_hash(record, kSecondHash), kFirstHash);
  EXPECT_FALSE(differs([](LogRecord& r) { r.hash = "anything"; }));
}

TEST(AuditChain, AFieldCannotFlowIntoTheNext) {
  LogRecord a = first_record();
  a.note = {"mina,5:x", "draw", "r"};
  LogRecord b = first_record();
  b.note = {"mina", "draw", "x,1:r"};
  EXPECT_NE(canonical_form(a, ""), canonical_form(b, ""));
}

TEST(AuditChain, EveryKindOfSubjectHasAnIdThatReadsBack) {
  for (const SubjectKind kind : {SubjectKind::kPhoto, SubjectKind::kUser, SubjectKind::kTask, SubjectKind::kModel,
                                 SubjectKind::kSnapshot, SubjectKind::kSetting}) {
    EXPECT_EQ(subject_kind_from(id_of(kind)), kind);
  }
}

TEST(LogSeal, ReadsBackWhatItWrote) {
  const LogSeal seal{
      "봄 시즌.jaedan", {12, kFirstHash}, "2026-01-31T23:59:59.123Z", "jaedan 0.1.0", "2026-01-01T00:00:00.000Z"};
  ASSERT_OK_AND_ASSIGN(const LogSeal again, seal_from_json(seal_to_json(seal)));
  EXPECT_EQ(again.project, seal.project);
  EXPECT_EQ(again.head.count, 12);
  EXPECT_EQ(again.head.hash, kFirstHash);
  EXPECT_EQ(again.at, seal.at);
  EXPECT_EQ(again.program, seal.program);
  EXPECT_EQ(again.made, seal.made);
  EXPECT_OK(seal_from_json(seal_to_json({"p", {}, "2026", "jaedan"})));  // of an empty log
}

TEST(LogSeal, OfAnythingElseIsRefused) {
  const std::string good = seal_to_json({"p", {1, kFirstHash}, "2026", "jaedan"});
  const auto with = [&](const std::string& what, const std::string& instead) {
    std::string text = good;
    return text.replace(text.find(what), what.size(), instead);
  };
  for (const std::string& text :
       {std::string(), std::string("{}"), std::string("[1]"), std::string("no JSON"),
        with("\"jaedan_seal\": 1", "\"jaedan_seal\": 2"), with("\"count\": 1", "\"count\": -1"),
        with("\"count\": 1", "\"count\": \"1\""), with("\"count\": 1", "\"count\": 1.5"), with(kFirstHash, "abc"),
        with("\"at\"", "\"when\"")}) {
    SCOPED_TRACE(text);
    EXPECT_ERROR(seal_from_json(text), ErrorCode::kCorrupt);
  }
}

}  // namespace
}  // namespace jaedan::labeling
