#pragma once

#include <gtest/gtest.h>

#include <utility>

#include "labeling/edit/edit_session.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {

inline constexpr std::size_t kApart = 0;  // the readings of prediction()
inline constexpr std::size_t kTogether = 1;
inline constexpr std::size_t kLong = 2;

inline Ring box(double x, double y, double width, double height) {
  return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

inline Proposal proposal(Part part, Region region, double score) {
  Proposal made;
  made.part = part;
  made.region = std::move(region);
  made.score = score;
  made.attributes = {{"colour", "navy", "", Provenance::model(kModel, 0.75)}};
  return made;
}

/// One figure: an open coat over a top and a skirt, or over a dress; or all of it one long dress.
inline Prediction prediction() {
  const Proposal coat = proposal(Part::kOuter, {{box(0, 0, 20, 200)}}, 0.9);
  const Proposal top = proposal(Part::kTop, {{box(20, 0, 60, 100)}}, 0.8);
  const Proposal skirt = proposal(Part::kBottom, {{box(20, 100, 60, 100)}}, 0.7);
  const Proposal dress = proposal(Part::kDress, {{box(20, 0, 60, 200)}}, 0.6);
  const Proposal long_dress = proposal(Part::kDress, {{box(0, 0, 80, 200)}}, 0.5);
  return {kModel, {{0.6, {coat, top, skirt}}, {0.3, {coat, dress}}, {0.1, {long_dress}}}};
}

inline EditSession accepted(std::size_t reading) {
  EditSession session = session_of({});
  EXPECT_OK(session.run(AcceptProposals(prediction().readings[reading].garments, kModel), kActor));
  return session;
}

}  // namespace jaedan::testing
