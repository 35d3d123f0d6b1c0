#include "labeling/base/message.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace jaedan {
namespace {

TEST(Message, AWordIsAMessageThatNeedsNoTranslation) {
  EXPECT_EQ(Message("a.jpg").text(), "a.jpg");
  EXPECT_EQ(Message(std::size_t{12}).text(), "12");
  EXPECT_EQ(Message("a{0}.jpg").text(), "a{0}.jpg") << "only the sentences of the program have gaps";
  EXPECT_TRUE(Message().empty());
}

TEST(Message, GapsAreFilledInAnyOrderAndMoreThanOnce) {
  EXPECT_EQ(Message("x.y", "{1} of {0}, {1}", {"two", 1}).text(), "1 of two, 1");
}

TEST(Message, WhatFillsAGapIsNotReadForGaps) {
  EXPECT_EQ(Message("x.y", "{0} and {1}", {"{1}", "b"}).text(), "{1} and b");
}

TEST(Message, AGapWithoutAnArgumentAndOtherBracesStay) {
  EXPECT_EQ(Message("x.y", "{0} {1} {a} {", {"b"}).text(), "b {1} {a} {");
}

TEST(Message, ContextStandsInFront) {
  const Message inner("x.y", "{0} is odd", {3});
  const Message both = in_context({"x.photo", "photo {0}", {12}}, inner);
  EXPECT_EQ(both.text(), "photo 12: 3 is odd");
  EXPECT_EQ(both.key, "");
  EXPECT_EQ(both.without_context().key, "x.y");
  EXPECT_EQ(in_context("project", both).without_context().key, "x.y");
  EXPECT_EQ(inner.without_context().key, "x.y");
  EXPECT_EQ(joined({inner, inner}).without_context().key, "") << "several sentences have no key of their own";
}

TEST(Message, ANameInBothLanguagesIsEnglishHere) { EXPECT_EQ(name_in_both("colour", "색상").text(), "colour"); }

TEST(Message, SeveralAreJoined) {
  EXPECT_EQ(joined({"a"}).text(), "a");
  EXPECT_EQ(joined({"a", "b", "c"}).text(), "a; b; c");
  EXPECT_TRUE(joined({}).empty());
}

TEST(Message, TheSystemsWordsHaveKeys) {
  EXPECT_EQ(system_message(ENOENT).key, "system.not_there");
  EXPECT_EQ(system_message(ENOSPC).text(), "No space left on device");
  EXPECT_EQ(system_message(EDOM).key, "");
  EXPECT_FALSE(system_message(EDOM).text().empty());
}

}  // namespace
}  // namespace jaedan
