#pragma once

#include <string>
#include <string_view>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/proposal.h"

namespace jaedan::labeling {

/// An annotation as one line of JSON with every field in it, exact: `annotation_from_json` gives an equal
/// one. This is what the change log and snapshots keep; it is not an exchange format (formats/).
///   {"photo":12,"revision":3,"state":"drawn","attributes":[VALUE…],
///    "garments":[{"id":1,"part":"top","rings":[[x,y,…]…],"source":"human","author":"mina","score":1.0,
///                 "rect":[x,y,w,h],"attributes":[VALUE…],"locked":false,"hidden":false}…]}
///   VALUE = {"attribute":"colour","value":"black","spelling":"…","source":"model","author":"…","score":0.9}
/// Beside them, where there is such a name: "confirmed_by" of a model's word (VALUE, garment), "accepted_by",
/// "looked_by" and "approved_by" of a garment; "alternatives" ([{"value":"navy","score":0.2}…]) of a VALUE. `rect` and
/// `spelling` are left out when empty, too. Everything must be storable (store/storable.h).
std::string annotation_to_json(const Annotation& annotation);
/// kCorrupt for text that is not such JSON.
Result<Annotation> annotation_from_json(std::string_view text);

/// The same for a prediction: {"model":…,"readings":[{"probability":…,"garments":[{…,"embedding":"base64"}]}]}. Where
/// there are any: "guesses" ([VALUE…]) and "measures" ([{"attribute":…,"along":…,"line":[x,y,…],"end":[x,y]}]) of a
/// garment, "attributes" and "guesses" of the photo beside "readings", and "of_garments"
/// ([{"garment":1,"part":"top","rings":[[x,y,…]…],…}], with "attributes", "guesses" and "measures" where there are
/// any).
std::string prediction_to_json(const Prediction& prediction);
Result<Prediction> prediction_from_json(std::string_view text);

/// AttributeValue::alternatives alone, as in VALUE; empty for none. kCorrupt for text that is neither.
std::string alternatives_to_json(const std::vector<AlternativeValue>& alternatives);
Result<std::vector<AlternativeValue>> alternatives_from_json(std::string_view text);

/// ASCII id of a source: human, model, import.
std::string_view id_of(Source source);

}  // namespace jaedan::labeling
