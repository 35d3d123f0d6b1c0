#include "app/workflow/photo/accept_predictions.h"

#include "app/workflow/people/acting_user.h"
#include "app/workflow/photo/change_photo.h"
#include "app/workflow/project/photo_pages.h"
#include "labeling/edit/proposals/accept_proposals.h"

namespace jaedan::workflow {
namespace {

/// `said` with the likeliest guess at each obligatory label that is not filled in.
AttributeValues with_obligatory(AttributeValues said, const AttributeValues& guesses, const Taxonomy& taxonomy) {
  for (const AttributeValue& guess : guesses) {
    const TaxonomyAttribute* const attribute = taxonomy.attribute(guess.attribute);
    if (attribute && attribute->obligatory && !find_value(said, guess.attribute)) said.push_back(guess);
  }
  return said;
}

}  // namespace

Result<bool> accept_prediction(Project& project, PhotoId id, const Actor& actor) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Prediction> prediction, project.store().prediction(id));
  if (!prediction || prediction->readings.empty()) return false;
  return change_photo(project, id, actor, [&](const EditSession& session) -> MadeCommand {
    if (session.annotation().state != WorkflowState::kNew) return std::shared_ptr<const Command>();
    const Taxonomy& taxonomy = project.taxonomy();
    std::vector<Proposal> proposals = prediction->readings.front().garments;
    for (Proposal& proposal : proposals) {
      proposal.attributes = with_obligatory(std::move(proposal.attributes), proposal.guesses, taxonomy);
    }
    return made(AcceptProposals(std::move(proposals), prediction->model_id,
                                with_obligatory(prediction->image_attributes, prediction->image_guesses, taxonomy)));
  });
}

Result<BatchReport> accept_predictions(Project& project, const labeling::PhotoFilter& filter, const Actor& actor,
                                       const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, actor, Deed::kManage));
  return change_each_photo(
      project, filter, "accepting", watch, [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
        bool changed = false;
        if (row.has_prediction && row.state == WorkflowState::kNew) {
          JAEDAN_ASSIGN_OR_RETURN(changed, accept_prediction(project, row.photo.id, actor.in_batch()));
        }
        ++(changed ? report.done : report.skipped);
        return {};
      });
}

}  // namespace jaedan::workflow
