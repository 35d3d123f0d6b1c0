#pragma once

#include <vector>

#include "inference/models/model_card.h"
#include "labeling/base/message.h"
#include "labeling/domain/proposal.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::workflow {

/// What a model would say that the taxonomy has no words for, a sentence each: heads without values, attributes that it
/// does not have or asks of something else, values that it does not have. Empty when it knows everything.
std::vector<Message> unknown_to(const Taxonomy& taxonomy, const inference::ModelCard& card);

/// Leaves out of what a model said, guesses and alternatives too, whatever the taxonomy has no word for: a word that
/// nobody can choose would stand in label files.
void keep_known_labels(const Taxonomy& taxonomy, Prediction& prediction);

}  // namespace jaedan::workflow
