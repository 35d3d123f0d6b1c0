#include "app/gui/panels/garments_panel.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <memory>

#include "app/gui/panels/proposal_labels.h"
#include "app/gui/panels/second_guess.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

struct ShownGarments {
  explicit ShownGarments(Document made) : document(std::move(made)) {}
  Document document;
  PhotoView view;

  void operator()(const Ui& ui) { garments_panel(ui, taxonomy(), document, view); }
};

/// What is asked for when `item` is pressed.
void press_garments(const std::string& item, NullWindow& window, const std::shared_ptr<ShownGarments>& shown) {
  window.forget_requests();
  window.draw_panel(right_side(window), content_of(shown));
  window.press(item);
  window.draw_panel(right_side(window), content_of(shown));
}

TEST(GarmentsPanel, FitsInEveryLookFromNoGarmentToThreeHundred) {
  const std::vector<std::function<Document()>> documents = {new_document, proposed_document, mixed_document,
                                                            [] { return crowded_document(300); }};
  for (const auto& document : documents) {
    draw_in_all_looks(right_side, true, [&] { return content_of(std::make_shared<ShownGarments>(document())); });
  }
}

TEST(GarmentsPanel, ProposalsStandAsTheGarmentsThatTheyBecome) {
  NullWindow window;
  window.draw_panel(right_side(window), content_of(std::make_shared<ShownGarments>(proposed_document())));
  ASSERT_TRUE(window.shows("proposal.0"));
  EXPECT_LT(window.items().find("proposal.1")->rect.y, window.items().find("proposal.0")->rect.y);
  Document accepted = proposed_document();
  ASSERT_OK(accepted.session.run(AcceptProposals(proposals_of(accepted), "made-model"), Actor::alone("kim")));
  window.draw_panel(right_side(window), content_of(std::make_shared<ShownGarments>(std::move(accepted))));
  EXPECT_LT(window.items().find("garment.2")->rect.y, window.items().find("garment.1")->rect.y);
}

struct ShownProposal {
  Document document = proposed_document();
  PhotoView view;
  const MeasuredLength* why = nullptr;

  explicit ShownProposal(std::size_t selected) { view.proposal = selected; }
  void operator()(const Ui& ui) { why = proposal_labels(ui, taxonomy(), document, view); }
  /// What becomes of the photo by what was asked for.
  Annotation after(const NullWindow& window) const {
    Annotation annotation = document.session.annotation();
    const RunCommand* run = window.asked<RunCommand>();
    EXPECT_TRUE(run);
    if (run) EXPECT_OK(run->command->apply(annotation));
    return annotation;
  }
};

TEST(GarmentsPanel, TheGuessedLabelsOfAProposalAreShownInEveryLook) {
  draw_in_all_looks(
      right_side, true, [] { return content_of(std::make_shared<ShownProposal>(0)); },
      [](const NullWindow& window) {
        EXPECT_TRUE(window.shows("guess.colour"));
        EXPECT_TRUE(window.shows("guess.fit"));
        EXPECT_TRUE(window.shows("second.fit.key"));
        EXPECT_FALSE(window.shows("second.colour")) << "the model knows of none";
      });
}

TEST(GarmentsPanel, TheSecondGuessOfAProposalIsTakenByAcceptingItWithThat) {
  for (const bool by_key : {false, true}) {
    NullWindow window;
    const auto shown = std::make_shared<ShownProposal>(0);
    window.draw_panel(right_side(window), content_of(shown));
    if (by_key) {
      LabelsState state;
      window.draw([&](const Ui& ui) { take_second_guess(ui, taxonomy(), shown->document, shown->view, state); });
    } else {
      window.press("second.fit");
      window.draw_panel(right_side(window), content_of(shown));
    }
    const Annotation after = shown->after(window);
    ASSERT_EQ(after.garments.size(), 1U);
    const Garment& top = after.garments[0];
    EXPECT_EQ(top.region_provenance.source, Source::kModel);
    EXPECT_EQ(*find_value(top.attributes, "fit"),
              (AttributeValue{"fit", "loose", "", Provenance::human(window.actor.name)}));
    EXPECT_EQ(find_value(top.attributes, "colour")->provenance.source, Source::kModel) << "only this label was said";
    EXPECT_EQ(window.asked<RunCommand>()->select, top.id);
    EXPECT_FALSE(shown->view.proposal) << "it is a garment now";
  }
}

TEST(GarmentsPanel, WhatTheModelOnlyGuessesOfAProposalIsShownAndNotTaken) {
  NullWindow window;
  const auto shown = std::make_shared<ShownProposal>(0);
  Proposal& top = shown->document.prediction->readings[0].garments[0];
  top.guesses = {{"length", "normal", "", Provenance::model("made-model", 0.4), {{"crop", 0.3}}}};
  shown->document.prediction->image_attributes = {{"style", "street", "", Provenance::model("made-model", 0.9)}};
  window.draw_panel(right_side(window), content_of(shown));
  EXPECT_TRUE(window.shows("guess.length"));
  EXPECT_TRUE(window.shows("second.fit.key")) << "what would be filled in goes first";
  Annotation accepted = shown->document.session.annotation();
  ASSERT_OK(acceptance_of(shown->document, {top}).apply(accepted));
  EXPECT_EQ(find_value(accepted.garments.at(0).attributes, "length"), nullptr);
  EXPECT_EQ(values_of(accepted.image_attributes, "style"), std::vector<std::string>{"street"});
  window.press("second.length");
  window.draw_panel(right_side(window), content_of(shown));
  EXPECT_EQ(find_value(shown->after(window).garments.at(0).attributes, "length")->value, "crop");
}

TEST(GarmentsPanel, WhyALabelOfAProposalIsAsItIsIsShownWhileTheMouseIsOverIt) {
  NullWindow window;
  const auto shown = std::make_shared<ShownProposal>(0);
  Proposal& top = shown->document.prediction->readings[0].garments[0];
  top.guesses = {{"length", "normal", "", Provenance::model("made-model", 0.4)}};
  top.measures = {{"length", -0.1, {{50, 20}, {50, 80}, {50, 140}}, {50, 74}}};
  window.draw_panel(right_side(window), content_of(shown));
  EXPECT_EQ(shown->why, nullptr);
  window.hover("guess.length");
  window.draw_panel(right_side(window), content_of(shown));
  ASSERT_NE(shown->why, nullptr);
  EXPECT_EQ(shown->why->end, (Point{50, 74}));
  EXPECT_TRUE(window.shows("measure.length"));
  window.hover("guess.colour");
  window.draw_panel(right_side(window), content_of(shown));
  EXPECT_EQ(shown->why, nullptr);
}

TEST(GarmentsPanel, OffersToAskTheModelWhereThereIsNothing) {
  NullWindow window;
  press_garments("prefill.photo", window, std::make_shared<ShownGarments>(new_document()));
  EXPECT_TRUE(window.asked_for("prefill_photo"_action));
}

TEST(GarmentsPanel, MarksWhatNobodyLookedAt) {
  NullWindow window;
  window.draw_panel(right_side(window), content_of(std::make_shared<ShownGarments>(mixed_document())));
  EXPECT_TRUE(window.shows("garment." + std::to_string(kOfModel.value) + ".unseen"));
  EXPECT_FALSE(window.shows("garment." + std::to_string(kOwn.value) + ".unseen"));
}

TEST(GarmentsPanel, OfManyGarmentsOnlyThoseInSightAreLaidOut) {
  NullWindow window;
  window.draw_panel(right_side(window), content_of(std::make_shared<ShownGarments>(crowded_document(300))));
  EXPECT_TRUE(window.shows("garment.300")) << "the topmost stands first";
  EXPECT_FALSE(window.shows("garment.1"));
}

TEST(GarmentsPanel, ARowSelectsItsGarmentAndCtrlAddsIt) {
  NullWindow window;
  const auto shown = std::make_shared<ShownGarments>(mixed_document());
  shown->view.proposal = 0;
  press_garments("garment.1", window, shown);
  EXPECT_EQ(shown->view.selection.garments(), std::vector<GarmentId>{kOwn});
  EXPECT_FALSE(shown->view.proposal);
  window.hold(GLFW_KEY_LEFT_CONTROL, true);
  press_garments("garment.3", window, shown);
  EXPECT_EQ(shown->view.selection.garments(), (std::vector<GarmentId>{kOwn, kHidden}));
  EXPECT_EQ(window.request_count(), 0u) << "selecting changes nothing of the photo";
}

TEST(GarmentsPanel, ARowsButtonsAskForCommands) {
  NullWindow window;
  const auto shown = std::make_shared<ShownGarments>(mixed_document());
  press_garments("garment.1.hide", window, shown);
  EXPECT_EQ(window.command(), "set_flags");
  press_garments("garment.1.lock", window, shown);
  EXPECT_EQ(window.command(), "set_flags");
  press_garments("garment.1.delete", window, shown);
  EXPECT_EQ(window.command(), "delete_garments");
  press_garments("garment.2.confirm", window, shown);
  EXPECT_EQ(window.command(), "confirm");
  EXPECT_FALSE(window.shows("garment.1.confirm")) << "a person drew it";
  press_garments("garment.4.delete", window, shown);
  EXPECT_EQ(window.command(), "") << "it is locked";
}

TEST(GarmentsPanel, ProposalsAreAcceptedRefusedOrSelected) {
  NullWindow window;
  const auto shown = std::make_shared<ShownGarments>(proposed_document());
  press_garments("proposal.1.accept", window, shown);
  EXPECT_EQ(window.command(), "accept_proposals");
  press_garments("proposals.accept", window, shown);
  EXPECT_EQ(window.command(), "accept_proposals");
  press_garments("proposal.1.reject", window, shown);
  ASSERT_TRUE(window.asked<RejectProposal>());
  EXPECT_EQ(window.asked<RejectProposal>()->photo, shown->document.id());
  EXPECT_EQ(window.asked<RejectProposal>()->index, 1u);
  press_garments("reading.next", window, shown);
  EXPECT_TRUE(window.asked_for("next_reading"_action));
  press_garments("proposal.0", window, shown);
  EXPECT_EQ(shown->view.proposal, std::optional<std::size_t>(0));
}

}  // namespace
}  // namespace jaedan::gui::testing
