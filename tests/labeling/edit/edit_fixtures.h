#pragma once

#include <string>
#include <utility>
#include <vector>

#include "labeling/edit/edit_session.h"

/// Small annotations to edit.
namespace jaedan::testing {

inline const std::string kUser = "민지";
inline const Actor kActor = Actor::alone(kUser);  ///< may do everything
inline const std::string kModel = "baseline-1";

inline Ring square(double x, double y, double side) {
  return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

inline Garment human_garment(std::int64_t id, Part part, Region region) {
  Garment garment;
  garment.id = GarmentId{id};
  garment.part = part;
  garment.region = std::move(region);
  garment.region_provenance = Provenance::human("지우");
  return garment;
}

inline Garment model_garment(std::int64_t id, Part part, Region region) {
  Garment garment = human_garment(id, part, std::move(region));
  garment.region_provenance = Provenance::model(kModel, 0.8);
  garment.attributes = {{"category", "shirt", "", Provenance::model(kModel, 0.7)},
                        {"colour", "black", "", Provenance::model(kModel, 0.6)}};
  return garment;
}

inline Photo photo() { return {PhotoId{7}, "1070263", "1070263.jpg", 800, 600}; }

inline Annotation annotation_of(std::vector<Garment> garments) {
  Annotation annotation;
  annotation.photo = photo().id;
  annotation.garments = std::move(garments);
  return annotation;
}

inline EditSession session_of(std::vector<Garment> garments) {
  return EditSession(photo(), annotation_of(std::move(garments)));
}

/// The garment with this id, or one with id 0 that equals none in the tests.
inline const Garment& garment_of(const EditSession& session, std::int64_t id) {
  static const Garment nothing;
  const Garment* garment = find_garment(session.annotation(), GarmentId{id});
  return garment ? *garment : nothing;
}

}  // namespace jaedan::testing
