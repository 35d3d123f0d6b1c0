// role × deed × state through the use cases, generated from the table.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/workflow/models/make_snapshot.h"
#include "app/workflow/models/models.h"
#include "app/workflow/models/train_model.h"
#include "app/workflow/photo/accept_predictions.h"
#include "app/workflow/photo/change_photo.h"
#include "app/workflow/photo/label_photos.h"
#include "app/workflow/photo/rescale_labels.h"
#include "app/workflow/photo/review.h"
#include "app/workflow/predict/prefill_photos.h"
#include "app/workflow/project/import_photos.h"
#include "app/workflow/project/photo_places.h"
#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/decide.h"
#include "labeling/edit/commands/set_flags.h"
#include "labeling/edit/commands/set_image_attribute.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "labeling/review/state_machine.h"
#include "tests/app/workflow/people/team.h"

namespace jaedan::workflow {
namespace {

const Region kOther{{{{2, 42}, {20, 42}, {20, 58}, {2, 58}}}};

Proposal proposed_dress() {
  Proposal top;
  top.part = Part::kDress;
  top.region = kOther;
  top.score = 0.8;
  return top;
}

class RolesInUseCases : public testing::Team {
 protected:
  void SetUp() override {
    Team::SetUp();
    ASSERT_OK(store().save_prediction(photo_, Prediction{"m1", {{1.0, {proposed_dress()}}}}));
    std::filesystem::create_directories(folder_ / "more");
    std::filesystem::copy(folder_ / "a.png", folder_ / "more/b.png");
  }

  /// The photo with one garment, in `state`.
  void set_state(WorkflowState state) {
    Annotation annotation = stored();
    Garment garment;
    garment.id = GarmentId{1};
    garment.part = Part::kTop;
    garment.region = kSquare;
    annotation.garments = {garment};
    annotation.image_attributes.clear();
    annotation.state = state;
    ASSERT_OK(store().save(annotation, {"test", "draw"}));
  }

  static Status outcome(const Result<bool>& changed) { return changed.ok() ? Status() : Status(changed.error()); }
  template <typename C>
  Status change(const Actor& actor, C command) {
    return outcome(change_photo(*project_, photo_, actor, [&](const EditSession&) { return made(command); }));
  }

  /// Does `deed` to the photo as the use cases do it. Import and manage are no matter of one photo's state.
  Status do_it(const Actor& actor, Deed deed) {
    switch (deed) {
      case Deed::kDraw: return change(actor, AddGarment(Part::kDress, kOther, actor.name));
      case Deed::kLabel: return change(actor, SetImageAttribute("style", "classic", actor.name));
      case Deed::kArrange: return change(actor, SetFlags({GarmentId{1}}, {true, std::nullopt}));
      case Deed::kAccept: return change(actor, AcceptProposals({proposed_dress()}, "m1"));
      case Deed::kSubmit: return change(actor, Decide::submit());
      case Deed::kApprove: return outcome(approve_photo(*project_, photo_, actor, true));
      case Deed::kReturn: return return_photo(*project_, photo_, actor);
      case Deed::kImport:
      case Deed::kManage: return check_may(*project_, actor, deed);
    }
    return {};
  }
};

TEST_F(RolesInUseCases, AllowWhatTheTableAllowsAndNothingElse) {
  int tried = 0;
  for (const Deed deed : kAllDeeds) {
    for (const WorkflowState state : kAllStates) {
      for (const Role role : Roles::all().list()) {
        SCOPED_TRACE(std::string(id_of(deed)) + ", " + std::string(id_of(state)) + ", " + std::string(id_of(role)));
        const Actor who = actor(role);
        set_state(state);
        const Annotation before = stored();
        const Status done = do_it(who, deed);
        ++tried;
        if (!roles_for(deed).has(role)) {
          EXPECT_ERROR(done, ErrorCode::kForbidden);
          EXPECT_EQ(stored(), before);
        } else if (deed == Deed::kImport || deed == Deed::kManage) {
          EXPECT_OK(done);
        } else if (deed == Deed::kApprove || deed == Deed::kReturn) {
          continue;  // hang on who worked on the photo, too, which all did by now: deeds_test.cpp
        } else if (deed == Deed::kAccept && state == WorkflowState::kApproved) {
          EXPECT_OK(done);
          EXPECT_EQ(stored(), before) << "nobody's approval is taken back by a model";
        } else if (!may(who, deed, state)) {
          EXPECT_ERROR(done, ErrorCode::kRefused);
          EXPECT_EQ(stored(), before);
        } else {
          EXPECT_OK(done);
          EXPECT_EQ(stored().state, state_after(who, deed, state).value());
        }
      }
    }
  }
  EXPECT_EQ(tried, 9 * 7 * 4);
}

/// A use case over the whole project, and the deed that it is.
struct Batch {
  const char* name;
  Deed deed;
  std::function<Result<void>(const Actor&)> run;
};

template <typename T>
Status status_of(const Result<T>& result) {
  return result.ok() ? Status() : Status(result.error());
}

TEST_F(RolesInUseCases, HoldForTheWholeProjectBeforeAnythingIsDone) {
  Project& project = *project_;
  SharedLabel label;
  label.photos = {photo_};
  label.part.reset();
  label.attribute = "style";
  label.value = "classic";
  TrainRequest training;
  EvaluateRequest calibration;
  calibration.calibrate = true;
  training.snapshot = calibration.snapshot = "there is none";  // whoever may gets no further
  PrefillOptions prefill;
  prefill.model = "no-such-model";
  const std::vector<Batch> batches = {
      {"import photos", Deed::kManage,
       [&](const Actor& a) { return status_of(import_images(project, folder_ / "more", a, {})); }},
      {"import labels", Deed::kImport,
       [&](const Actor& a) { return status_of(import_any(project, folder_ / "more", "kfashion", a, {})); }},
      {"relocate", Deed::kManage,
       [&](const Actor& a) { return status_of(relocate_photos(project, folder_ / "more", folder_ / "more", a, {})); }},
      {"rescale", Deed::kManage, [&](const Actor& a) { return status_of(rescale_labels(project, {}, a, {})); }},
      {"accept", Deed::kManage, [&](const Actor& a) { return status_of(accept_predictions(project, {}, a, {})); }},
      {"approve", Deed::kApprove, [&](const Actor& a) { return status_of(approve_photos(project, {}, a, true, {})); }},
      {"label", Deed::kLabel, [&](const Actor& a) { return status_of(label_photos(project, label, a, {})); }},
      {"prefill", Deed::kManage, [&](const Actor& a) { return status_of(prefill_photos(project, prefill, a, {})); }},
      {"snapshot", Deed::kManage, [&](const Actor& a) { return status_of(make_snapshot(project, {}, a, false, {})); }},
      {"promote", Deed::kManage, [&](const Actor& a) { return promote_model(project, "no-such-model", a); }},
      {"rollback", Deed::kManage, [&](const Actor& a) { return status_of(rollback_model(project, a)); }},
      {"train", Deed::kManage, [&](const Actor& a) { return status_of(train_model(&project, a, training, {})); }},
      {"calibrate", Deed::kManage,
       [&](const Actor& a) { return status_of(evaluate_model(&project, a, calibration, {})); }},
  };
  for (const Batch& batch : batches) {
    for (const Role role : Roles::all().list()) {
      SCOPED_TRACE(std::string(batch.name) + ", " + std::string(id_of(role)));
      const Status done = batch.run(actor(role));
      const bool forbidden = !done.ok() && done.error().code == ErrorCode::kForbidden;
      EXPECT_EQ(forbidden, !roles_for(batch.deed).has(role)) << (done.ok() ? "done" : done.error().text());
    }
    EXPECT_ERROR(batch.run(Actor::alone("manager")), ErrorCode::kForbidden);
  }
}

}  // namespace
}  // namespace jaedan::workflow
