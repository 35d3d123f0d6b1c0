#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/draw/photo_texture.h"
#include "app/gui/project/rejected_proposals.h"
#include "app/workflow/photo/open_photo.h"
#include "labeling/edit/commands/keep_version.h"
#include "labeling/edit/proposals/accept_proposals.h"

namespace jaedan::gui {

/// How safe the work on a photo is.
enum class SaveState { kSaved, kSaving, kFailed };

/// A photo that is open, or about to be: what the canvas shows and the panels edit.
struct Document {
  /// `pixels`: what prepare_pixels made of the photo's image.
  Document(workflow::OpenedPhoto opened, PhotoPixels pixels);

  PhotoId id() const { return session.photo().id; }

  EditSession session;
  std::shared_ptr<const Image> overview;  ///< the whole photo, perhaps smaller (photo_texture.h)
  Image full;                             ///< of a large photo, until it is in `texture`
  PhotoTexture texture;                   ///< made when the photo is first shown
  std::optional<Prediction> prediction;
  std::size_t reading = 0;  ///< the one of the prediction's readings that is shown; readings.h changes it
  RejectedProposals rejected;
  std::vector<labeling::Comment> comments;  ///< of OpenedPhoto
  std::optional<Message> size_changed;      ///< of OpenedPhoto
  BegunShape begun;                         ///< what is being drawn, or was put aside
  BegunShape begun_saved;                   ///< of it, what the project knows
  Annotation saved;                         ///< as it was read or saved last
  /// Somebody else changed the photo meanwhile, to this: nothing is saved, nor changed, until a person decides.
  std::optional<EditSession> theirs;

  SaveState save_state = SaveState::kSaved;
  std::optional<Error> save_error;
  bool begun_is_saving = false;
  std::optional<Error> begun_error;  ///< why the shape could not be saved
  double begun_retry_at_s = 0;
  double retry_at_s = 0;  ///< when a failed save is tried again
};

/// The whole photo, image space.
Rect photo_frame(const Document& document);

/// The proposals of the reading that is shown and that are still to be decided: no garment takes their place
/// (labeling/edit/proposals/place.h), the photo is not approved, and the person has not refused them. Indices into the
/// reading.
std::vector<std::size_t> open_proposals(const Document& document);
/// Garments of `before` that a person has now taken away do not come back as the proposals that they were.
void reject_proposals_of_removed(const std::vector<Garment>& before, Document& document);
/// After an undo: a garment that is back may be taken back further, to the proposal that it was.
void reopen_proposals_of_restored(Document& document);
/// Ends the conflict: what stays is saved next. Undo and redo lead to the other version. Nothing changes after an
/// error.
Status keep_version(Kept kept, const Actor& actor, Document& document);
/// All proposals of the reading that is shown; empty without a prediction.
const std::vector<Proposal>& proposals_of(const Document& document);
/// What the model said of a garment of the photo that it was asked about; null when it said nothing, or of another
/// outline (labeling/edit/proposals/place.h). It is asked about the project's garments: of one person's answer beside
/// that it says nothing. It is the prediction's.
const GarmentWords* garment_words(const Garment& garment, const Document& document);
/// Whether the photo, which a model has seen, has a garment that it said nothing of, neither of it nor of a proposal at
/// its place, and that is still to be labelled.
bool lacks_words(const Document& document);
/// What accepts some of them. Only with a prediction.
AcceptProposals acceptance_of(const Document& document, std::vector<Proposal> proposals);

}  // namespace jaedan::gui
