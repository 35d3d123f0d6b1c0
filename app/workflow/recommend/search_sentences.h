#pragma once

#include <vector>

#include "app/workflow/recommend/search_garments.h"

namespace jaedan::workflow {

/// What a search has to tell beside its photos (FoundByWords::notes). `has_items`: there was something to search.
std::vector<Message> search_notes(const FoundByWords& found, bool has_items);

/// Which labels hold, which do not and of which nothing is known: "has mini, skirt; not known: denim".
Message reason_of(const std::vector<recommender::LabelVerdict>& labels, const Taxonomy& taxonomy);

/// A garment of a query as it was understood: "bottom: denim, mini, skirt; without button".
Message name_of(const recommender::QueryGarment& garment, const Taxonomy& taxonomy);
Message names_of(const std::vector<recommender::LabelValue>& labels, const Taxonomy& taxonomy);
/// Labels of a query, each as its likeliest meaning.
Message names_of(const std::vector<recommender::QueryLabel>& labels, const Taxonomy& taxonomy);

}  // namespace jaedan::workflow
