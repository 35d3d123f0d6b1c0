// Measures of answers are kept, added up, and made anew when what they were measured by changes: on every kind of
// store.
#include "tests/labeling/store/quality/measures_contract.h"

namespace jaedan::labeling {
namespace {

using StoreMeasures = testing::MeasuresContract;
JAEDAN_FOR_ALL_STORES(StoreMeasures);

TEST_P(StoreMeasures, WhatIsSubmittedWaitsUntilItIsMeasuredAndIsAddedUp) {
  control("a");
  control("b");
  EXPECT_EQ(store().waiting_measures()->all(), 0);
  const AnswerId first = answers_control(kim());
  const AnswerId second = answers_control(kim());
  const AnswerId lees = answers_control(lee());
  ASSERT_EQ(waiting().size(), 3u);
  EXPECT_EQ(waiting().front().answer, first);
  EXPECT_EQ(store().waiting_measures()->answers, 3);
  keep(first, drawn(0.75));
  keep(second, drawn(0.25));
  keep(lees, std::nullopt);
  EXPECT_TRUE(waiting().empty());

  QualitySums kept = sums(QualityKind::kControl);
  ASSERT_EQ(kept.size(), 3u) << "kim's, kim's tops, lee's";
  const QualityValue kims = kept[key(QualityKind::kControl, kim(), 0)];
  EXPECT_EQ(kims.n, 2);
  EXPECT_EQ(kims.ious, 2);
  EXPECT_DOUBLE_EQ(iou_of_units(kims.iou), 1);
  EXPECT_DOUBLE_EQ(iou_of_units(kims.squares), 0.625);
  const QualityValue tops = kept[key(QualityKind::kControl, kim(), 0, static_cast<int>(Part::kTop))];
  EXPECT_EQ(tops.matched, 2);
  EXPECT_EQ(tops.same, 1);
  EXPECT_DOUBLE_EQ(iou_of_units(tops.outline_iou), 1);
  EXPECT_EQ(kept[key(QualityKind::kControl, lee(), 0)].unknown, 1);
  EXPECT_EQ(kept[key(QualityKind::kControl, lee(), 0)].n, 0);
  EXPECT_EQ(sums({QualityKind::kControl, lee()}).size(), 1u);

  keep(first, labelled(1, 2));
  kept = sums(QualityKind::kControl);
  EXPECT_EQ(kept[key(QualityKind::kControl, kim(), 0)].ious, 1) << "the other measure is gone";
  const QualityValue colours = kept[key(QualityKind::kControl, kim(), 0, static_cast<int>(Part::kTop), "colour")];
  EXPECT_EQ(colours.right, 1);
  EXPECT_EQ(colours.asked, 2);
  QualitySums whole = sums({QualityKind::kControl, {}, true});
  ASSERT_EQ(whole.size(), 2u);
  EXPECT_EQ(whole[key(QualityKind::kControl, kim(), 0)].n, 2);
  EXPECT_EQ(whole[key(QualityKind::kControl, kim(), 0)].asked, 3) << "colours and the style";
  EXPECT_ERROR(store().keep_measure(AnswerId{99}, 0, drawn(1)), ErrorCode::kNotFound);
}

TEST_P(StoreMeasures, ATruthThatChangesTakesWhatWasMeasuredByItOut) {
  const PhotoId photo = control("a");
  const AnswerId answer = answers_control(kim());
  const auto is_measured_anew = [&](const char* after_what) {
    EXPECT_EQ(waiting().size(), 1u) << after_what;
    EXPECT_TRUE(sums(QualityKind::kControl).empty()) << after_what;
    keep(answer, drawn(0.5));
    EXPECT_EQ(sums(QualityKind::kControl).size(), 2u) << after_what;
  };
  is_measured_anew("submitted");
  ASSERT_OK(store().save(load(photo), {"boss", "arrange"}));
  EXPECT_TRUE(waiting().empty()) << "the control keeps its truth, whatever the photo says";
  ASSERT_OK(store().set_control(control_of(photo)));
  is_measured_anew("set again");
  Control basic = control_of(photo);
  basic.stage = Stage::kBasic;
  ASSERT_OK(store().set_control(basic));
  EXPECT_TRUE(waiting().empty()) << "of another stage";
  ASSERT_OK(store().remove_control(photo));
  is_measured_anew("removed");
  ASSERT_OK(store().save(load(photo), {"boss", "arrange"}));
  is_measured_anew("what is approved changed");
  Annotation changed = load(photo);
  changed.state = WorkflowState::kChanged;
  ASSERT_OK(store().save(changed, {"boss", "draw"}));
  is_measured_anew("it is approved no more");
  ASSERT_OK(store().save(load(photo), {"boss", "draw"}));
  EXPECT_TRUE(waiting().empty()) << "nobody's truth";
  ASSERT_OK(store().save(approved(photo), {"boss", "approve"}));
  is_measured_anew("approved again");
  ASSERT_OK(store().scale_answers(photo, 2, 2));
  is_measured_anew("scaled");
  Photo larger = *store().photo(photo);
  larger.width *= 2;
  ASSERT_OK(store().update_photo(larger, {"boss", "rescale"}));
  is_measured_anew("of another size");
  ASSERT_OK(store().update_photo(larger, {"boss", "rescale"}));
  EXPECT_TRUE(waiting().empty());
}

TEST_P(StoreMeasures, AMeasureThatComesTooLateIsDropped) {
  const PhotoId photo = control("a");
  const AnswerId answer = answers_control(kim());
  const WaitingAnswer before = waiting().front();
  ASSERT_OK(store().set_control(control_of(photo)));
  EXPECT_FALSE(*store().keep_measure(answer, before.ticket, drawn(0.1))) << "by a truth of before";
  EXPECT_TRUE(sums(QualityKind::kControl).empty());
  const WaitingAnswer now = waiting().front();
  EXPECT_NE(now.ticket, before.ticket);
  EXPECT_TRUE(*store().keep_measure(answer, now.ticket, drawn(0.9)));
  EXPECT_FALSE(*store().keep_measure(answer, now.ticket, drawn(0.8))) << "somebody else measured it";
  EXPECT_DOUBLE_EQ(store().measured_ious({}, 10)->front().iou, 0.9);
}

TEST_P(StoreMeasures, PanelsAreMeasuredAnewWithEachAnswerAndForgottenWhenTakenBack) {
  const Panel two = panel("x", 2);
  const Panel one = panel("y", 1);
  ASSERT_EQ(waiting_panels().size(), 2u);
  EXPECT_EQ(waiting_panels()[0].panel, two.id);
  EXPECT_TRUE(*store().keep_measure(two.id, 0, agreed(0.5, "navy", "black")));
  EXPECT_TRUE(*store().keep_measure(one.id, 0, std::nullopt));
  EXPECT_TRUE(waiting_panels().empty());
  EXPECT_EQ(sums(QualityKind::kPanel).at(key(QualityKind::kPanel, {}, -1)).n, 1);
  EXPECT_EQ(sums(QualityKind::kRater).size(), 2u);
  QualityKey said = key(QualityKind::kSaid, {}, -1, 0, "colour");
  said.word = R"(["black","navy"])";
  EXPECT_EQ(sums(QualityKind::kSaid).at(said).n, 1) << "whoever said which";
  EXPECT_EQ(**store().panel_measure(two.id), agreed(0.5, "navy", "black"));
  EXPECT_FALSE(*store().panel_measure(one.id));

  submit(claimed(lee(), one.photo));
  ASSERT_EQ(waiting_panels().size(), 1u) << "one more has answered";
  EXPECT_TRUE(*store().keep_measure(one.id, waiting_panels().front().ticket, agreed(1, "black", "navy")));
  EXPECT_EQ(sums(QualityKind::kSaid).at(said).n, 2);
  ASSERT_OK_AND_ASSIGN(const auto panels, store().measured_panels({}, 10));
  ASSERT_EQ(panels.size(), 2u);
  EXPECT_EQ(panels[1].panel, one.id);
  EXPECT_EQ(store().measured_panels(two.id, 10)->size(), 1u);
  EXPECT_EQ(*store().panel_ious(10), (std::vector<double>{0.5, 1}));
  EXPECT_EQ(store().panel_ious(1)->size(), 1u);

  ASSERT_OK(store().end_panel(one.id, PanelState::kMerged, 1, utc_now()));
  ASSERT_OK(store().reopen_panel(one.id, utc_now()));
  EXPECT_TRUE(waiting_panels().empty()) << "a merge changes nothing of what was said";
  EXPECT_EQ(sums(QualityKind::kSaid).at(said).n, 2);
  ASSERT_OK(store().scale_answers(two.photo, 2, 2));
  EXPECT_EQ(waiting_panels().size(), 1u);
  ASSERT_OK(store().end_panel(one.id, PanelState::kCancelled, 0, utc_now()));
  ASSERT_OK(store().end_panel(two.id, PanelState::kCancelled, 0, utc_now()));
  EXPECT_TRUE(waiting_panels().empty());
  for (const QualityKind kind : {QualityKind::kPanel, QualityKind::kRater, QualityKind::kSaid}) {
    EXPECT_TRUE(sums(kind).empty());
  }
  EXPECT_ERROR(store().keep_measure(one.id, 0, agreed(1, "a", "b")), ErrorCode::kNotFound);
}

TEST_P(StoreMeasures, IousOneByOneAreThoseOfWhoHasFew) {
  for (const char* name : {"a", "b", "c"}) control(name);
  for (const double iou : {0.1, 0.2, 0.3}) keep(answers_control(kim()), drawn(iou));
  keep(answers_control(lee()), drawn(0.4));
  keep(answers_control(lee()), std::nullopt);
  EXPECT_EQ(store().measured_ious({}, 3)->size(), 4u);
  ASSERT_OK_AND_ASSIGN(const auto few, store().measured_ious({}, 2));
  ASSERT_EQ(few.size(), 1u);
  EXPECT_EQ(few[0].user, lee());
  EXPECT_EQ(few[0].stage, Stage::kDrawn);
  ASSERT_OK_AND_ASSIGN(const auto kims, store().measured_ious(kim(), 3));
  ASSERT_EQ(kims.size(), 3u);
  EXPECT_DOUBLE_EQ(kims[2].iou, 0.3);
  EXPECT_LT(kims[1].answer, kims[2].answer);
}

TEST_P(StoreMeasures, OtherRulesForgetAllThatWasMeasured) {
  control("a");
  const AnswerId answer = answers_control(kim());
  const Panel two = panel("x", 2);
  EXPECT_EQ(*store().measure_rules(), "");
  ASSERT_OK(store().set_measure_rules("one"));
  EXPECT_EQ(store().waiting_measures()->all(), 2);
  keep(answer, drawn(0.5));
  EXPECT_TRUE(*store().keep_measure(two.id, 0, agreed(0.5, "a", "b")));
  ASSERT_OK(store().set_measure_rules("one"));
  EXPECT_EQ(store().waiting_measures()->all(), 0);
  ASSERT_OK(store().set_measure_rules("two"));
  EXPECT_EQ(*store().measure_rules(), "two");
  EXPECT_EQ(store().waiting_measures()->all(), 2);
  EXPECT_TRUE(sums(QualityKind::kControl).empty());
  EXPECT_TRUE(sums(QualityKind::kSaid).empty());
  keep(answer, drawn(0.5));
  ASSERT_OK(store().forget_measures());
  EXPECT_EQ(store().waiting_measures()->all(), 2);
  EXPECT_EQ(store().waiting_measures()->panels, 1);
  EXPECT_EQ(waiting().front().answer, answer);
  EXPECT_EQ(waiting_panels().front().panel, two.id);
  EXPECT_TRUE(store().answers_to_measure(answer, 10)->empty());
  EXPECT_TRUE(store().panels_to_measure(two.id, 10)->empty());
  EXPECT_TRUE(store().panels_to_measure({}, 0)->empty());
}

TEST_P(StoreMeasures, ABatchThatFailsKeepsNoMeasure) {
  control("a");
  const AnswerId answer = answers_control(kim());
  EXPECT_FALSE(store()
                   .batch([&]() -> Status {
                     JAEDAN_RETURN_IF_ERROR(store().keep_measure(answer, 0, drawn(0.5)));
                     return Error{ErrorCode::kCancelled, Message("no")};
                   })
                   .ok());
  EXPECT_EQ(waiting().size(), 1u);
  EXPECT_TRUE(sums(QualityKind::kControl).empty());
}

}  // namespace
}  // namespace jaedan::labeling
