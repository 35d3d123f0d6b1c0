#pragma once

#include <string>

#include "app/workflow/project/project.h"
#include "labeling/base/result.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/store/photo_catalogue.h"

namespace jaedan::workflow {

/// Reads a filter as people type it: terms separated by blanks or commas, all of which must hold.
///   status=approved   part=top   looked=no   worker=mina   task=mina   text=IMG_   score>=0.5   score<=0.8
///   ATTRIBUTE=VALUE
/// e.g. "status=approved part=bottom category=skirt", or in Korean "상태=승인 부위=하의 카테고리=스커트". Words with
/// blanks stand in quotation marks: text="IMG 1". Empty text filters nothing. looked=no: there is a garment that nobody
/// looked at (domain/garment.h). worker=: who changed it last; task=: who has it in hand. ATTRIBUTE and VALUE have to
/// be in the `vocabulary`, by their ids or their Korean or English names; the filter gets the ids. kInvalidArgument
/// names the term that is not understood.
Result<labeling::PhotoFilter> parse_filter(const std::string& expression, const Taxonomy& vocabulary);
/// The same for the photos of a project; kNotFound for a worker=, task= that nobody of it is called (name_in).
Result<labeling::PhotoFilter> parse_filter(const std::string& expression, const Project& project);

}  // namespace jaedan::workflow
