#include "app/gui/project/document.h"

#include <algorithm>
#include <utility>

#include "app/gui/project/readings.h"
#include "labeling/edit/proposals/place.h"

namespace jaedan::gui {

Document::Document(workflow::OpenedPhoto opened, PhotoPixels made)
    : session(std::move(opened.session)),
      overview(std::make_shared<const Image>(std::move(made.overview))),
      full(std::move(made.full)),
      prediction(std::move(opened.prediction)),
      comments(std::move(opened.comments)),
      size_changed(std::move(opened.size_changed)),
      begun(opened.begun),
      begun_saved(std::move(opened.begun)),
      saved(session.annotation()) {
  // Accepted before the program was started: what is shown must be what is there.
  show_accepted_reading(*this);
}

Rect photo_frame(const Document& document) {
  const Photo& photo = document.session.photo();
  return {0, 0, static_cast<double>(photo.width), static_cast<double>(photo.height)};
}

Status keep_version(Kept kept, const Actor& actor, Document& document) {
  if (!document.theirs) return {};
  const Kept brought_in = kept == Kept::kTheirs ? Kept::kMine : kept;
  // The size of the picture that is shown, whatever the project says of it.
  EditSession settled(document.session.photo(), document.theirs->annotation(), document.theirs->history());
  JAEDAN_RETURN_IF_ERROR(settled.run(KeepVersion(document.session.annotation(), document.saved, brought_in), actor));
  if (kept == Kept::kTheirs && settled.modified()) JAEDAN_RETURN_IF_ERROR(settled.undo(actor));
  document.saved = document.theirs->annotation();
  document.session = std::move(settled);
  document.theirs.reset();
  document.save_state = SaveState::kSaved;
  document.save_error.reset();
  document.rejected.forget_moments();
  return {};
}

const std::vector<Proposal>& proposals_of(const Document& document) {
  static const std::vector<Proposal> kNone;
  const auto& prediction = document.prediction;
  return prediction && document.reading < prediction->readings.size() ? prediction->readings[document.reading].garments
                                                                      : kNone;
}

const GarmentWords* garment_words(const Garment& garment, const Document& document) {
  if (!document.prediction || document.session.annotation().answer) return nullptr;
  const std::vector<GarmentWords>& words = document.prediction->of_garments;
  const auto said =
      std::find_if(words.begin(), words.end(), [&](const auto& each) { return still_said_of(garment, each); });
  return said == words.end() ? nullptr : &*said;
}

bool lacks_words(const Document& document) {
  const Annotation& annotation = document.session.annotation();
  if (!document.prediction || annotation.answer || annotation.state == WorkflowState::kApproved) return false;
  const std::vector<Proposal>& proposals = proposals_of(document);
  return std::any_of(annotation.garments.begin(), annotation.garments.end(), [&](const Garment& garment) {
    const bool is_proposed = std::any_of(proposals.begin(), proposals.end(),
                                         [&](const Proposal& proposal) { return takes_place(garment, proposal); });
    return area_px(garment.region) > 0 && !is_proposed && !garment_words(garment, document);
  });
}

AcceptProposals acceptance_of(const Document& document, std::vector<Proposal> proposals) {
  const Prediction& said = *document.prediction;
  return {std::move(proposals), said.model_id, said.image_attributes};
}

std::vector<std::size_t> open_proposals(const Document& document) {
  std::vector<std::size_t> open;
  const Annotation& annotation = document.session.annotation();
  if (annotation.state == WorkflowState::kApproved) return open;
  for (const std::size_t i : free_proposals(annotation, proposals_of(document))) {
    if (!document.rejected.contains({document.reading, i})) open.push_back(i);
  }
  return open;
}

void reject_proposals_of_removed(const std::vector<Garment>& before, Document& document) {
  const std::vector<Proposal>& proposals = proposals_of(document);
  for (const Garment& garment : before) {
    const bool removed = !find_garment(document.session.annotation(), garment.id);
    if (!removed || garment.region_provenance.source != Source::kModel) continue;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      if (takes_place(garment, proposals[i])) document.rejected.add_with_garment({document.reading, i});
    }
  }
}

void reopen_proposals_of_restored(Document& document) {
  if (!document.prediction) return;
  // In every reading: it may be another one that is shown since the garment went.
  for (std::size_t reading = 0; reading < document.prediction->readings.size(); ++reading) {
    const std::vector<Proposal>& proposals = document.prediction->readings[reading].garments;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      for (const Garment& garment : document.session.annotation().garments) {
        if (takes_place(garment, proposals[i])) document.rejected.garment_came_back({reading, i});
      }
    }
  }
}

}  // namespace jaedan::gui
