#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/workflow/outfits/suggest_outfits.h"

namespace jaedan::cli {

/// What `outfits --json` prints:
/// {"with": [item], "beside": [{"part", "garments": [garment]}], "outfits": [{"score", "terms", "reasons", "pieces":
/// [item]}], "missing": [{"part", "attribute", "value", "gain", "completes", "reasons", "garments": [garment]}],
/// "learnt_from", "partial": [sentence]}. An item is that of `recommend`; a garment is an item with "terms":
/// {"compatibility", "harmony" (null: not known), "taste"} and "reasons": [sentence]; a sentence is {"key", "message"}.
nlohmann::json outfits_json(const workflow::OutfitSuggestions& found);

}  // namespace jaedan::cli
