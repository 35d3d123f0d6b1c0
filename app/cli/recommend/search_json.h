#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/workflow/recommend/labelled_garments.h"
#include "app/workflow/recommend/search_garments.h"

namespace jaedan::cli {

/// What `search --json` prints of words:
/// {"query": {"text", "garments": [{"part", "labels", "negated"}], "not_worn": [the same], "photo": {"labels",
/// "negated"}, "unknown": [{"word", "at", "nearest"}], "understood_as": [{"word", "at", "as"}]}, "notes": [sentences],
/// "results": [{"photo", "photo_id", "garment", "part", "score", "complete", "reasons", "garments": [{"asked",
/// "garment", "part", "score", "reasons"}]}]} A label is {"word", "any_of": [{"attribute", "value"}]}; a reason
/// {"attribute", "value", "verdict": holds | fails | unknown, "negated", "score"}. "at" counts characters. "garment",
/// "part" are those of the first garment found; "reasons" those of all garments and of the photo.
nlohmann::json search_json(const workflow::FoundByWords& found, const workflow::LabelledGarments& searched);

}  // namespace jaedan::cli
