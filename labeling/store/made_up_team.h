#pragma once

#include <cstdint>
#include <functional>

#include "labeling/base/result.h"
#include "labeling/store/project_place.h"

namespace jaedan::labeling {

/// Where the photos of a made-up project say that they are; there are no files.
inline constexpr const char* kMadeUpFolder = "/made-up/";

/// A project as a team would have it after most of a year's work, to measure with.
struct MadeUpTeam {
  std::int64_t photos = 1000;
  int people = 30;          ///< of them one is the manager, a tenth inspectors, a fifth experts, the rest annotators
  int days = 250;           ///< over which the records are spread, the last one today
  int records_a_photo = 5;  ///< of a photo that is done; about half of them are
};

/// Makes the project: photos without files, users, labels, and a change log that is a whole chain but not counted yet,
/// as an older program would leave it (open_project counts it). The same numbers give the same project but for its
/// times. About a thousand photos a second. As create_project; kCancelled when `progress` says false.
Status make_up_team(const ProjectPlace& place, const MadeUpTeam& team,
                    const std::function<bool(std::int64_t done, std::int64_t total)>& progress = {});

/// What people of a made-up team answered beside their work.
struct MadeUpAnswers {
  std::int64_t answers = 0;  ///< of controls, in turns of all annotators and stages
  std::int64_t panels = 0;   ///< merged ones, of three annotators each
};

/// Adds them, measured, to a project that has controls and approved photos: about two thousand of each a second. Their
/// measures are made up, too. The same numbers give the same answers. kNotFound where there is no control or no
/// annotator; kCancelled when `progress` says false.
Status make_up_answers(const ProjectPlace& place, const MadeUpAnswers& wanted,
                       const std::function<bool(std::int64_t done, std::int64_t total)>& progress = {});

}  // namespace jaedan::labeling
