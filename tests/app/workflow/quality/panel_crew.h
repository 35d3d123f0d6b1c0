#pragma once

#include "app/workflow/photo/open_photo.h"
#include "app/workflow/quality/merge_answers.h"
#include "app/workflow/quality/panel_agreement.h"
#include "app/workflow/quality/panels.h"
#include "tests/app/workflow/people/crew.h"

namespace jaedan::testing {

/// A crew whose panels are asked and answered in one line.
class PanelCrew : public Crew {
 protected:
  void SetUp() override {
    Crew::SetUp();
    add("abe", Role::kAnnotator);
    photo_ = add_photo("a");
  }
  void ask(int people, std::optional<Stage> stage = {}) {
    ASSERT_OK(ask_panel(*project_, as("boss"), photo_, {people, stage}));
  }
  /// Claims, draws a square of this size, and submits.
  void answers(const std::string& name, double size) {
    ASSERT_OK(claim(name, Stage::kDrawn, photo_));
    ASSERT_OK(draw(as(name), photo_, size));
    ASSERT_OK(submit_photo(*project_, photo_, as(name)));
  }
  /// Brings the photo to `state` with a drawn top, by nobody of the team.
  void bring_to(WorkflowState state) {
    Annotation annotation = stored(photo_);
    Garment top;
    top.id = GarmentId{1};
    top.part = Part::kTop;
    top.region = square();
    top.region_provenance = Provenance::human("guest");
    annotation.garments = {top};
    annotation.state = state;
    ASSERT_OK(store().save(annotation, {"guest", "edit"}, std::string()));
  }
  void labels(const std::string& name, Stage stage, const std::string& attribute, const std::string& value) {
    ASSERT_OK(claim(name, stage, photo_));
    ASSERT_OK(label(as(name), photo_, attribute, value));
    ASSERT_OK(submit_photo(*project_, photo_, as(name)));
  }
  std::string value_of(const std::string& attribute) {
    const Annotation annotation = stored(photo_);
    const auto* value = find_value(annotation.garments.front().attributes, attribute);
    return value ? value->value : "";
  }

  PhotoId photo_;
};

}  // namespace jaedan::testing
