#pragma once

#include <string>
#include <vector>

#include "app/workflow/recommend/garment_catalogue.h"
#include "labeling/domain/taxonomy.h"
#include "recommender/reason.h"

namespace jaedan::workflow {

/// Why a garment was found, as one English sentence: "likeness 0.87; same colour (black); other length (maxi)".
std::string sentence_of(const recommender::Reason& reason, const Taxonomy& taxonomy);

/// What is missing in an answer from a catalogue with these gaps: a sentence each, empty when nothing is.
std::vector<Message> sentences_of(const CatalogueGaps& gaps);

}  // namespace jaedan::workflow
