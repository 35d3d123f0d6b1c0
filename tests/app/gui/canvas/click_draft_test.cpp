#include "app/gui/canvas/click_draft.h"

#include <gtest/gtest.h>

namespace jaedan::gui {
namespace {

using inference::Click;

const Region kSmall{{{{0, 0}, {10, 0}, {10, 10}}}};
const Region kLarge{{{{0, 0}, {90, 0}, {90, 90}}}};
const PhotoId kPhoto{7};

ClickWord add(double x) { return Click{{x, 1}, true}; }

TEST(ClickDraft, WaitsForTheAnswerToAllThatWasSaid) {
  ClickDraft draft;
  EXPECT_FALSE(draft.under_way());
  EXPECT_FALSE(draft.waits());
  draft.say(add(1));
  const ClickQuestion first = draft.question(kPhoto, std::nullopt);
  draft.say(add(2));
  const ClickQuestion both = draft.question(kPhoto, std::nullopt);
  EXPECT_EQ(both.said.size(), 2U);
  draft.answer(first, kSmall, std::nullopt);
  EXPECT_EQ(draft.region(), kSmall);  // shown meanwhile
  EXPECT_TRUE(draft.waits());
  draft.answer(both, kLarge, std::nullopt);
  EXPECT_EQ(draft.region(), kLarge);
  EXPECT_FALSE(draft.waits());
}

TEST(ClickDraft, EnterHoldsUntilTheAnswerIsThere) {
  ClickDraft draft;
  draft.say(add(1));
  draft.accept_when_ready();
  EXPECT_FALSE(draft.is_accepted());
  draft.answer(draft.question(kPhoto, std::nullopt), kSmall, std::nullopt);
  EXPECT_TRUE(draft.is_accepted());
  draft.say(add(2));  // a further click: not yet, after all
  draft.answer(draft.question(kPhoto, std::nullopt), kLarge, std::nullopt);
  EXPECT_FALSE(draft.is_accepted());
}

TEST(ClickDraft, TheLastWordIsTakenBackAndBroughtBack) {
  ClickDraft draft({}, {kLarge, {}, {}});
  EXPECT_FALSE(draft.take_back());
  draft.say(add(1));
  draft.answer(draft.question(kPhoto, std::nullopt), kSmall, std::nullopt);
  EXPECT_TRUE(draft.take_back());
  EXPECT_EQ(draft.region(), kLarge);  // what there was to correct
  EXPECT_FALSE(draft.waits());
  EXPECT_FALSE(draft.under_way());
  EXPECT_TRUE(draft.bring_back());
  EXPECT_FALSE(draft.bring_back());
  EXPECT_TRUE(draft.waits());
  draft.take_back();
  draft.say(add(5));
  EXPECT_FALSE(draft.bring_back());  // something else was said
}

TEST(ClickDraft, AnAnswerThatComesTooLateIsLetGo) {
  ClickDraft draft;
  draft.say(add(1));
  const ClickQuestion question = draft.question(kPhoto, std::nullopt);
  draft.take_back();
  draft.answer(question, kSmall, std::nullopt);
  EXPECT_TRUE(draft.region().empty());
  draft = ClickDraft({}, {kLarge, {}, {}});
  draft.say(add(1));
  draft.answer(question, kSmall, std::nullopt);  // of another object
  EXPECT_EQ(draft.region(), kLarge);
}

TEST(ClickDraft, WhatCannotBeAnsweredWasNotSaid) {
  ClickDraft draft;
  draft.say(add(1));
  draft.answer(draft.question(kPhoto, std::nullopt), kSmall, std::nullopt);
  draft.say(add(2));
  draft.accept_when_ready();
  draft.refused(draft.question(kPhoto, std::nullopt));
  EXPECT_EQ(draft.said().size(), 1U);
  EXPECT_EQ(draft.region(), kSmall);
  EXPECT_FALSE(draft.accept_is_asked());
  draft.refused(draft.question(kPhoto, Click{{3, 3}, true}));  // a preview that failed costs nothing
  EXPECT_EQ(draft.said().size(), 1U);
}

TEST(ClickDraft, APreviewBelongsToWhatWasSaid) {
  ClickDraft draft({}, {kSmall, {}, {}});
  const ClickQuestion hover = draft.question(kPhoto, Click{{50, 50}, true});
  draft.answer(hover, {}, kLarge);
  ASSERT_TRUE(draft.maybe());
  EXPECT_EQ(*draft.maybe(), kLarge);
  EXPECT_EQ(draft.region(), kSmall);
  draft.say(add(1));
  EXPECT_FALSE(draft.maybe());
  draft.answer(hover, {}, kLarge);
  EXPECT_FALSE(draft.maybe());
}

}  // namespace
}  // namespace jaedan::gui
