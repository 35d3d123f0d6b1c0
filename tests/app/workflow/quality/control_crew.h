#pragma once

#include <string>

#include "app/workflow/quality/controls.h"
#include "tests/app/workflow/people/crew.h"

namespace jaedan::testing {

/// A crew that is given controls.
class ControlCrew : public Crew {
 protected:
  /// An approved photo with a top of 10…50 pixels, black, a t-shirt.
  PhotoId approved(const std::string& name) {
    const PhotoId photo = add_photo(name);
    Annotation truth = stored(photo);
    Garment top;
    top.id = GarmentId{1};
    top.part = Part::kTop;
    top.region = square(50);
    top.region_provenance = Provenance::human("guest");
    top.handling.approved_by = "ian";
    top.attributes = {{"colour", "black", "", Provenance::human("guest")},
                      {"category", "tshirt", "", Provenance::human("guest")}};
    truth.garments = {top};
    truth.image_attributes = {{"style", "street", "", Provenance::human("guest")}};
    truth.state = WorkflowState::kApproved;
    EXPECT_TRUE(store().save(truth, {"guest", "edit"}, std::string()).ok());
    return photo;
  }
  /// Claims until a control comes.
  PhotoId claim_control(const std::string& name, Stage stage) {
    for (int i = 0; i < 40; ++i) {
      const auto task = claim(name, stage);
      if (!task.ok()) return {};
      if (task->task.answer) return task->photo.id;
    }
    return {};
  }
  void make_controls(int percent = 15) {
    ASSERT_OK(workflow::add_controls(*project_, as("boss"), {}, {}, {}));
    ASSERT_OK(workflow::set_control_share(*project_, as("boss"), percent, 3));
  }
  void add_photos(int count) {
    for (int i = 0; i < count; ++i) add_photo("p" + std::to_string(i));
  }
};

}  // namespace jaedan::testing
