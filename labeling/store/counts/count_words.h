#pragma once

#include <string>

#include "labeling/store/counts/count_key.h"
#include "labeling/store/counts/record_facts.h"

namespace jaedan::labeling {

/// Adds to `counts` what a record changes about labels: how often each is given now (kLabel), and what became of a
/// model's words (kModelWord). A word of a model that goes while a model's proposal is accepted, labels are imported or
/// something is taken back was not changed by a person: it is as if it had not come.
void count_words(const RecordFacts& before, const RecordFacts& after, const std::string& action, const std::string& day,
                 Counts& counts);

}  // namespace jaedan::labeling
