#pragma once

#include <memory>

#include "app/gui/base/ui.h"
#include "app/gui/panels/review/review_state.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// Right in the review: with what the photo is compared and how, what changed (garment by garment, label by label),
/// what people say of it, and the decision. Asks for actions and for what the comments ask for. `review` is null while
/// it is being found out.
void review_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document,
                  const std::shared_ptr<const PhotoReview>& review, ReviewState& state);

}  // namespace jaedan::gui
